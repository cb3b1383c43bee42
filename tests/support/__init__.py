"""Helpers shared by the tests; contains no tests."""
