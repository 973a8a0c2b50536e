"""The one door outwards."""
