"""Recipe → EditPlan: names resolved, other files taken in, every statement bound to its class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple, Union

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.gc_pause import gc_paused
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import MAX_BYTES, Recipe, parse
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.source import Source, Span
from nemo_spec.recipe.binder import Bound, bind
from nemo_spec.recipe.clips import Clips, stem
from nemo_spec.recipe.indent import lost_indent
from nemo_spec.recipe.variables import Scope, Variable, define, leftovers
from nemo_spec.verbs.base import VERBS, Edit, Statement
from nemo_spec.verbs.join import Placing
from nemo_spec.verbs.material import Library, Material
from nemo_spec.verbs.overlays import Overlay
from nemo_spec.verbs.project import Clip, Cover, Language, Use
from nemo_spec.verbs.sound import Music
from nemo_spec.verbs.text import Captions

DEEPEST_USE = 20
MOST_USES = 200
"""So often may files be used in one recipe: two that use the next one twice each would double with
every level."""


class _OfItsVerb:
    """Makes a statement of the class that `verb` names, whichever the language has by then."""

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        classes: Any = Union[tuple(VERBS.values())]  # noqa: UP007
        return handler.generate_schema(Annotated[classes, Field(discriminator="verb")])


class EditPlan(BaseModel):
    """What a recipe asks for, with nothing left to look up.

    `version` is that of this shape. `materials` are the clips in order; a clip that is bound to no
    file yet has an empty path.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: Literal[1] = 1
    recipe: str
    language: str = "en"
    materials: tuple[Material, ...] = ()
    statements: tuple[Annotated[Statement, _OfItsVerb()], ...] = ()


class Origin(NamedTuple):
    """Where a statement of the plan was written, and its fields; kept beside the plan."""

    span: Span
    fields: Mapping[str, Span]

    def of(self, field_name: str) -> Span:
        """Where a field was written; the whole statement where it was not."""
        return self.fields.get(field_name, self.span)


class Planned(NamedTuple):
    """A plan with the origins of its statements. With errors among the diagnostics it is partial.
    `variables` are the names that `let` defines."""

    plan: EditPlan
    origins: list[Origin]
    diagnostics: list[Diagnostic]
    variables: tuple[str, ...] = ()


def make_plan(
    source: Source,
    library: Library,
    *,
    clips: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> Planned:
    """The plan of a recipe.

    `clips` are the paths of the command line, bound in order; `overrides` the `--set` values.
    """
    planner = _Planner(library, Clips(library, list(clips)), Scope(dict(overrides or {})))
    with gc_paused():
        return planner.plan(source, stem(clips[0]) if clips else "clip")


def _variable_in(written: Written) -> Token | None:
    return next((token for token in written.tokens if token.type == "VARIABLE"), None)


@dataclass(slots=True)
class _Planner:
    """A recipe on its way: what has been read so far.

    `open_files` is the chain of `use`, `uses` how many there were, `taken_in` the characters that
    they brought.
    """

    library: Library
    clips: Clips
    scope: Scope
    statements: list[Statement] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    open_files: list[Source] = field(default_factory=list)
    uses: int = 0
    taken_in: int = 0

    def plan(self, source: Source, first_clip: str) -> Planned:
        recipe = parse(source)
        token = Token("TEXT", values.show_text(first_clip), start_pos=0, end_pos=0)
        self.scope.variables["clip"] = Variable(token, None)
        if not any(written.tokens[0] == "clip" for written in recipe.statements):
            self.diagnostics += self.clips.bind_in_order()
        self._take_all(recipe)
        self.diagnostics += self.clips.leftovers() + leftovers(self.scope)
        plan = EditPlan.model_construct(
            version=1,
            recipe=stem(source.name),
            language=self._language(),
            materials=tuple(self.clips.materials.values()),
            statements=tuple(self.statements),
        )
        names = tuple(name for name, one in self.scope.variables.items() if one.span)
        return Planned(plan, self.origins, self.diagnostics, names)

    def _take_all(self, recipe: Recipe) -> None:
        self.open_files.append(recipe.source)
        before = None
        for written in recipe.statements:
            is_bound = self._take(written)
            if before and not is_bound and (warning := lost_indent(before, written)):
                self.diagnostics.append(warning)
            before = written
        self.open_files.pop()

    def _take(self, written: Written) -> bool:
        """Whether the line is a statement of its own."""
        first = written.tokens[0].value
        if first == "let":
            is_used_file = len(self.open_files) > 1
            self.diagnostics += define(self.scope, written, is_used_file=is_used_file)
            return True
        if first == "use" and (variable := _variable_in(written)):
            message, cure = "a used file is named outright", 'write `use "brand.edit"`'
            span = written.span_of(variable)
            self.diagnostics.append(Diagnostic("E106", message, span, cure))
            return True
        bound = bind(written, self.scope)
        self.diagnostics += bound.diagnostics
        statement = bound.statement
        if statement is None:
            if first == "clip":
                self.clips.refuse(written.tokens[1:])
            return False
        if isinstance(statement, Use):
            self._use(statement, bound)
        elif len(self.open_files) > 1 and not isinstance(statement, Edit):
            message = f"`{statement.verb}` is not allowed in a used file"
            cure = "a used file holds `let`, `use` and edits; write this in the recipe itself"
            self.diagnostics.append(Diagnostic("E233", message, bound.span, cure))
        else:
            self._add(self._completed(statement, bound), bound)
        return True

    def _add(self, statement: Statement, bound: Bound) -> None:
        self.statements.append(statement)
        self.origins.append(Origin(bound.span, bound.spans))

    def _completed(self, statement: Statement, bound: Bound) -> Statement:
        """The statement with what only files can tell."""
        if isinstance(statement, Clip):
            self.diagnostics += self.clips.bind(statement, bound.spans, bound.span)
        elif isinstance(statement, Cover):
            self.diagnostics += self.clips.cover(statement.path, bound.spans["path"])
        elif isinstance(statement, Placing):
            names = range(len(statement.clips))
            spans = [bound.spans.get(f"clips.{i}", bound.span) for i in names]
            statement, found = self.clips.joined(statement, spans, bound.spans["clips"], self.scope)
            self.diagnostics += found
        elif isinstance(statement, Captions) and statement.path is not None:
            return self._with_cues(statement, statement.path, bound)
        elif isinstance(statement, Edit) and statement.files:
            return self._with_file(statement, bound)
        return statement

    def _with_cues(self, statement: Captions, path: str, bound: Bound) -> Statement:
        found = self.library.subtitles(path, bound.span.source, statement.encoding)
        if isinstance(found, Diagnostic):
            self._refuse(found, bound.spans["path"])
            return statement
        if found.lost:
            more = f" and {len(found.lost) - 5} more" if len(found.lost) > 5 else ""
            kinds = ", ".join(found.lost[:5]) + more
            message = f"captions cannot keep all that is in {path}: {kinds}"
            cure = "the text is kept without it"
            self.diagnostics.append(Diagnostic("W234", message, bound.spans["path"], cure))
        return statement.model_copy(update={"cues": found.cues})

    def _with_file(self, statement: Edit, bound: Bound) -> Statement:
        found = self.library.file(statement.files[0], bound.span.source)
        if isinstance(found, Diagnostic):
            self._refuse(found, bound.spans["path"])
            return statement
        update: dict[str, object] = {"path": str(found)}
        if isinstance(statement, Music) or (isinstance(statement, Overlay) and statement.plays):
            look = self.library.look(found)
            if isinstance(look, Diagnostic):
                self._refuse(look, bound.spans["path"])
            elif look is not None:
                update["file_length"] = look.length
                for one in statement.check_file(look):
                    span = bound.spans[one.field]
                    self.diagnostics.append(Diagnostic(one.code, one.message, span, one.cure))
        return statement.model_copy(update=update)

    def _use(self, statement: Use, bound: Bound) -> None:
        span = bound.spans["path"]
        self.uses += 1
        if self.uses > MOST_USES or self.taken_in > MAX_BYTES:
            cure = f"{MOST_USES} times and {MAX_BYTES // 1024**2} MB are the most"
            self.diagnostics.append(Diagnostic("E230", "files are used too often", span, cure))
            return
        found = self.library.recipe(statement.path, bound.span.source)
        self.taken_in += 0 if isinstance(found, Diagnostic) else len(found.text)
        if isinstance(found, Diagnostic):
            self._refuse(found, span)
        elif any(found.name == other.name for other in self.open_files):
            chain = " → ".join([source.name for source in self.open_files] + [found.name])
            self.diagnostics.append(Diagnostic("E230", "files that use each other", span, chain))
        elif len(self.open_files) > DEEPEST_USE:
            cure = "use fewer levels"
            self.diagnostics.append(Diagnostic("E230", "files are used too deeply", span, cure))
        else:
            self._take_all(parse(found))

    def _refuse(self, found: Diagnostic, span: Span) -> None:
        """What the library says about a file, at the place that names it."""
        self.diagnostics.append(Diagnostic(found.code, found.message, span, found.cure))

    def _language(self) -> str:
        named = [statement for statement in self.statements if isinstance(statement, Language)]
        return named[0].code if named else "en"
