"""What an AI agent may do with recipes: the same as a person, inside one folder, up to one ceiling."""
