"""A library without a disk, and everything from bytes to diagnostics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from nemo_spec.compile import Program, compile_plan, diagnostics_of
from nemo_spec.language.diagnostics import Diagnostic, in_order
from nemo_spec.language.formatter import format_source
from nemo_spec.language.parser import parse, source_of
from nemo_spec.language.source import Source
from nemo_spec.media.clip import Clip
from nemo_spec.media.cues import Cue, Subtitles
from nemo_spec.recipe.binder import Bound, bind
from nemo_spec.recipe.plan import Planned, make_plan
from nemo_spec.recipe.variables import Scope
from nemo_spec.verbs.material import Material

USED = 'let brand = "Acme"\nlet long = 3s\ntitle 0-1s "{brand}"\n'


class FakeLibrary:
    """Every file exists. Clips last a minute; a `?` in the name makes the length unknown."""

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        if path.endswith("self.edit"):
            return source
        is_there = path.endswith(".edit") and len(path) < 256
        return Source(path, USED) if is_there else Diagnostic("E231", "no file")

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        if not path.strip():
            return Diagnostic("E231", "not a file name")
        still = path.endswith(".png")
        length = None if "?" in path or still else 60_000
        return Material(path.rpartition("/")[2], path, length, still, 1920, 1080)

    def file(self, path: str, source: Source) -> PurePath | Diagnostic:
        return PurePath(path) if path.strip() else Diagnostic("E231", "not a file name")

    def look(self, place: PurePath) -> Clip | Diagnostic | None:
        return None if "?" in str(place) else Clip(60_000, 1920, 1080, sounds=1)

    def subtitles(
        self, path: str, source: Source, encoding: str | None = None
    ) -> Subtitles | Diagnostic:
        return Subtitles((Cue(0, 1000, "one", 1, 2), Cue(1000, 2000, "two", 2, 6)))


@dataclass(frozen=True)
class Checked:
    source: Source
    planned: Planned
    program: Program
    diagnostics: list[Diagnostic]

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.diagnostics]


def check(
    text: str | bytes,
    clips: Sequence[str] = ("clip.mp4",),
    overrides: Mapping[str, str] | None = None,
) -> Checked:
    """Read, plan and compile a recipe, as every command does."""
    found = source(text if isinstance(text, bytes) else text.encode())
    planned = make_plan(found, FakeLibrary(), clips=clips, overrides=overrides)
    program = compile_plan(planned.plan)
    problems = [*planned.diagnostics, *diagnostics_of(program.problems, planned.origins)]
    return Checked(found, planned, program, in_order(problems))


def bound(text: str) -> list[Bound]:
    """The statements of a text, each bound separately."""
    return bound_file(text.encode())


def bound_file(content: bytes) -> list[Bound]:
    """The statements of a file, each bound separately."""
    return [bind(written, Scope()) for written in parse(source(content)).statements]


def formatted_file(content: bytes) -> bytes:
    formatted = format_source(source(content))
    assert isinstance(formatted, str), formatted
    return formatted.encode()


def source(content: bytes) -> Source:
    found = source_of("x.edit", content)
    assert isinstance(found, Source), found
    return found
