"""Orders told by way of something else: by what is not wanted, by another layer, by one more that is done
likewise. Said as the frames know them."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import UNREADABLE, Values, index, marks, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.shown import Shown

_END = r"(?=[ .!]*\Z)"
_SOUGHT = r"(?:captions|subtitles|(?:background )?music|titles?|logos?|voice-?overs?)"
_PLACE = r"(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)"
_AXE = r"(?:cut|remove|delete|drop|lose|trim|chop|ditch)"

_RULES: tuple[tuple[str, str], ...] = (
    # --- what is not wanted, in front of what is
    (
        rf"\A[ ,]*(?:please )?(?:forget(?: about)?|never ?mind|skip) (?:the )?({_SOUGHT}), (?:but )?"
        r"(?:just|only) (?=[a-z]+ )",
        r"no \1, and ",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:touch|change) (the [a-z]+)(?: please)?, (?:but )?(?:just"
        r"|only) (?!.*\b(?:it|that|this|them|those)\b)([a-z]+ .*?)[ .!]*\Z",
        r"\2, but leave \1 alone",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:touch|change) the [a-z]+(?: please)?, (?:but"
        r" )?(?:just|only) ",
        f"{UNREADABLE} ",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:cut|remove|delete|drop|trim|chop|take|lose)"
        r"(?: out| off| away)? (<:range>)(?: out| off| away)?, (?!(?:make|turn|put|show|set) it\b"
        r"(?!.* instead\b))(?:but )?(?:(?:please|just|only|simply|rather|instead) )*([a-z]+)"
        r" (?:it|them|that)\b([^,;.]*?)(?: instead)?(?: please)?"
        rf"{_END}",
        r"\2 \1\3",
    ),
    # --- some of it, and no more
    (
        r"\b(?:stitch|join|splice|glue|string|put|combine)(?: together)?"
        r" (<:range>(?:(?:,|,? and) <:range>)+)(?: together)?,? (?:and )?(?:then )?"
        r"(?:bin|remove|delete|throw (?:away|out)|discard|scrap|drop|lose|cut|toss)"
        rf" (?:the rest|everything else|all else)(?: away| out)?{_END}",
        r"keep only \1",
    ),
    (
        r"\bonly (?:the (?:bit|part|section|piece|stretch) )?(<:range>) (?:is|are) (?:worth keeping|needed"
        r"|usable"
        rf"|useful|any good){_END}",
        r"keep only \1",
    ),
    (
        r"[把将]?(<:range>(?:[、,和与跟]+<:range>)+)(?:拼|接|合|连)(?:起来|接起来|在一起|到一起|接)?,?"
        r"(?:把|将)?(?:别的|其余|其他|剩下|余下)的?(?:部分|内容)?(?:都|全|全部)*"
        r"(?:扔掉|删掉|去掉|不要了?|剪掉|删除)(?=[ .!]*\Z)",
        r"只保留\1",
    ),
    # --- one more, likewise
    (
        rf"\A[ ,]*(?:can you |please )*((?:add |put |show )?<:file>) ((?:(?:at|in) )?(?:the"
        rf" )?{_PLACE}[a-z -]*?)"
        rf" ((?:for )?<:range>),? (?:and )(?:then )?((?:(?:at|in) )?(?:the )?{_PLACE}[a-z -]*?)"
        rf" ((?:for )?<:range>){_END}",
        r"\1 \2 \3, and \1 \4 \5",
    ),
    # --- said in mid-sentence
    # --- compared
    # --- which, when, until when
    (r"\bthe (first|second|last) of the (?:two|three|four) (clip|title|caption|shot|segment)s\b",
     r"the \1 \2"),
    (r"\b(?:second|next)[- ]to[- ]last (?=clip|shot|segment)", "penultimate "),
    # --- taken back
    (rf"\A[ ,]*(?:please )?(?:undo|take back|revert|cancel) the (?:mute|muting){_END}", "unmute the video"),
)  # fmt: skip
_TURNS = Rules(_RULES)
_SPARED = pattern(
    r"\A[ ,]*((?:add|play|put|use|show|have) [^\ue013]*(?:<:file>|logo|music)[^\ue013,]*),? (?:but )?"
    r"(?:not|except(?: for)?|except (?:not|(?:don't|do not) (?:show|play|have) it)"
    rf"|(?:don't|do not) (?:show|play|have) it)(?: in| during| over| for| from| between)? (?:the"
    rf" )?<range>{_END}"
)
_WHOLE = Regex(
    r" (?:for|during|over|through) (?:the (?:whole|entire) (?:thing|video|time|clip)|all of it)"
    r"| (?:the (?:whole|entire) time|throughout|all the time)(?= |\Z)",
    re.IGNORECASE,
)
_AT_ALL = pattern(
    r"\A([^,]*<:text>[^,]*(?:, (?:and )?[^,]*<:text>[^,]*)+), all ((?:at|in|on) the [a-z -]+|in"
    r" [a-z]+)[ .!]*\Z"
)


def hard_turns(text: str, values: Values) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    if spared := _SPARED.match(text):
        text = _beside(text, spared, values)
    if "touch" in text and (untouched := _UNTOUCHED.match(text)):
        text = _leaving(text, untouched, values)
    if " all " in text and (all_at := _AT_ALL.match(text)):
        text = _each_at(text, all_at[1], all_at[2])
    return _TURNS.apply(text, plainly)


_BETWEEN = Regex(r",? and |, ")


def _each_at(text: str, listed: str, where: str) -> str:
    """ "'A' 0-3 s and 'B' 5-8 s, all at the top", each with its place, where each item is one text."""
    items = _BETWEEN.split(listed)
    if all(len(marks(one, "text")) == 1 for one in items):
        return ", ".join(f"{one} {where}" for one in items)
    return text


_UNTOUCHED = pattern(
    rf"\A[ ,]*({_AXE} (?:off )?<range>),? but (?:please )?(?:don't|do not) (?:touch|change) the "
    rf"(end|ending|outro|start|beginning|intro){_END}"
)


def _leaving(text: str, match: re.Match[str], values: Values) -> str:
    """ "Cut the first 5 s but don't touch the end": they are far apart."""
    span = values.items[index(match[2])]
    first = isinstance(span, Range) and span.start == 0 and span.end is not None
    last = isinstance(span, Range) and span.start < 0
    apart = first if match[3].lower() in ("end", "ending", "outro") else last
    return match[1] if apart else text


def _beside(text: str, spared: re.Match[str], values: Values) -> str:
    """ "Add song.mp3, but not in the last 10 s": until there."""
    span = values.items[index(spared[2])]
    if not isinstance(span, Range) or values.words[index(spared[2])].count(",") > 0:
        return text
    if span.start < 0 and span.end is None:
        rest = Range(0, span.start)
    elif span.start == 0 and span.end is not None:
        rest = Range(span.end, None)
    else:
        return text
    return f"{_WHOLE.sub('', spared[1])} {values.mark('range', rest, spared[0])}"


_BARE_LOGO = pattern(
    r"(\A|[;.\n] ?|, and )(?:the )?logo(?= (?:(?:for|from|at|on|in the|top|bottom|upper|lower)\b|[0-9])"
    r"(?![ 0-9.]*(?:%|percent))(?![^,.;\n]*<:file>)"
    r"(?![^.;\n]*,[^.;\n]*\b(?:music|song|voice-?over)\b))"
)


def placed_anew(text: str, shown: Sequence[Shown]) -> str:
    """A message that places a logo without a verb, where there is none yet."""
    if "logo" not in text.lower() or any(one.role == "overlay" for one in shown):
        return text
    return _BARE_LOGO.sub(r"\1add the logo", text)
