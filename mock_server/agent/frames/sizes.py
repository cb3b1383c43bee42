"""How big a text or a picture is to be, by how much, or how many times as long."""

from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.frames.levels import says_of_what
from mock_server.agent.frames.phrasing import degree, need
from mock_server.agent.frames.slots import Slots

_TIMES_AS_LONG = (
    "last? double|half to? longness|longer", "last|longness double|half", "last|longness set double|half",
)  # fmt: skip


def sized(s: Slots, found: op.Change) -> op.Change:
    """A change of a text or a picture, with the size, or the length, that it is to have."""
    lasts = s.row(*_TIMES_AS_LONG)
    if lasts is not None:
        s.all("last", "longness")
        return replace(found, times=float(lasts["double" if "double" in lasts else "half"]))
    if s.said("sizeword", "scaleword"):
        found = _grown(s, found)
    word = next((one for one in ("bigger", "smaller") if s.has(one)), None)
    if (times := s.row("factor to? bigger|scaleword|sizeword")) is not None:
        need(float(times["factor"]) > 1 and not {"size", "scale"} & set(found.values))
        return replace(found, bigger=float(times["factor"]))
    need(not (s.has("half", "double") and s.said("last", "longness", "longer")))
    need(not s.has("double") or s.has("bigger", "smaller", "sizeword"))
    if s.row("half") is not None:
        need(says_of_what(s, "bigger", "smaller", "sizeword", "scaleword"))
        s.take("bigger", "smaller", "sizeword", "scaleword")
        return replace(found, bigger=0.5)
    if (times := s.row("double")) is not None:
        need(word != "smaller")
        s.take("bigger", "sizeword")
        return replace(found, bigger=float(times["double"]))
    if word is None:
        return found
    share = s.row("by percent", f"percent {word}", *((f"{word} percent",) if s.chinese else ()))
    s.all(word, "more", "too")
    if share is not None:
        by = float(share["percent"])
        return replace(found, bigger=round(1 + by if word == "bigger" else 1 - by, 4))
    if {"size", "scale"} & set(found.values):
        return found
    return replace(found, bigger=degree(s, word))


def _grown(s: Slots, found: op.Change) -> op.Change:
    """The size that is raised, or lowered: "increase the title size to 120", "… by 20 %"."""
    up, down = s.take("louder"), s.take("quieter")
    if not (up or down):
        return found
    need(up != down and not s.has("bigger", "smaller", "double"))
    if {"size", "scale"} & set(found.values):
        return replace(found, way=1 if up else -1)
    share = s.row("by percent")
    share = {"percent": 0.5} if share is None and s.row("by half") is not None else share
    s.all("sizeword", "scaleword")
    by = degree(s, "bigger" if up else "smaller")
    if share is not None:
        by = 1 + share["percent"] if up else 1 - share["percent"]
    return replace(found, bigger=round(by, 4))
