"""Words and figures to spans of time: dates, durations, offsets."""
