"""Recipes → Records: find recipes, apply them offline, compare them with their expected timelines."""
