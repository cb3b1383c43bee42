"""How a text looks, and where things stand in the frame."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from mock_server.agent.frames.fading import fades
from mock_server.agent.frames.phrasing import need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.looks import look_of

POSITIONS = frozenset(
    [
        "top",
        "center",
        "bottom",
        "left",
        "right",
        "top-left",
        "top-right",
        "bottom-left",
        "bottom-right",
    ]
)
_NAMED = "title|caption|lower-third|words"


def place(s: Slots) -> str | dict[str, float] | None:
    """A place in the frame: a point, or a word. Unclear when two are named."""
    spot: dict[str, float] | None = s.one("spot")
    found = position(s)
    need(spot is None or found is None)
    return spot or found


# --- texts -------------------------------------------------------------------------------
def position(s: Slots) -> str | None:
    """The place on the screen; Unclear when two are named."""
    quoted = s.row("place|at at? text")
    if quoted is not None:
        if quoted["text"] in POSITIONS:
            return str(quoted["text"])
        s.taken -= {i for i in s.taken if s.tokens[i].is_a("text")}
    found = s.one("pos")
    need(not s.has("pos") and not (s.chinese and _beside_it(s)))
    need(not _in_a_corner(s) or (found is not None and "-" in found))
    return found


def _beside_it(s: Slots) -> bool:
    """Whether a side is one of something else, or a direction, not a place in the frame: "标题放到它的
    右边", "再靠上一点"."""
    said = [token for token in s.tokens if token.words != "的"]
    return any(
        (one.is_a("it") and after.is_a("pos") and "角" not in after.words)
        or (one.is_a("pos") and after.is_a("bit"))
        for one, after in pairwise(said)
    )


def _in_a_corner(s: Slots) -> bool:
    places = [token.words.lower() for token in s.tokens if token.is_a("place") or token.is_a("pos")]
    return any("corner" in words or "角" in words for words in places)


_AS_ADDED = {
    "big": 1.25,
    "large": 1.25,
    "huge": 1.5,
    "giant": 1.5,
    "massive": 1.5,
    "small": 0.6,
    "tiny": 0.5,
}


def size_as_added(s: Slots) -> float | None:
    """How much of the usual size a text has that is added with an adjective: "a big yellow title"."""
    said = [one for one in s.tokens if one.words.lower() != "very"]
    at = next((i for i, one in enumerate(said) if one.words.lower() in _AS_ADDED), len(said))
    noun = next((one for one in said[at + 1 :] if not one.tags & {"color", "style"}), None)
    led = any(one.words.lower() in (*_ARTICLES, "than") for one in said[:at]) or s.said(
        "set", "must", "it"
    )
    if led or noun is None or not any(map(noun.is_a, ("title", "caption", "lower-third", "words"))):
        return None
    return _AS_ADDED[said[at].words.lower()] if s.said("text") else None


_LOOKS = (
    "fade", "fades", "backdrop", "style", "outline", "shadow", "styleword", "fontword", "sizeword",
    "color", "colorword", "pos", "place", "at",
)  # fmt: skip
"""Of what says how a text looks, every word is one of these, or stands beside one of them."""


def text_options(s: Slots) -> dict[str, Any]:
    """Position, style, colours, shadow, size, font and fades of a text, as draft keys."""
    if not s.said(*_LOOKS):
        return {}  # as most are; several frames ask for each clause
    found: dict[str, Any] = fades(s)
    found["background"] = _colored(s, "backdrop|style:boxed")
    s.row("colorword ^outline")  # "the letters outlined in white"
    found["outline"] = _colored(s, "outline")
    bare = any(t.is_a("shadow") and not _WITH.match(t.words) for t in s.tokens)
    need(not (bare and _leads(s, "shadow")) and s.row("shadow in color") is None)  # always black
    found["shadow"] = s.take("shadow") or None
    for name, word in (("style", "styleword"), ("font", "fontword")):
        behind = (f"{word} ^{_NAMED}? ^text? to text", f"{word} in? set? to? text")
        one = s.row(f"text {word}") if _trails(s, word) else s.row(*behind, f"text {word}")
        found[name] = None if one is None else one["text"]
    if found["style"] is None and s.row("styleword set? to? style", "style styleword?") is not None:
        found["style"] = next(token.readings["style"] for token in s.tokens if token.is_a("style"))
        need(not s.has("style"))
    size = s.row(
        f"sizeword ^{_NAMED}? ^text? to number", "sizeword set? to|at? number", "number sizeword"
    )
    need(size is None or size["number"] > 0)
    found["size"] = None if size is None else int(size["number"])
    found["color"] = color(s)
    found["pos"] = position(s)
    return {key: value for key, value in found.items() if value is not None}


def _trails(s: Slots, word: str) -> bool:
    """Whether a value stands right before the word and none behind it: "“粗体”样式写上标题“甲”"."""
    at = next((i for i in s.left() if s.tokens[i].is_a(word)), 0)
    if not at or at - 1 in s.taken or not s.tokens[at - 1].is_a("text"):
        return False
    links = ("set", "show", "to", "in")
    behind = (one for one in s.tokens[at + 1 :] if not (one.carries_nothing or one.tags & {*links}))
    following = next(behind, None)
    return following is None or not following.is_a("text")


def _colored(s: Slots, word: str) -> str | None:
    """The colour of the box behind a text or of its outline, said before or after the word for it."""
    around = (
        f"{word} in? colorword? set|show? to? text|color",
        f"color colorword? {word}",
        f"text {word}",
    )
    found = s.row(*(reversed(around) if _leads(s, word) else around))
    return None if found is None else str(found.get("text", found.get("color")))


def _leads(s: Slots, word: str) -> bool:
    """Whether a colour stands right before the word: "a black background", "white outline"."""
    at = next((i for i in s.left() if any(s.tokens[i].is_a(one) for one in word.split("|"))), 0)
    named = at > 0 and at - 1 not in s.taken and s.tokens[at - 1].is_a("color")
    return named and not (at > 1 and s.tokens[at - 2].is_a("colorword"))


def color(s: Slots) -> str | None:
    """The colour of a text, by name or as `#rrggbb`."""
    quoted = s.row(
        f"colorword ^{_NAMED}? ^text? to text", "colorword in? set? to? text", "text colorword"
    )
    if quoted is not None:
        ahead = not any(a.is_a("colorword") and b.is_a("text") for a, b in _said_pairs(s))
        need(not ahead or look_of(str(quoted["text"])) == "color")  # "in 'Futura' lettering"
        return str(quoted["text"])
    need(
        not any(
            a.words.lower() in _BEHIND and s.tokens[i].is_a("color")
            for i, a in enumerate(s.tokens[:-1], 1)
            if i not in s.taken
        )
    )
    found = s.row("colorword set? to? color colorword?", "color colorword", "to color", "color")
    need(not s.has("color"))
    return None if found is None else str(found["color"])


def _said_pairs(s: Slots) -> Iterable[tuple[Token, Token]]:
    """Neighbours among the words that say something."""
    dull = ("set", "show", "to", "in")
    return pairwise(
        [one for one in s.tokens if not (one.carries_nothing or any(map(one.is_a, dull)))]
    )


_WITH = Regex(r"with|casting|casts|[并要附带含有加添配启开打]", re.IGNORECASE)
_BEHIND = ("over", "against", "on", "atop")
_ARTICLES = ("the", "my", "our", "that", "this")


def says_which(s: Slots, kinds: Iterable[str]) -> bool:
    """Whether a colour or a place says which layer of these kinds is meant, not how it is to be: "delay
    the left title"."""
    if s.said("add"):
        return False
    if size_as_added(s):
        return True
    for i, token in enumerate(s.tokens[2:], 2):
        before, first = s.tokens[i - 1], s.tokens[i - 2]
        of = before.words == "的"
        said = first if of else before
        told = said.is_a("color") or said.is_a("pos") or said.words.lower() in _AS_ADDED
        which = token.words.lower() == "one" or any(map(token.is_a, kinds))
        if told and (of or first.words.lower() in _ARTICLES) and which:
            return True
    return False


def is_one_caption(s: Slots) -> bool:
    """Whether a caption is spoken of in a language that tells one from several."""
    said = [s.tokens[i] for i in s.left() if s.tokens[i].is_a("caption")]
    return all(one.words.isascii() and one.readings["caption"] is False for one in said)
