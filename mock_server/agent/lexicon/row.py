"""A row of the lexicon: kind, meaning, phrases."""

Row = tuple[str, object, str]
