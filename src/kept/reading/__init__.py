"""Step 1: from bytes to an article, its furniture classified, its capture kept."""
