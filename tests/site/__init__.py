"""Tests that build whole sites, as users do."""
