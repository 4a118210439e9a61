"""Blocks to tasks: boxes, marks, checks, tables with a status, phases, stated status."""
