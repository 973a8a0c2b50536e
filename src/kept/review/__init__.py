"""Step 3: the rules of deciding, without screens."""
