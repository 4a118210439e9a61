"""Scripts for the Makefile and the tests: setup, Chromium, a server, screenshots."""
