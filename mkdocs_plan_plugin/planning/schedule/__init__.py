"""Schedules to rows on an axis: order, dates, checks, totals."""
