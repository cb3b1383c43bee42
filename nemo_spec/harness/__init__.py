"""Recipes → Records: recipes found below paths, applied offline, and held to what is kept beside them."""
