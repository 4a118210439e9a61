"""Publish implementation plans as pages of a docs site: progress, timelines and links."""

__version__ = "0.1.0"
