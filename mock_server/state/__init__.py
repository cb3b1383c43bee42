"""Everything that the mock stores."""
