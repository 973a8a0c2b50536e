"""How good recognition is: what it finds, measured against coded sentences."""
