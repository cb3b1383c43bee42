"""A sentence cut into clauses: what they share, and what is too uncertain to be carried out."""
