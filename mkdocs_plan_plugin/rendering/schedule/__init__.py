"""When things happen, as HTML: timeline, roadmap, their axis and arrows."""
