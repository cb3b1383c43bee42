"""What stands in a message besides words: times, ranges, levels, quoted texts, names of files."""
