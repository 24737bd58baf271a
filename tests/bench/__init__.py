"""Measurements of the built site. Ratios of one run, because the machine's speed is not ours to choose."""
