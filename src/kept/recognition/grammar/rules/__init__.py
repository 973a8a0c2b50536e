"""The rules that type a cue, one file a family (codebook 2.2)."""
