"""Edits with values of every kind that their fields take."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from nemo_spec.media.cues import Cue
from nemo_spec.verbs.base import VERBS, Edit, Slot, syntax_of
from nemo_spec.verbs.join import Placing
from nemo_spec.verbs.material import Material
from support.strategies import names, values_of

WORDS = st.from_regex(r"[a-z]{3,9}", fullmatch=True)
"""Texts without folders: of a path only the name of the file is sent."""
EDITS = [
    name
    for name, cls in VERBS.items()
    if issubclass(cls, Edit) and name not in ("say", "correction")
]


@st.composite
def edits(draw: st.DrawFn, verb: str) -> Edit:
    """An edit of that verb with some of its options."""
    cls: Any = VERBS[verb]
    slots = syntax_of(cls).slots
    drawn = {s.field: draw(contents(s)) for s in slots if s.required or draw(st.booleans())}
    if not drawn.get("path"):
        drawn.pop("skip", None)
    return completed(cls, drawn | {k: draw(v) for k, v in _POSSIBLE.get(verb, {}).items()})


# What a check refuses before anything is sent.
_POSSIBLE: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "rotate": {"degrees": st.sampled_from((90, 180, 270))},
    "split": {"at": st.integers(1, 3_600_000)},
    "split-screen": {"clips": st.tuples(names, names)},
    "transition": {"at": st.integers(1, 3_600_000)},
}


def contents(slot: Slot) -> st.SearchStrategy[Any]:
    """Values that ask for something; a fade of no length asks for none."""
    if slot.kind is None:
        return st.just(True)
    one = WORDS if slot.kind.tokens == ("TEXT",) else values_of(slot.kind).filter(bool)
    return st.lists(one, min_size=1, max_size=2).map(tuple) if slot.many else one


def completed(cls: type[Edit], fields: dict[str, Any]) -> Edit:
    """The edit with what only files can tell."""
    if issubclass(cls, Placing):
        if "transition" in fields or "overlap" in fields:
            fields = {"transition": "dip-white", "overlap": 700} | fields
        fields["materials"] = tuple(Material(f"{name}.mp4", "") for name in fields["clips"])
    if cls.__name__ == "Captions" and fields.get("path"):
        fields["cues"] = (Cue(0, 1000, fields["path"]),)
    if cls.__name__ in ("Music", "Overlay") and fields.get("path"):
        fields["path"] += ".mp3" if cls.__name__ == "Music" else ".png"
    return cls(**fields)
