"""The analysts' desk: behind a login, with one small script, and whole without it."""
