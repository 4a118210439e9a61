"""Whether a plan goes well, and whether its sources have changed since."""
