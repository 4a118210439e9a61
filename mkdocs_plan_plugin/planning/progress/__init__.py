"""Tasks to progress: what counts, phases, stated status, activity."""
