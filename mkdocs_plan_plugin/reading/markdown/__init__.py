"""Markdown to blocks with their lines, as GitHub reads it."""
