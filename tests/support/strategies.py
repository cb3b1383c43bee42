"""Statements drawn from the verb classes: every verb, every value, every option."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from nemo_spec.language.values import DAY, Decibels, Range, Spot, Sweep
from nemo_spec.verbs.base import VERBS, Slot, Statement, syntax_of, verb_of
from nemo_spec.verbs.project import Let
from nemo_spec.verbs.value_types import Kind

CLASSES = [statement for statement in VERBS.values() if statement is not Let]
"""All verbs except `let`, which is not part of a plan."""

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(characters, max_size=20) | st.sampled_from(
    [
        'say "hi"',
        "it's",
        "a; b",
        "# no comment",
        "{name} }}",
        "back\\slash",
        "a\nb\tc",
        "日本 🎬",
        " ",
    ]
)
times = (
    st.integers(0, DAY)
    | st.integers(0, 60_000)
    | st.sampled_from([0, 1, 999, 1000, 60_000, 90_000, 119_999, 120_000, DAY])
)
ranges = st.builds(Range, times, times | st.just("end")) | times.filter(bool).map(
    lambda length: Range(-length, "end")
)
names = st.from_regex(r"[^\W\d_]\w{0,6}", fullmatch=True).map(lambda name: normalize("NFC", name))
percents = st.integers(0, 100_000).map(lambda number: number / 1000)
sides = st.integers(1, 9999)

_BY_SAMPLE: dict[str, st.SearchStrategy[Any]] = {
    "T": times,
    "RANGE": ranges,
    "T|RANGE": times | ranges,
    '"…"': texts,
    "NAME": names,
    "CODE": st.from_regex(r"[a-z]{2,3}(-[A-Z]{2})?", fullmatch=True),
    "W:H": st.tuples(st.integers(1, 999), st.integers(1, 999)).map("{0[0]}:{0[1]}".format),
    "P": st.sampled_from(["top-left", "center"]) | st.builds(Spot, percents, percents),
    "N%|NdB": st.integers(0, 200_000).map(lambda number: number / 1000)
    | st.integers(-90_000, 6_000).map(lambda number: Decibels(number / 1000)),
    "SIZE": sides.map("{}p".format) | st.tuples(sides, sides).map("{0[0]}x{0[1]}".format),
    "<|<=|=|>=|>": st.sampled_from(["<", "<=", "=", ">=", ">"]),
    "N": st.integers(0, 10**15 - 1),
}
"""Values by their placeholder in help; words and bounded numbers need no entry."""


def values_of(kind: Kind) -> st.SearchStrategy[Any]:
    """Values for a field."""
    if kind.words and not kind.tokens:
        return st.sampled_from(kind.words)
    if kind.bounds is not None and kind.sample != "T":
        step = 1 if kind.sample == "N" else 1000
        low, high = (round(bound * step) for bound in kind.bounds)
        numbers = st.integers(low, high).map(lambda number: number / step)
        return numbers | st.builds(Sweep, numbers, numbers) if "SWEEP" in kind.tokens else numbers
    if kind.called == "a colour":
        return st.sampled_from(("white", "#fc0", "#ffcc00", "#ffcc0080", "light blue"))
    found = _BY_SAMPLE[kind.sample]
    return found | st.just("end") if "end" in kind.words else found


def _contents(slot: Slot) -> st.SearchStrategy[Any]:
    if slot.kind is None:
        return st.booleans()
    one = values_of(slot.kind)
    return st.lists(one, min_size=1, max_size=3).map(tuple) if slot.many else one


@st.composite
def statements(draw: st.DrawFn, cls: type[Statement] | None = None) -> Statement:
    """A statement of one class (default: any): the required fields and some optional ones."""
    cls = cls or draw(st.sampled_from(CLASSES))
    fields = {
        slot.field: draw(_contents(slot))
        for slot in syntax_of(cls).slots
        if slot.required or draw(st.booleans())
    }
    return cls(verb=verb_of(cls), **fields)
