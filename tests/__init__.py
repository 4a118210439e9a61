"""The tests mirror the package; what needs a whole site is built for real."""
