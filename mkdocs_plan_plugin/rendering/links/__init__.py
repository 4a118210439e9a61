"""Links of ids and plans, as HTML, and what stands beside them."""
