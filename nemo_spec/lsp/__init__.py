"""Recipes in an editor: what is wrong, what may follow, what a word means, how long the video gets."""
