"""One class per verb: its syntax, its sentence, its effect."""
