"""Each frame reads one kind of clause, and only if it accounts for every word of it."""
