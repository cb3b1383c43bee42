"""A message turned into operations: sentence after sentence, with what came before it in mind."""
