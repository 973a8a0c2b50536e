"""One notion of sameness: wire copies, restatements, duplicates."""
