"""Widgets over all plans of a site: overview, board, totals, lists of tasks."""
