"""The benchmark: what the plan plugin adds to the time of a site build."""
