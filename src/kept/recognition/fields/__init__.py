"""What a statement says beside its type: sums, counts, dates, conditions, gates, forms, beneficiary."""
