"""Step 5: what a record says, as tables and sentences."""
