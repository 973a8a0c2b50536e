"""The record: entries, canonical bytes, the Merkle log, the lifecycle, and state as a fold; standard library only."""
