"""A recipe as an editor holds it, which may differ from the file on disk, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from nemo_spec.api.outputs import refused_exports
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.harness.clips import Arguments, arguments_in
from nemo_spec.language.diagnostics import Diagnostic, in_order
from nemo_spec.language.parser import Recipe, Statement, parse, read_source, source_of
from nemo_spec.language.source import Source, Span
from nemo_spec.recipe.variables import Scope, define


@dataclass
class Document:
    """One recipe: `text` as it is in the editor, `path` where it would lie on disk."""

    path: Path
    text: str
    source: Source = field(init=False)
    _refused: Diagnostic | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        # An editor may hold what UTF-8 cannot; one mark stands for each such character.
        source = source_of(str(self.path), self.text.encode("utf-8", "replace"))
        if isinstance(source, Diagnostic):
            self._refused, source = source, Source(str(self.path), "")
        self.source = source

    @cached_property
    def recipe(self) -> Recipe:
        """The statements of the text alone."""
        return parse(self.source)

    @cached_property
    def opened(self) -> Opened:
        """The recipe as `check` opens it."""
        return open_recipe(self.path, source=self._refused or self.source)

    @cached_property
    def previewed(self) -> Opened:
        """The same with the clips and values of the command in its comments, as `test` takes them."""
        given = arguments_in(self.text, self.path)
        if self._refused or given == Arguments():
            return self.opened
        return open_recipe(self.path, given.clips, given.settings, source=self.source)

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """All that `check` says, each with a place in this text.

        What is wrong in a used file is told where that file is used.
        """
        found = in_order([*self.opened.diagnostics, *refused_exports(self.opened)])
        return [self._placed(diagnostic) for diagnostic in found]

    def _placed(self, diagnostic: Diagnostic) -> Diagnostic:
        span = diagnostic.span
        if span is not None and span.source is self.source:
            return diagnostic
        message = diagnostic.message
        if span is not None:
            message = f"{span.source.name}:{span.line}: {message}"
        place = self._use_of(span.source) if span else None
        return Diagnostic(
            diagnostic.code, message, place or Span(self.source, 0, 0), diagnostic.cure
        )

    def _use_of(self, used: Source) -> Span | None:
        """The `use` of a file; the first one where the file is used by another that is used."""
        uses = [one.span for one in self.recipe.statements if one.tokens[0] == "use"]
        name = Path(used.name).name
        return next((span for span in uses if name in span.text), next(iter(uses), None))

    def statement_at(self, offset: int) -> Statement | None:
        """The statement that a place, in characters of `source.text`, lies in or at the end of."""
        spans = ((one, one.span) for one in self.recipe.statements)
        return next((one for one, span in spans if span.start <= offset <= span.end), None)

    def scope(self) -> Scope:
        """The names of this text and of the files that it uses, wherever they are defined."""
        scope = Scope()
        scope.suggestions = 0
        for recipe in (self.recipe, *self.used()):
            for statement in recipe.statements:
                if statement.tokens[0] == "let":
                    define(scope, statement, is_used_file=recipe is not self.recipe)
        return scope

    def used(self) -> Iterator[Recipe]:
        """The files that this one uses, each once, as `check` has read them."""
        mine = Path(self.path).resolve()
        for path in dict.fromkeys(self.opened.read):
            if path.suffix == self.path.suffix and path.resolve() != mine:
                source = read_source(path)
                if isinstance(source, Source):
                    yield parse(source)
