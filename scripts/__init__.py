"""Helpers of the Makefile and the tests: set-up, Chromium, a server, pictures."""
