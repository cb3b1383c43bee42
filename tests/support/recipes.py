"""A small project of recipes for `nemo-spec test`."""

from __future__ import annotations

from pathlib import Path

from support.short_recipes import MEDIA

CLIP = MEDIA / "product.mp4"
LIE = "claimed_not_applied:match=Bad"
"""A fault under which only line 3 of the recipe `bad` fails."""


def recipe(title: str) -> str:
    return f'clip shot "{CLIP}"\n\ntitle 0-1s "{title}"\n'


def written(folder: Path, **recipes: str) -> Path:
    """Write these recipes into a folder `specs`."""
    specs = folder / "specs"
    specs.mkdir(exist_ok=True)
    for name, text in recipes.items():
        (specs / f"{name}.edit").write_text(text, "utf-8")
    return specs
