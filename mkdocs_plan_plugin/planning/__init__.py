"""Document to Plan: what follows from what is written. Pure functions over the model."""
