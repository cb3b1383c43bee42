"""A clause with what it asks for."""

import re
from dataclasses import dataclass

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.parts import Part, Thing, kinds

VERBS = {
    "remove", "cut", "only", "keep", "mute", "unmute", "add", "make", "change", "move", "fade",
    "faster", "slower", "louder", "quieter", "bigger", "smaller", "freeze", "reverse", "rotate",
    "denoise", "stabilize", "normalize", "replace", "undo", "up", "down", "instead", "from black",
    "to black", "insert", "gone", "raise", "lessen", "all but", "not", "start", "end", "skip",
    "split", "crop", "append", "swap", "zoom in", "blur it", "ducks", "grow", "shrink",
    "respell",
}  # fmt: skip
_ADDS = Regex("add|添加|加", re.IGNORECASE)
FADES = {"fadein", "fadeout"}
TIMES = {"range", "from", "until", "at", "bare at", "atstart", "atend", "whole", "totime"}
OF_VIDEO = op.Level | op.Picture | op.Speed | op.Reverse | op.FadeVideo | op.Rotate


@dataclass
class Told:
    """A clause: its parts, and what it asks for."""

    parts: list[Part]
    operations: list[op.Operation]
    leans: bool = False  # the verb is that of the clause before
    instead: bool = False  # it holds the clause before as well

    @property
    def kinds(self) -> set[str]:
        return kinds(self.parts)

    @property
    def things(self) -> list[Thing]:
        return [one.value for one in self.parts if isinstance(one.value, Thing)]

    @property
    def stays(self) -> bool:
        return not self.operations


def only_its_own(one: Told) -> bool:
    """Whether a time is told of this alone: "只在前20秒显示"."""
    return "only" in one.kinds and any(HAN.search(part.words) for part in one.parts)


def is_heard(one: Told, *roles: str) -> bool:
    """Whether nothing is added but what is heard, or is of these roles."""
    heard = roles or ("music", "sound", "voiceover")
    return all(isinstance(each, op.AddLayer) and each.role in heard for each in one.operations)


def moves_what_is_added(one: Told) -> bool:
    """ "Add "C" background music from 0 to 2 seconds", where a music of that name plays already."""
    adds = any(part.kind == "add" and _ADDS.match(part.words) for part in one.parts)
    return adds and any(
        isinstance(each, op.Change) and each.range is not None and not each.values
        for each in one.operations
    )
