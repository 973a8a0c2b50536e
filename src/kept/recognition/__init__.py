"""Step 2: from an article to statements."""
