"""Recipe → EditPlan: names resolved, other files taken in, every statement bound to its class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal, Union

from lark import Token
from pydantic import BaseModel, ConfigDict, Field

from nemo_spec.edits.base import Edit, Statement
from nemo_spec.edits.bind import TOKEN_NAMES, Bound, Scope, Variable, bind, plain
from nemo_spec.edits.cuts import Join
from nemo_spec.edits.material import Library, Material
from nemo_spec.edits.project import Clip, Use
from nemo_spec.edits.text import Captions
from nemo_spec.edits.verbs import STATEMENTS
from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.parser import collector_paused, end_of, parse, start_of
from nemo_spec.language.source import Source, Span

DEEPEST_USE = 20

if TYPE_CHECKING:
    AnyStatement = Statement
else:
    AnyStatement = Annotated[Union[STATEMENTS], Field(discriminator="verb")]  # noqa: UP007


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
    statements: tuple[AnyStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement of the plan was written, and its fields; kept beside the plan."""

    span: Span
    fields: Mapping[str, Span]

    def of(self, field_name: str) -> Span:
        return self.fields.get(field_name, self.span)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with the origins of its statements. With errors among the diagnostics it is partial."""

    plan: EditPlan
    origins: list[Origin]
    diagnostics: list[Diagnostic]


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
    planner = _Planner(library, list(clips), dict(overrides or {}))
    with collector_paused():
        planner.take_recipe(source)
        planner.finish()
        materials = tuple(planner.materials.values())
        statements = tuple(planner.filled(materials))
    plan = EditPlan.model_construct(
        version=1,
        recipe=_stem(source.name),
        language=planner.language,
        materials=materials,
        statements=statements,
    )
    return Planned(plan, planner.origins, planner.diagnostics)


@dataclass(slots=True)
class _Planner:
    library: Library
    clips: list[str]
    overrides: dict[str, str]
    scope: Scope = field(default_factory=Scope)
    statements: list[Statement] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    materials: dict[str, Material] = field(default_factory=dict)
    language: str = "en"
    open_files: list[Source] = field(default_factory=list)
    named_clips: bool = False
    set_names: set[str] = field(default_factory=set)

    # -- files --

    def take_recipe(self, source: Source) -> None:
        recipe = parse(source)
        self.open_files.append(source)
        if len(self.open_files) == 1:
            self._bind_command_line(recipe.statements)
        for index, written in enumerate(recipe.statements):
            if index:
                self._warn_of_lost_indent(recipe.statements[index - 1], written)
            self._take(written)
        self.open_files.pop()

    def _bind_command_line(self, statements: list[Written]) -> None:
        self.named_clips = any(written.tokens[0] == "clip" for written in statements)
        stem = _stem(self.clips[0]) if self.clips else "clip"
        token = Token("TEXT", values.show_text(stem), start_pos=0, end_pos=0)
        self.scope.variables["clip"] = Variable(token, statements_span(statements), used=True)
        if not self.named_clips:
            for path in self.clips or [""]:
                self._add_material(_stem(path) or "clip", path, None, None)

    def _take(self, written: Written) -> None:
        first = written.tokens[0]
        if first == "let":
            self._let(written)
            return
        bound = bind(written, self.scope)
        self.diagnostics += bound.diagnostics
        statement = bound.statement
        if statement is None:
            return
        if isinstance(statement, Use):
            self._use(statement, bound)
        elif len(self.open_files) > 1 and not isinstance(statement, Edit):
            cure = "a used file holds `let`, `use` and edits; write this in the recipe itself"
            message = f"`{statement.verb}` cannot stand in a used file"
            self._report("E233", message, bound.span, cure)
        elif isinstance(statement, Clip):
            self._clip(statement, bound)
        else:
            self._add(statement, bound)

    def _add(self, statement: Statement, bound: Bound) -> None:
        if isinstance(statement, Captions) and statement.path is not None:
            cues = self.library.cues(statement.path, bound.span.source)
            if isinstance(cues, Diagnostic):
                self._report(cues.code, cues.message, bound.spans["path"], cues.cure)
                return
            statement = statement.model_copy(update={"cues": cues})
        for path in statement.files if isinstance(statement, Edit) else ():
            found = self.library.file(path, bound.span.source)
            if isinstance(found, Diagnostic):
                self._report(found.code, found.message, bound.spans["path"], found.cure)
            else:
                statement = statement.model_copy(update={"path": str(found)})
        if statement.verb == "language":
            self.language = statement.code  # type: ignore[attr-defined]
        self.statements.append(statement)
        self.origins.append(Origin(bound.span, bound.spans))

    def _use(self, statement: Use, bound: Bound) -> None:
        span = bound.spans["path"]
        found = self.library.recipe(statement.path, bound.span.source)
        if isinstance(found, Diagnostic):
            self._report(found.code, found.message, span, found.cure)
        elif any(found.name == other.name for other in self.open_files):
            chain = " → ".join([source.name for source in self.open_files] + [found.name])
            self._report("E230", "files that use each other", span, chain)
        elif len(self.open_files) > DEEPEST_USE:
            self._report("E230", "files are used too deeply", span, "use fewer levels")
        else:
            self.take_recipe(found)

    # -- names --

    def _let(self, written: Written) -> None:
        tokens = written.tokens
        name = tokens[1] if len(tokens) > 1 and tokens[1].type == "WORD" else None
        if name is None or len(tokens) < 4 or tokens[2].value != "=":
            self.scope.undefined.add(str(name))
            self._report(
                "E104", "a `let` has a name and a value", written.span, 'let name = "value"'
            )
            return
        if not _is_name(name):
            cure = "use letters, digits and `_`"
            self._report("E106", "not a variable name", written.span_of(name), cure)
            self.scope.undefined.add(str(name))
            return
        token = self._let_value(written)
        span = written.span_of(name)
        if token is None:
            self.scope.undefined.add(str(name))
        elif str(name) not in self.scope.variables or str(name) == "clip":
            self._define(str(name), token, span)
        elif len(self.open_files) == 1:
            self._report("E203", f"`{name}` is defined twice", span, "give it another name")

    def _let_value(self, written: Written) -> Token | None:
        tokens = written.tokens[3:]
        token = tokens[0]
        if len(tokens) == 2 and token.value in ("first", "last"):
            return _spelled("RANGE", f"{token.value} {tokens[1].value}", token)
        span = written.span_of(token)
        if len(tokens) > 1:
            extra = Span(span.source, start_of(tokens[1]), end_of(tokens[-1]))
            self._report("E103", "a `let` has one value", extra, "put a text in quotes")
            return None
        if token.type == "VARIABLE":
            found = self.scope.find(token.value[1:])
            if found is None:
                self._report("E201", f"unknown variable `{token.value[1:41]}`", span)
            return found
        if token.type in ("JUNK", "UNTERMINATED", "COMMA", "OPERATOR"):
            invalid = values.explain_junk(token.value)
            code, cure = invalid.code, invalid.cure
            if token.type == "UNTERMINATED":
                code, cure = "E109", f"close the text with {token.value[0]}"
            self._report(code, "not a value", span, cure)
            return None
        return self._resolved_text(token, span) if token.type == "TEXT" else token

    def _resolved_text(self, token: Token, span: Span) -> Token | None:
        try:
            pieces = values.read_text(token.value)
        except values.Invalid as invalid:
            self._report(invalid.code, invalid.message, span, invalid.cure)
            return None
        text = ""
        for piece in pieces:
            found = piece if isinstance(piece, str) else self.scope.find(piece.name)
            if found is None:
                name = getattr(piece, "name", "")
                self._report("E201", f"unknown variable `{name[:40]}`", span)
                return None
            text += found if isinstance(piece, str) else plain(Token(found.type, found))  # type: ignore[attr-defined]
        return _spelled("TEXT", values.show_text(text), token)

    def _define(self, name: str, token: Token, span: Span) -> None:
        self.set_names.add(name)
        if name in self.overrides:
            override = self._overridden(name, token)
            if override is None:
                return
            token = override
        self.scope.variables[name] = Variable(token, span)

    def _overridden(self, name: str, token: Token) -> Token | None:
        text = self.overrides[name]
        if token.type == "TEXT":
            return _spelled("TEXT", values.show_text(text), token)
        statements = parse(Source("--set", text)).statements
        tokens = statements[0].tokens if len(statements) == 1 else []
        if len(tokens) == 1 and tokens[0].type not in ("JUNK", "UNTERMINATED", "OPERATOR", "COMMA"):
            return _spelled(tokens[0].type, tokens[0].value, token)
        if len(tokens) == 2 and tokens[0].value in ("first", "last"):
            return _spelled("RANGE", f"{tokens[0].value} {tokens[1].value}", token)
        what = TOKEN_NAMES.get(token.type, "a word")
        message = f"--set {name}: `{text[:60]}` is not {what}"
        self.diagnostics.append(
            Diagnostic("E205", message, None, f"write it as in the recipe: {token}")
        )
        self.scope.undefined.add(name)
        return None

    # -- clips --

    def _clip(self, statement: Clip, bound: Bound) -> None:
        path, source = statement.path, bound.span.source
        if statement.name in self.materials:
            cure = "give it another name"
            self._report("E203", f"clip `{statement.name}` is named twice", bound.span, cure)
            return
        if not _is_name(statement.name):
            self._report(
                "E106", "not a clip name", bound.spans["name"], "use letters, digits and `_`"
            )
            return
        if path is None:
            path = self.clips.pop(0) if self.clips else ""
            self._add_material(statement.name, path, bound, None, statement.duration)
        else:
            self._add_material(statement.name, path, bound, source, statement.duration)
        self._add(statement, bound)

    def _add_material(
        self,
        name: str,
        path: str,
        bound: Bound | None,
        source: Source | None,
        duration: int | None = None,
    ) -> None:
        span = bound.span if bound else None
        while name in self.materials:
            name += "_"
        if not path:
            self.materials[name] = Material(name, "")
            return
        found = self.library.clip(path, source)
        if isinstance(found, Diagnostic):
            place = span if source else None
            self.diagnostics.append(Diagnostic(found.code, found.message, place, found.cure))
            self.materials[name] = Material(name, path)
            return
        if any(
            other.name == found.name and other.path != found.path
            for other in self.materials.values()
        ):
            cure = "rename one of them: the service tells uploads apart by name"
            message = f"two clips have the file name {found.name}"
            self.diagnostics.append(Diagnostic("E241", message, span, cure))
        if duration is not None and not found.still and span:
            cure = "cut a video with `keep`"
            self._report("E242", "only pictures are shown `for` a time", span, cure)
        length = (duration or 5000) if found.still else found.length
        self.materials[name] = Material(
            found.name, found.path, length, found.still, found.width, found.height
        )

    def filled(self, materials: tuple[Material, ...]) -> list[Statement]:
        """The statements, every `join` with the files of its clips."""
        filled: list[Statement] = []
        for statement, origin in zip(self.statements, self.origins, strict=True):
            if isinstance(statement, Join):
                statement = self._joined(statement, origin)
            filled.append(statement)
        return filled

    def _joined(self, join: Join, origin: Origin) -> Join:
        span = origin.of("clips")
        for name in join.clips:
            if name not in self.materials:
                near = self.scope.nearest(name, list(self.materials))
                cure = f"did you mean `{near}`?" if near else f'write `clip {name} "…"` above'
                self._report("E240", f"unknown clip `{name[:40]}`", span, cure)
        for name in sorted(set(self.materials) - set(join.clips)):
            self._report("W241", f"clip `{name}` is not in the join", span, "it will not be used")
        known = tuple(self.materials[name] for name in join.clips if name in self.materials)
        return join.model_copy(update={"materials": known})

    # -- the end --

    def finish(self) -> None:
        """What can only be said once everything is read."""
        if self.named_clips and self.clips:
            shown = ", ".join(self.clips[:3])
            message = f"more clips on the command line than the recipe names: {shown}"
            self.diagnostics.append(Diagnostic("E240", message, None, "write `clip NAME` for each"))
        for name in sorted(set(self.overrides) - self.set_names):
            near = self.scope.nearest(name, sorted(self.set_names))
            cure = f"did you mean `{near}`?" if near else "the recipe has no `let` of that name"
            self.diagnostics.append(
                Diagnostic("E205", f"--set {name}: unknown variable", None, cure)
            )
        for name, variable in self.scope.variables.items():
            if not variable.used and variable.span.source is not None:
                self._report(
                    "W204", f"`{name}` is never used", variable.span, "delete it or use it"
                )

    def _warn_of_lost_indent(self, before: Written, written: Written) -> None:
        """A line that the statement above would accept as its options, had it been indented."""
        word = written.tokens[0]
        if word.type != "WORD" or before.span.line + 1 < written.span.line - _height(before):
            return
        statement = _statement_class(before)
        if statement is not None and _accepts_option(statement, before, written):
            self._report(
                "W120", "this line is a statement of its own", written.span_of(word), _INDENT
            )

    def _report(self, code: str, message: str, span: Span, cure: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, span, cure))


_INDENT = "indent to attach it to the statement above"


def statements_span(statements: Sequence[Written]) -> Span:
    return statements[0].span if statements else Span(Source("", ""), 0, 0)


def _height(written: Written) -> int:
    span = written.span
    return span.source.locate(span.end)[0] + 1 - span.line


def _statement_class(written: Written) -> type[Statement] | None:
    from nemo_spec.edits.verbs import BY_VERB, find_verb

    words = [str(token) for token in written.tokens[:4] if token.type == "WORD"]
    verb = find_verb(words)
    return BY_VERB[verb] if verb else None


def _accepts_option(statement: type[Statement], before: Written, written: Written) -> bool:
    from nemo_spec.edits.base import syntax_of

    words = [str(token) for token in written.tokens[:2]]
    given = [str(token) for token in before.tokens]
    for option in syntax_of(statement).options:
        parts = option.split()
        if words[: len(parts)] == parts and not _contains(given, parts):
            return True
    return False


def _contains(words: list[str], parts: list[str]) -> bool:
    return any(words[i : i + len(parts)] == parts for i in range(len(words)))


def _is_name(name: str) -> bool:
    return name.replace("_", "a").isalnum()


def _spelled(kind: str, text: str, like: Token) -> Token:
    return Token(kind, text, start_pos=start_of(like), end_pos=end_of(like))


def _stem(path: str) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name
