"""What is said by comparison with a layer, or by how one looks: "as big as 'Mum'", "the blue one"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.shown import ROLES, TEXTS, Shown

_NOUN = (
    r"(?:(?:the|my|our) (title|caption|subtitle|logo|watermark|music|song|lower[- ]third|voice-?over"
    r")(?: ?<text>)?|<text>)"
)
_NEED = Regex(
    r"\bas\b|\bsame\b|\bone\b|\bat the\b|\bon the\b|\bthe (?:bigg|larg|small|long|short)er\b"
    r"|\bthe (?:white|black|red|blue|green|yellow|orange|pink|purple) (?:title|text|caption)\b",
    re.IGNORECASE,
)
_SIZED = Regex(
    r"\bthe (bigger|larger|smaller|longer|shorter) (?:one|title|text|caption)"
    r"(?: of (?:the|those|my) (?:two )?(?:titles?|texts?|captions?)| of the two)?(?= |[ ,.!]*\Z)",
    re.IGNORECASE,
)
_SAME = pattern(
    rf"\A[ ,]*(?:please )?(?:make|set|give|put|show|turn|let)? ?({_NOUN}) ?"
    r"(?:(?:should|must) (?:be|have) |be )?"
    r"(?:(?:in|to|the|exactly|just|at|with|have|be) )*(?:same (colou?r|size|volume|loudness) (?:as|like)"
    rf"|as (big|large|small|loud|quiet) as) {_NOUN}(?: please)?[ .!]*\Z"
)
_WHAT = {
    "color": "color", "colour": "color", "size": "size", "big": "size", "large": "size", "small": "size",
    "volume": "vol", "loudness": "vol", "loud": "vol", "quiet": "vol",
}  # fmt: skip
_ANEW = Regex(r"\b(?:another|one more|add|new|extra|a (?:second|third|fourth))\b", re.IGNORECASE)
_ALIKE = pattern(
    r"[ ,]+(?:and |but |also )*(?:in |with |at |of )?(?:the |that )?same (colou?r|size|position|place|spot)"
    r"(?: as (?:before|that one|the (?:first|last|other)(?: one)?))?(?: too| please)*(?=[ .!]*\Z|,)"
)
_COLORED = Regex(
    r"\bthe (white|black|red|blue|green|yellow|orange|pink|purple) (one|title|text|caption)\b"
    r"(?! [a-z]+ one)",
    re.IGNORECASE,
)
_PLACED = Regex(
    r"\bthe (title|text|caption|one) (?:at|on|in) the (top|bottom|center|middle|left|right)(?: side)?\b"
    r"(?= (?:should|must|needs to|has to|can)\b|[ .!]*\Z)",
    re.IGNORECASE,
)


def compared(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A sentence with names and times marked, in which what is compared is said in full."""
    if not shown or not _NEED.search(text):
        return text
    text = _SIZED.sub(lambda match: _by_measure(match, values, shown), text, count=1)
    text = _by_number(text, values, shown)
    same = _SAME.match(text)
    if same is not None:
        return _as_the_other(same, values, shown)
    if _ANEW.search(text):
        text = _ALIKE.sub(lambda match: _as_all_others(match, values, shown), text)
    text = _COLORED.sub(
        lambda m: _the_one(m, m[2], "color", m[1].lower(), values, shown), text, count=1
    )
    return _PLACED.sub(
        lambda m: _the_one(m, m[1], "pos", m[2].lower().replace("middle", "center"), values, shown),
        text,
        count=1,
    )


def _as_the_other(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str:
    whole, _, _, _, same, alike, role, *names = match.groups()
    said, one = (same or alike).lower(), whole.strip()
    found = _meant(role, names, values, shown)
    wanted = found.looks.get(_WHAT[said]) if found else None
    if wanted is None:
        return match.string
    if _WHAT[said] == "color":
        color = str(wanted) if str(wanted).isalpha() else values.mark("color", wanted)
        return f"make {one} {color}"
    if _WHAT[said] == "size":
        return f"set the size of {one} to {values.mark('number', float(str(wanted)))}"
    return f"set the volume of {one} to {values.mark('percent', float(str(wanted)))}"


def _as_all_others(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str:
    """The look that every text has, said in full; what was said where they are not alike."""
    said = match[1].lower()
    found = [one.looks.get(_WHAT.get(said, "pos")) for one in shown if one.role in TEXTS]
    if not found or None in found or any(one != found[0] for one in found):
        return match[0]
    if said == "size":
        return f" size {values.mark('number', float(str(found[0])))}"
    color = said.startswith("colo") and not str(found[0]).isalpha()
    words = values.mark("color", found[0]) if color else str(found[0]).replace("-", " ")
    return f" in {words}" if said.startswith("colo") else f" at the {words}"


def _meant(
    role: str | None, names: Sequence[str | None], values: Values, shown: Sequence[Shown]
) -> Shown | None:
    noun = (role or "").lower().replace("lower-third", "lower third")
    name = next((str(values.items[index(one)]) for one in names if one), None)
    found = [one for one in shown if one.role in ROLES[noun] and name in (None, one.text)]
    return found[0] if len(found) == 1 else None


def _the_one(
    match: re.Match[str], noun: str, key: str, look: str, values: Values, shown: Sequence[Shown]
) -> str:
    """The text that alone looks so, of several; what was said where there is none, or more than one."""
    role = noun.lower()
    texts = [one for one in shown if one.role in TEXTS and role in ("one", "text", one.role)]
    found = [one for one in texts if one.looks.get(key) == look]
    alone = len(found) == 1 and sum(one.text == found[0].text for one in texts) == 1
    told = all(key in one.looks for one in texts) or (key == "color" and look != "white")
    if len(texts) < 2 or not alone or not told:
        return match[0]
    return values.mark("text", found[0].text)


def _by_measure(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str:
    """ "The bigger one" of two texts; what was said where they are alike, or more than two."""
    texts = [one for one in shown if one.role in TEXTS]
    word = match[1].lower()
    long = word in ("longer", "shorter")
    sizes = [one.end - one.start if long else one.looks.get("size") for one in texts]
    if len(texts) != 2 or None in sizes or sizes[0] == sizes[1] or texts[0].text == texts[1].text:
        return match[0]
    most = float(str(sizes[0])) > float(str(sizes[1]))
    first = most == (word not in ("smaller", "shorter"))
    return values.mark("text", texts[0 if first else 1].text)


_NUMBERED = Regex(
    r"\bthe (first|second|third|last) (title|caption)\b|(?<=\bas )the (first|second|third|last)(?:"
    r" one)?(?=[ .!]*\Z)",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}


def _by_number(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """ "The second title as big as the first", by their texts, where all texts are of one kind."""
    texts = [one for one in shown if one.role in TEXTS]
    alike = re.search(r"\bas [a-z]+ as the|\bsame [a-z]+ as the", text, re.IGNORECASE)
    if (
        not alike
        or len({one.role for one in texts}) != 1
        or len({one.text for one in texts}) < len(texts)
    ):
        return text

    def named(match: re.Match[str]) -> str:
        at = _PLACES[(match[1] or match[3]).lower()]
        there = at < len(texts) and (match[2] or texts[0].role).lower() == texts[0].role
        return values.mark("text", texts[at].text) if there else match[0]

    return _NUMBERED.sub(named, text)
