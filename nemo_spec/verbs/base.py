"""What every statement of the language is: a class whose fields are its syntax."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from nemo_spec.language.values import DAY, Point, Range, show_range
from nemo_spec.media.clip import Clip as MediaFile
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.model import Interval, Timeline, exactly
from nemo_spec.verbs.value_types import Kind

Phase = Literal["setup", "edit", "export", "anywhere"]
Group = Literal[
    "Names and files", "Cuts and time", "Texts", "Picture", "Music and sound", "Anything else",
    "Checks", "Delivery",
]  # fmt: skip
"""The headings of help and the reference, in their order."""


class Problem(NamedTuple):
    """What a statement finds wrong with itself; `field` narrows the place to one value.

    `since` is the index of the statement that last changed the duration; `{since}` in the texts
    becomes "after line N" once lines are known.
    """

    code: str
    message: str
    cure: str = ""
    field: str = ""
    since: int | None = None

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")


# Where statements are defined, annotations are no texts: pydantic would compile each of them again.
class Statement(BaseModel):
    """A verb with its values and options.

    A field without `option(...)` is a value, recognised by its kind; a field with it is an option.
    The class docstring is the help text: a sentence that sums the verb up, then details, and last,
    after `Afterwards:`, what the draft must hold. A subclass with a `verb` and a `group` is part of
    the language from then on; a second one of the same verb raises TypeError.

    `group` is the heading it is listed under. `synonyms` are words of other programs that lead to it.
    `example` is one line that uses the verb; `form` is its usage where the fields do not tell it.
    `hints` are words that are often tried as a value, each with the cure.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    verb: str
    group: ClassVar[Group]
    phase: ClassVar[Phase] = "anywhere"
    synonyms: ClassVar[tuple[str, ...]] = ()
    example: ClassVar[str] = ""
    form: ClassVar[str] = ""
    hints: ClassVar[dict[str, str]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        verb = cls.model_fields["verb"].default
        if isinstance(verb, str) and hasattr(cls, "group"):
            if verb in VERBS:
                raise TypeError(f"`{verb}` is two classes: {VERBS[verb].__name__}, {cls.__name__}")
            VERBS[verb] = cls

    @classmethod
    def inserted(cls, text: str) -> str:
        """What `{name}` becomes inside a text of this statement."""
        return text

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        """Problems of the values with each other and with the timeline that they act on."""
        yield from ()


VERBS: dict[str, type[Statement]] = {}
"""Every statement class of the language by its verb, in the order in which they are defined."""


class Edit(Statement):
    """A statement that changes the timeline.

    `moves_time`: what follows on the timeline comes earlier or later. `follows_video`: the layers it
    adds shift with the video then. `alone`: it always gets a message of its own, where neighbours of
    one `group` may share one. `generates`: it makes a clip, which is priced on its own.
    `needs_silences`: its effect depends on the silences of the clips. `note` is a remark for the plan.
    `sentences` are the instruction in English and in Chinese, where it is always the same.
    """

    phase: ClassVar[Phase] = "edit"
    moves_time: ClassVar[bool] = False
    follows_video: ClassVar[bool] = False
    alone: ClassVar[bool] = False
    generates: ClassVar[bool] = False
    needs_silences: ClassVar[bool] = False
    note: ClassVar[str] = ""
    sentences: ClassVar[tuple[str, str]]

    def english(self) -> str:
        """The instruction that is sent: one concrete sentence."""
        return self.sentences[0]

    def chinese(self) -> str:
        """The same sentence for a session in Chinese."""
        return self.sentences[1]

    def instruct(self, language: str) -> str:
        """The instruction in the session's language; others are sent in English that names it."""
        if language.partition("-")[0] == "zh":
            return self.chinese()
        if language.partition("-")[0] == "en":
            return self.english()
        return f"{self.english()} (The language of this project is {language}.)"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        """What the edit does to the timeline that it acts on."""
        raise NotImplementedError

    def forecast(self, timeline: Timeline) -> str:
        """What the plan says beside the change of the duration; empty where that tells all."""
        return ""

    def called(self, layer: int) -> str:
        """What a message calls one of its layers, counted from 0; "" for the edit itself."""
        return ""

    def check_file(self, file: MediaFile) -> Iterator[Problem]:
        """What speaks against the file that it brings along, by what is in it. Each names a field that
        was written."""
        return iter(())

    @property
    def files(self) -> tuple[str, ...]:
        """Paths of the files that must be uploaded for the edit, as the recipe writes them."""
        return ()


# pydantic reads the annotations of all bases again for every verb, a thirtieth of `check`. Those of class
# variables have been read by now, and mypy reads them above.
Statement.__annotations__ = {"verb": str}
Edit.__annotations__ = {}


def option(
    words: str, default: Any = None, about: str = "", *, sample: str = "", required: bool = False
) -> Any:
    """A field that is written as option words and a value; a `bool` field has no value.

    `about` says what it means, and what holds without it; `sample` stands for it in a usage line.
    """
    extra: dict[str, Any] = {"option": words, "sample": sample}
    default = ... if required else default
    return Field(default, description=about or None, json_schema_extra=extra)


def value(default: Any = None, about: str = "", *, sample: str = "") -> Any:
    """A value; with a default it may be left out, with `...` it may not."""
    return Field(default, description=about or None, json_schema_extra={"sample": sample})


# ---- Syntax, read off the fields -----------------------------------------------------------------


class Slot(NamedTuple):
    """One field as syntax. `words` is empty for a value; `kind` is None for a flag."""

    field: str
    kind: Kind | None
    words: str
    required: bool
    many: bool
    default: Any
    about: str
    sample: str

    @property
    def plain(self) -> str:
        """As help writes it: the words and what stands for the value."""
        sample = f"{self.sample}, …" if self.many else self.sample
        return " ".join(filter(None, (self.words, sample)))

    @property
    def shown(self) -> str:
        """The same, in brackets where it may be left out."""
        return self.plain if self.required else f"[{self.plain}]"


class Syntax(NamedTuple):
    """The fields as they are written: the values, then the options, unless the verb has a form of its own;
    the values, and the options by their words."""

    slots: tuple[Slot, ...]
    values: tuple[Slot, ...]
    options: dict[str, Slot]
    required: tuple[Slot, ...]


@cache
def syntax_of(statement: type[Statement]) -> Syntax:
    """The syntax that the fields of a statement class declare."""
    slots = [slot for name in statement.model_fields if (slot := _slot(statement, name))]
    in_order = slots if statement.form else sorted(slots, key=lambda slot: bool(slot.words))
    return Syntax(
        slots=tuple(in_order),
        values=tuple(slot for slot in slots if not slot.words),
        options={slot.words: slot for slot in slots if slot.words},
        required=tuple(slot for slot in slots if slot.required),
    )


def places_of(statement: type[Statement]) -> list[Slot]:
    """The fields that hold points or ranges of the timeline, in order."""
    return [slot for slot in syntax_of(statement).slots if slot.kind and slot.kind.place]


def verb_of(statement: type[Statement]) -> str:
    """The verb of a statement class."""
    verb: str = statement.model_fields["verb"].default
    return verb


def usage(statement: type[Statement]) -> str:
    """`title RANGE "…" [at …] …`"""
    if statement.form:
        return statement.form
    return " ".join([verb_of(statement), *(slot.shown for slot in syntax_of(statement).slots)])


def written(statement: Statement) -> str:
    """The statement as a line of a recipe, in its plainest form."""
    parts = [statement.verb]
    for slot in syntax_of(type(statement)).slots:
        parts.extend(_written(slot, getattr(statement, slot.field)))
    return " ".join(parts)


def _written(slot: Slot, content: Any) -> list[str]:
    if content is None or (not slot.required and content == slot.default):
        return []
    if slot.kind is None:
        return [slot.words]
    show = slot.kind.show
    shown = ", ".join(show(item) for item in content) if slot.many else show(content)
    return [slot.words, shown] if slot.words else [shown]


def _slot(statement: type[Statement], name: str) -> Slot | None:
    field = statement.model_fields[name]
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    words = str(extra.get("option", ""))
    kind = next((item for item in field.metadata if isinstance(item, Kind)), None)
    kind = kind or _kind_in(field.annotation)
    if kind is None and not words:
        return None
    return Slot(
        field=name,
        kind=kind,
        words=words,
        required=field.is_required(),
        many=get_origin(field.annotation) is tuple,
        default=None if field.is_required() else field.default,
        about=field.description or "",
        sample=str(extra.get("sample") or (kind.sample if kind else "")),
    )


def _kind_in(annotation: Any) -> Kind | None:
    if get_origin(annotation) is Annotated:
        return next((item for item in annotation.__metadata__ if isinstance(item, Kind)), None)
    for inner in get_args(annotation):
        if kind := _kind_in(inner):
            return kind
    return None


# ---- Places on a timeline ------------------------------------------------------------------------


def place(point: Point, length: Interval) -> Interval:
    """Where a point lies on a timeline of that length; negative points count from the end."""
    if point == "end":
        return length
    if point < 0:
        return Interval(max(0, length.lo + point), max(0, length.hi + point))
    return exactly(point)


def place_range(range_: Range | None, length: Interval) -> tuple[Interval, Interval]:
    """Where a range begins and ends; no range is the whole timeline."""
    if range_ is None:
        return exactly(0), length
    return place(range_.start, length), place(range_.end, length)


def check_range(range_: Range | None, timeline: Timeline, field: str) -> Iterator[Problem]:
    """End after start, and not certainly outside the timeline."""
    if range_ is None:
        return
    start, end = range_.start, range_.end
    if start >= 0 and end != "end" and end <= start:
        yield backwards(range_, field)
    elif not timeline.unknown and start >= timeline.length.hi and timeline.length.hi < DAY:
        yield outside(timeline, field)
    elif not timeline.unknown and end != "end" and end > timeline.length.hi:
        message = f"{it_lasts(timeline)}; the rest of the range is ignored"
        cure = f"write `{show_range(Range(start, 'end'))}`" if start >= 0 else ""
        yield Problem("W212", message, cure, field)


def check_ranges(ranges: Iterable[Range], timeline: Timeline, field: str) -> Iterator[Problem]:
    """The same for several ranges, each at its own place."""
    for index, range_ in enumerate(ranges):
        yield from check_range(range_, timeline, f"{field}.{index}")


def backwards(range_: Range, field: str) -> Problem:
    """The problem of a range whose end is not after its start."""
    if range_.end == range_.start or range_.end == "end":
        return Problem("E210", "the range is empty", "let it end after it begins", field)
    turned = show_range(Range(range_.end, range_.start))
    return Problem("E210", "the range ends before it begins", f"write `{turned}`", field)


def check_point(point: Point, timeline: Timeline, field: str) -> Iterator[Problem]:
    """A point must not certainly be after the end of the timeline."""
    if point != "end" and not timeline.unknown and point > timeline.length.hi:
        yield outside(timeline, field)


def check_lasting(duration: int, field: str = "duration") -> Iterator[Problem]:
    """A time that is there."""
    if duration == 0:
        yield Problem("E107", "the duration is zero", "write a longer time", field)


def outside(timeline: Timeline, field: str) -> Problem:
    """The problem of a time after the end of the timeline."""
    return Problem("E211", "this is after the end of the timeline", it_lasts(timeline), field)


def it_lasts(timeline: Timeline) -> str:
    """How long the timeline is, and since which line: what to go by in place of a time beyond it."""
    return f"the timeline is {length_of(timeline)} long{{since}}"


def length_of(timeline: Timeline) -> str:
    """How long the timeline is, in seconds, for a message."""
    lo, hi = timeline.length
    return f"{lo / 1000:g} s" if lo == hi else f"at most {hi / 1000:g} s"
