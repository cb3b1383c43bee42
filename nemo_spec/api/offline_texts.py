"""What the bundled mock will draw otherwise than a recipe has it, said before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator

from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened
from nemo_spec.harness.bundled_mock import face_taken, undrawable
from nemo_spec.language.diagnostics import Diagnostic, in_order
from nemo_spec.recipe.plan import Planned
from nemo_spec.verbs.picture import Generate

NAMED = 5
"""So many characters of a line are named."""


def with_texts_checked(opened: Opened) -> Opened:
    """The same with a warning for each line with characters that no font here has, and for each font
    that is not here. The service has fonts of its own, so this concerns runs against the mock only."""
    planned, program = opened.planned, opened.program
    if planned is None or program is None:
        return opened
    found = [*_boxes(planned, program), *_faces(planned, program)]
    return opened._replace(diagnostics=in_order([*opened.diagnostics, *found]))


def _boxes(planned: Planned, program: Program) -> Iterator[Diagnostic]:
    missing: dict[int, dict[str, None]] = {}
    for owner, text, font in _drawn(program):
        if not text.isascii():
            boxes = undrawable(text, font)
            missing.setdefault(owner, {}).update(dict.fromkeys(boxes))
    for owner, characters in missing.items():
        if characters:
            message = f"no font here has {_listed(list(characters))}"
            cure = "offline a plain box is drawn; install a font that has it, or write another"
            yield Diagnostic("W290", message, planned.origins[owner].of("text"), cure)


def _faces(planned: Planned, program: Program) -> Iterator[Diagnostic]:
    said = set()
    for owner, _, font in _drawn(program):
        if font and font not in said and (taken := face_taken(font)) != font:
            said.add(font)
            span = planned.origins[owner].of("font")
            message, cure = f"there is no font `{font}` here", f"offline `{taken}` is drawn instead"
            yield Diagnostic("W291", message, span, cure)


def _drawn(program: Program) -> Iterator[tuple[int, str, str]]:
    """What is written over the picture or on a stand-in for a generated clip: statement, text, font."""
    for step in program.instructions:
        if isinstance(step.edit, Generate) and step.owner is not None:
            yield step.owner, step.edit.prompt, ""
    for layer in program.predicted.layers:
        if layer.kind == "text" and layer.owner is not None:
            font = str(layer.properties.get("font") or "")
            yield from ((layer.owner, text, font) for text in layer.texts)


def _listed(characters: list[str]) -> str:
    named = [f"{c} " * c.isprintable() + f"U+{ord(c):04X}" for c in characters[:NAMED]]
    more = len(characters) - NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
