"""English: two things that one clause names are changed alike ("Clip quieter, music and ding louder",
"Intro and Ende red, Mitte blue"), what is said of one of them is not done to both, and an order
behind a text, or a name behind "too", is no text."""

import re
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_AND = Regex(
    r"(?:the |all )*(?P<one>[\w' -]{2,24}?) and (?:the |all )*(?P<other>.{2,30})", re.IGNORECASE
)
_CLIP = words(r"\b(?:clip|video|footage)\b")
_NOUNS = {**LAYERS, "sound": words(r"\b(?:ding|sounds?|beep|whoosh)\b")}
_CLAUSES = Regex(r"[,;.] ")
_STAYS = words(
    r"\b(?:stays?|remains?|(?:is|are) (?:fine|ok|okay|good)|can stay|as (?:it is|they are))\b"
)
_ALL = words(r"\b(?:both|all|titles|captions|every)\b")
_EXCEPT = words(r"\b(?:but|except|not|only|no|without|until|then|instead|other)\b")
_ORDERS = (
    "mute|cut|delete|remove|make|add|fade|speed|slow|move|trim|put|set|turn|place|crop|rotate|reverse"
    "|blur|zoom"
)
_ORDER = Regex(rf"(?:please )?(?:{_ORDERS}|lower|raise|show|play|drop|keep)\b", re.IGNORECASE)
_THEN_AN_ORDER = Regex(rf" and (?:{_ORDERS})\b", re.IGNORECASE)
_TO = Regex(r" and (?P<name>[^,;]+?) (?:to|into) ", re.IGNORECASE)
_TOO = words(r"\b(?:too|also|as well)\b")
_ADDS = words(r"\b(?:add|insert|create|another|again|new|copy|put|show|write)\b")
_WRITES = words(r"\A\W*(?:please )?(?:write|type)\b")
_LEVELS = ("vol", "size", "scale", "speed")
_TELLS = words(r"\A\W*the (?:text|title|caption) at [0-9.:]+ ?s?\w* (?:says|reads)\b")
_TWO = 2


def _are_changed_unlike(plain: str, edit: Edit) -> bool:
    """ "Mute the clip, music and voice-over at 50%", and the music is muted."""
    clauses = [one.strip() for one in _CLAUSES.split(plain)]
    if len(clauses) < _TWO or _EXCEPT.search(plain):
        return False
    for clause in clauses:
        found = _AND.match(clause)
        if found is None or (clause == clauses[0] and _starts_with_an_order(clause)):
            continue
        if not _is_bare(found["one"], edit):
            continue
        one, other = (_meant(found[name], edit) for name in ("one", "other"))
        if not one or not other or _is_named_again(found, plain, edit):
            continue
        if one != other and len(one) == len(other) == 1:
            return True
        if _STAYS.search(clause) and any(sets != {frozenset()} for sets in (one, other)):
            return True
    return False


def _starts_with_an_order(clause: str) -> bool:
    return bool(
        re.match(rf"(?:please )?(?:{_ORDERS}|lower|raise|show|play|mute|drop|keep)\b", clause, re.I)
    )


def _meant(words_: str, edit: Edit) -> set[frozenset[str]]:
    """What has changed of the things that some words name: a set for each kind of change."""
    after = {one.get("id"): one for one in edit.after[1]}
    found = set()
    for was in edit.before[1]:
        if _names(words_, was):
            found.add(_changes(was, after.get(was.get("id"), {})))
    if _CLIP.search(words_) and len(edit.before[0]) == len(edit.after[0]) == 1:
        found.add(_changes(edit.before[0][0], edit.after[0][0]))
    return found


def _is_bare(words_: str, edit: Edit) -> bool:
    """Whether some words name a thing, and say nothing of it."""
    texts = {str(one.get("text", "")) for one in edit.before[1] if one.get("text")}
    nouns = [*_NOUNS.values(), _CLIP]
    return words_ in texts or any(not one.sub("", words_).strip(" s") for one in nouns)


def _names(words_: str, one: Segment) -> bool:
    role, text = str(one.get("role")), str(one.get("text", ""))
    if text and role in op.TEXTS and re.search(rf"\b{re.escape(text)}\b", words_):
        return True
    pattern = _NOUNS.get(role)
    return bool(pattern and pattern.search(words_))


def _changes(was: Segment, now: Segment) -> frozenset[str]:
    if not now:
        return frozenset({"gone"})
    found = set()
    for key in changed_keys(was, now) - {"id", "s", "d", "in", "out"}:
        old, new = was.get(key, 1), now.get(key, 1)
        if isinstance(old, int | float) and isinstance(new, int | float) and key in _LEVELS:
            key = f"{key} {'off' if new == 0 else 'up' if new > old else 'down'}"
        found.add(key)
    return frozenset(found)


def _is_named_again(found: re.Match[str], plain: str, edit: Edit) -> bool:
    """Whether one of two things is named in another clause as well."""
    rest = plain.replace(found[0], " ", 1)
    things = [one for one in edit.before[1] if _names(found[0], one)]
    return any(_names(rest, one) for one in things) or bool(
        _CLIP.search(found[0]) and _CLIP.search(rest)
    )


def _is_done_to_both(plain: str, edit: Edit) -> bool:
    """ "Both titles at the bottom, Hi in red", and both are red."""
    clauses = [one.strip() for one in _CLAUSES.split(plain)]
    for before, clause in pairwise(clauses):
        named = [
            one
            for one in edit.before[1]
            if one.get("text") and re.search(rf"\b{re.escape(str(one['text']))}\b", clause)
        ]
        if len(named) != 1 or not _ALL.search(before):
            continue
        sets = [
            changed_keys(was, now)
            for was, now in edit.altered
            if now.get("role") == named[0].get("role")
        ]
        if len(sets) >= _TWO and len(sets[0]) >= _TWO and sets.count(sets[0]) == len(sets):
            return True
    return False


def _writes_an_order(plain: str, edit: Edit) -> bool:
    """ "Change Intro to Welcome and mute the clip", and the title reads "Welcome and mute the clip"."""
    names = [str(one["text"]) for one in edit.before[1] if one.get("text")]
    for was, now in edit.layers:
        text = str(now.get("text", ""))
        if not text or text == was.get("text") or text not in plain:
            continue
        told = _TO.search(text)
        if _THEN_AN_ORDER.search(text) or (told and told["name"] in names):
            return True
    return False


def _writes_a_name(plain: str, edit: Edit) -> bool:
    """ "The title Ende too", and there is a second one of that name; "Write Thanks at the end and fade out
    over 2 seconds", and nothing is written."""
    there = {one.get("text") for one in edit.before[1] if one.get("text")}
    texts = [one.get("text") for one in edit.added if one.get("text")]
    if any(one in there for one in texts) and _TOO.search(plain) and not _ADDS.search(plain):
        return True
    if texts and _TELLS.search(plain):
        return True
    return bool(_WRITES.search(plain)) and not (texts or edit.altered)


_TO_ITS = words(
    r"\b(?:to|as|like|at) the (?P<x>music|voice-?over|title|caption|logo|song|clip)'s\b"
)


def _changes_the_measure(plain: str, edit: Edit) -> bool:
    """ "Bring the ding down to the music's level", and the music is quieter, too."""
    found = _TO_ITS.search(plain)
    return found is not None and any(_names(found["x"], was) for was, _ in edit.layers if was)


CHECKS = (
    _changes_the_measure,
    _are_changed_unlike,
    _is_done_to_both,
    _writes_an_order,
    _writes_a_name,
)
