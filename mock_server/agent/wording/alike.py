"""Several things told in one breath, each with a value of its own, or all with one: said one by one."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.nouns import LAYER, ORDINAL, THE
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of, marks, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.rules import Rules, plainly

_END = r"(?=[ .!]*\Z)"
_SOUND = (
    r"(?:original (?:sound|audio)|(?:video|clip) (?:sound|audio)|sound|audio|speech|voice|whoosh|ding"
    rf"|{LAYER})"
)
_LEVEL = r"<:percent|level>"
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y)"
_CLIP = r"(?:clip|title|caption|shot|segment)"
_SFX = r"(?:whoosh|swoosh|ding|bell|pop|click|bleep|beep|applause|clap|laugh)(?:es|s)?"
_PLACE = r"(?:top|bottom|upper|lower)(?:[- ](?:left|right))?|left|right|cent(?:er|re)|middle"
_RULES: tuple[tuple[str, str], ...] = (
    # --- two levels
    (
        rf"(,? and |, )((?:the |my )(?:{LAYER}|whoosh|ding|video|original sound))(?: down)? to half(?: of)?"
        rf"(?: (?:what it is(?: right)?(?: now)?|its (?:current |present )?(?:volume|level)|the (?:volume"
        rf"|level)|that|the current (?:volume|level)))?{_END}",
        r", and make \2 half as loud",
    ),
    (
        r"\A[ ,]*(?:i'd like|i would like|i want|i need|please put|put|set|have|make|turn) "
        rf"((?:the )?<:range>) (?:at|to) ({_LEVEL})(?: volume)?,? (?:and|but) ((?:the )?<:range>)"
        rf" (?:at|to) ({_LEVEL})(?: volume)?{_END}",
        r"set the volume of \1 to \2, and set the volume of \3 to \4",
    ),
    (
        rf"\A[ ,]*(?:the )?({ORDINAL}) ({_CLIP}) (at|to|in) ([^,]+?),? (?:and )?(?:the )?({ORDINAL})"
        rf"(?: one)? (at|to|in) ([^,]+?){_END}",
        r"set the \1 \2 \3 \4, and set the \5 \2 \6 \7",
    ),
    # --- two fades
    (
        rf"\bfade ({THE}|the video|the picture|it) (in|out) (over|for|in) (<:time>),? and ({THE}|the video"
        rf"|the picture) (?:\2 )?(?:over|for|in) (<:time>){_END}",
        r"fade \1 \2 \3 \4, and fade \5 \2 \3 \6",
    ),
    # --- two colours
    (
        rf"\A[^<:\ue010]{{0,24}}?:? ?(<:text>) ?(?:gets|becomes|should be|is to be|in)"
        rf" ({_COLOR}),? (?:and )?"
        rf"(<:text>) ?(?:gets|becomes|should be|is to be|in) ({_COLOR}){_END}",
        r"make \1 \2, and make \3 \4",
    ),
)  # fmt: skip
_TURNS = Rules(_RULES)
_TO_THE_SAME = pattern(
    rf"\A([^.]*?),? and ((?:the |my )?{_SOUND}) (?:(?:to|at) )?the same(?: (?:level|volume))?(?:"
    rf" too)?{_END}"
)
_SOUNDS = pattern(
    rf"\A[ ,]*(?:(?:add|put|play|give me|i want|i need) )?(?:an? |the |some )?({_SFX})(?: sound)?(?:"
    rf" effects?)?"
    r" ((?:at )?<:time|number>(?:(?:,? (?:oh )?and|,)(?: again)?(?: also)? (?:at )?<:time|number>)+)"
    rf"(?: too| as well| please| each)*{_END}"
)
_PAIRED = pattern(
    r"\A[ ,]*(?:add |put |show |two |three |the |put in |<:number> )*(titles|captions|lower thirds|texts"
    r"|voice-?overs) ((?:<:text> ?(?:,? and |, ))+<:text>) ?,? ?(?:(?:at|from|for|in|between|during) )?"
    rf"((?:<:time|range>(?:,? and |, ))+<:time|range>)(?: respectively)?(?:,? (?:for )?(<:time>)"
    rf" each)?{_END}"
)
_EACH = pattern(r"<:text> ?[^\ue010,]*?<:range>[^\ue010,]*?")
_ALL_ALIKE = pattern(
    rf"\A((?:[^\ue010,]*)(?:{_EACH.pattern}(?:,? and |, ))+{_EACH.pattern})(?: as (titles|captions))?,? "
    rf"(?:both|all|each)(?: of them)? ((?:at|in|on) the (?:{_PLACE})|in {_COLOR}|{_COLOR}|at (?:{_PLACE})"
    rf"|at <:percent>|bold)((?:,? and)? (?:(?:at|in|on) the (?:{_PLACE})|in {_COLOR}))?{_END}"
)
_FOR_ONE = pattern(
    rf"\A((?:[^\ue010,]*)(?:{_EACH.pattern}(?:,? and |, ))+{_EACH.pattern}), (?:with )?"
    rf"(size <:number>|(?:in )?{_COLOR}|bold) (?:for|on) the (first|second|last|latter|former)(?:"
    rf" one)?{_END}"
)


def one_by_one(text: str, values: Values) -> str:
    """A marked sentence in which each thing has its own value."""
    text = _shared_value(text, values)
    found = _TURNS.apply(text, plainly)
    if found != text:
        return found
    for hint, regex, listed in _LISTS:
        if hint in text and (match := regex.match(text)):
            return listed(match, values) or text
    return text


def _shared_value(text: str, values: Values) -> str:
    """ "The whoosh at 50 % and the music the same": at 50 % as well."""
    same = _TO_THE_SAME.match(text) if "the same" in text else None
    if same is None or marks(same[1], "range", "time", "text"):
        return text
    levels = [one[0] for one in MARK.finditer(same[1]) if kind_of(one[1]) in ("percent", "level")]
    if len(levels) != 1:
        return text
    return f"{same[1]}, and set the volume of {same[2]} to {levels[0]}"


def _seconds(mark: re.Match[str], values: Values) -> str:
    i = index(mark[2])
    value = values.items[i]
    if isinstance(value, Time):
        return mark[0]
    return values.mark("time", Time(half_up(value * 1_000)), values.words[i])


def _sounds(match: re.Match[str], values: Values) -> str | None:
    """ "A whoosh at 5, 15 and 25 seconds"."""
    found = list(MARK.finditer(match[2]))
    bare = len(re.findall("at [\ue010-\ue01f]", match[2])) < len(found)
    if bare and all(kind_of(one[1]) == "number" for one in found):
        return None  # of what?
    times = [_seconds(one, values) for one in found]
    noun = re.sub(r"(?<=sh)es$|s$", "", match[1]) if match[1] != "applause" else match[1]
    return ", and ".join(f"add a {noun} at {one}" for one in times)


def _paired(match: re.Match[str], values: Values) -> str | None:
    """ "Titles 'A' and 'B', at 0-3 s and 10-13 s"."""
    texts = [one[0] for one in MARK.finditer(match[2])]
    spans = [one[0] for one in MARK.finditer(match[3])]
    ranges = len(marks(match[3], "range"))
    if len(texts) != len(spans) or (ranges not in (0, len(spans))) or (not ranges and not match[4]):
        return None
    noun = match[1].lower().removesuffix("s")
    long = f" for {match[4]}" if match[4] else ""
    at = " " if ranges else " at "
    pairs = zip(texts, spans, strict=True)
    return ", ".join(f"add a {noun} {text}{at}{span}{long}" for text, span in pairs)


_BETWEEN = Regex(r",? and (?=[^,]*\ue010)|, ")


def _items(said: str) -> list[str]:
    parts = _BETWEEN.split(said)
    return parts if all(len(marks(one, "text")) == 1 for one in parts) else []


def _all_alike(match: re.Match[str], values: Values) -> str | None:
    """ "'A' 0-3 s and 'B' 5-8 s, both at the top"."""
    items = _items(match[1])
    look = match[3] if re.match(r"at|in|on", match[3]) else f"in {match[3]}"
    if not items or "<" in look or kinds_of(look):
        return None
    more = re.sub(r"^,? ?(?:and )?", " ", match[4]) if match[4] else ""
    noun = f"{match[2][:-1].lower()} " if match[2] else ""
    return ", ".join(f"{noun}{one.strip()} {look}{more}" for one in items)


def kinds_of(text: str) -> list[str]:
    """The kinds of the marks in a text."""
    return [kind_of(one[1]) for one in MARK.finditer(text)]


def _for_one(match: re.Match[str], values: Values) -> str | None:
    """ "'A' 0-3 s and 'B' 5-8 s, size 70 for the second"."""
    items = _items(match[1])
    which = match[3].lower()
    if len(items) != 2 and which not in ("first", "last"):
        return None
    at = 0 if which in ("first", "former") else len(items) - 1
    look = match[2] if match[2].startswith(("size", "in ")) else f"in {match[2]}"
    items[at : at + 1] = [f"{items[at].strip()} {look}"] if items else []
    return ", ".join(items) or None


# Each with what a sentence that it fits has.
_LISTS: tuple[tuple[str, Regex, Callable[[re.Match[str], Values], str | None]], ...] = (
    (" and ", _SOUNDS, _sounds),
    ("s ", _PAIRED, _paired),
    ("both ", _ALL_ALIKE, _all_alike),
    ("all ", _ALL_ALIKE, _all_alike),
    ("each ", _ALL_ALIKE, _all_alike),
    (" the ", _FOR_ONE, _for_one),
)
