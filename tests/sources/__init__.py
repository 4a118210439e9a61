"""Tests of what is taken from outside the docs folder."""
