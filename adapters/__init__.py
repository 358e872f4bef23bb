"""The platforms. Each translates; none decides."""
