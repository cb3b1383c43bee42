"""Malformed drafts, as JSON text."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_fields import SPELLINGS
from nemo_spec.timeline.model import Timeline

TINY = 5e-324
DEEP = "[" * 400 + "]" * 400
"""Deep enough to overflow recursive code, though `json` reads it."""

_KEYS = sorted({spelling.partition(".")[0] for all_ in SPELLINGS.values() for spelling in all_})
_NUMBERS = st.one_of(
    st.sampled_from([0, -1, 1, 2, 0.5, TINY, -0.0, 10**12, 10**12 - 1, 10**400, -(10**400), 1e308, 1e-308]),
    st.sampled_from([float("nan"), float("inf"), float("-inf")]),
    st.integers(-10, 100_000),
    st.floats(0, 1e6),
)  # fmt: skip
_TEXTS = st.one_of(
    st.sampled_from(["", "\ud800", "\x1b[2J", "\u202e", "title", "overlay", "music", "a" * 5000, "{x}"]),
    st.sampled_from(["interview.mp4", "dog.mp4", "Intro", "lo-fi", "16:9", "fill", "top-left"]),
    st.text(max_size=5),
)  # fmt: skip
_SCALARS = st.one_of(_NUMBERS, _TEXTS, st.booleans(), st.none())
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(_KEYS), _TEXTS), inner, max_size=3),
    ),
    max_leaves=6,
)
_SEGMENTS = st.one_of(
    st.dictionaries(st.sampled_from([*_KEYS, "tr", "hidden", "m"]), _VALUES, max_size=6),
    st.fixed_dictionaries(
        {"src": st.sampled_from(["interview.mp4", "x.mp4"]), "d": st.integers(0, 20_000)},
        optional={
            "speed": _NUMBERS, "in": _NUMBERS, "out": _NUMBERS, "s": _NUMBERS, "vol": _NUMBERS,
            "tr": _VALUES, "fade_in": _NUMBERS, "fade_out": _NUMBERS, "reverse": _SCALARS,
        },
    ),
    st.fixed_dictionaries({"text": _TEXTS, "s": _NUMBERS, "d": _NUMBERS}),
    _VALUES,
)  # fmt: skip
_TRACKS = st.one_of(
    st.fixed_dictionaries(
        {"tt": st.sampled_from([0, 1, 7, 3, True, "0", None]), "sg": st.lists(_SEGMENTS, max_size=4)},
        optional={"name": _SCALARS, "muted": _SCALARS},
    ),
    _VALUES,
)  # fmt: skip
_CANVAS = st.sampled_from(["width", "height", "fps", "fill"])
_WHOLE = st.fixed_dictionaries(
    {"t": st.lists(_TRACKS, max_size=4)},
    optional={
        "d": _VALUES,
        "m": st.one_of(_VALUES, st.dictionaries(_CANVAS, _SCALARS)),
    },
)  # fmt: skip


def odd_drafts(real: list[dict[str, Any]]) -> st.SearchStrategy[str]:
    """Invented drafts, and real ones with odd values in some places."""
    texts = st.one_of(_WHOLE, _WHOLE, damaged(real), damaged(real)).map(json.dumps)
    return st.one_of(texts, texts, st.builds(_with_deep, texts), st.builds(_doubled, texts))


@st.composite
def damaged(draw: Callable[..., Any], real: list[dict[str, Any]]) -> Any:
    draft = copy.deepcopy(draw(st.sampled_from(real)))
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(draft))
        if not places:
            break
        inside, key = draw(st.sampled_from(places))
        what = draw(st.sampled_from(["replace", "replace", "remove", "twice"]))
        if what == "remove":
            del inside[key]
        elif what == "twice" and isinstance(inside, list):
            inside.append(copy.deepcopy(inside[key]))
        else:
            inside[key] = draw(_VALUES)
    return draft if isinstance(draft, dict) else {"t": []}


def _places(value: Any) -> Any:
    """Every place in a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(items):
        yield value, key
        if isinstance(inner, (dict, list)):
            yield from _places(inner)


def _with_deep(text: str) -> str:
    return text.replace("null", DEEP, 1).replace(" 0,", f" {DEEP},", 1)


def _doubled(text: str) -> str:
    """Duplicate a key; the last one wins."""
    return text.replace('{"', '{"d": 7, "text": [], "', 3)


def timeline_of(text: str) -> Timeline:
    return read_draft(json.loads(text))
