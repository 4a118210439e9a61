"""How far a plan is, as HTML: bars, captions, breakdown, burn-up."""
