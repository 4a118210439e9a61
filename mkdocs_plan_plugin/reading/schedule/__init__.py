"""Blocks to schedules, whatever they are written in."""
