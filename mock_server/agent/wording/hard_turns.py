"""Orders told by way of something else: by what is not wanted, by another layer, by one more that is done
likewise. Said as the frames know them."""

import re
from collections.abc import Sequence

from mock_server.agent.values.nouns import LAYER, ORDINAL, THE
from mock_server.agent.values.placeholders import UNREADABLE, Values, index, marks, pattern
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.shown import Shown

_END = r"(?=[ .!]*\Z)"
_SOUGHT = r"(?:captions|subtitles|(?:background )?music|titles?|logos?|voice-?overs?)"
_PLACE = r"(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)"
_LOOK = r"(?:black (?:and|&) white|b&w|sepia|warm|vintage|slow motion|slow-mo)"
_OPENING = r"(?:intro|opening|beginning|start)"
_CLOSING = r"(?:outro|ending|end)"
_AXE = r"(?:cut|remove|delete|drop|lose|trim|chop|ditch)"

# While times are no ranges yet.
_TIMED = Rules(
    (
        (
            r"\b(until|till|up to) (<:time>)([^.;\ue012]*), ([^,\ue012]*?) "
            rf"(?:after that|from then on|from there on|afterwards){_END}",
            r"\1 \2\3, \4 after \2",
        ),
        (
            rf"\A[ ,]*(?:the|my) {_OPENING} (?:is|lasts|takes|runs)(?: for)? (<:time>)(?: long)?"
            r"(?:,? (?:and|but) (?:nobody|no ?one|it's|it is|it drags|boring|too)\b[^,]*)?,"
            rf" (?:so )?(?:please )?({_AXE}) (?:it|that)(?: off| out)?{_END}",
            r"\2 the first \1",
        ),
        (
            rf"\A[ ,]*(?:the|my) {_CLOSING} (?:is|lasts|takes|runs)(?: for)? (<:time>)(?: long)?"
            r"(?:,? (?:and|but) (?:nobody|no ?one|it's|it is|it drags|boring|too)\b[^,]*)?,"
            rf" (?:so )?(?:please )?({_AXE}) (?:it|that)(?: off| out)?{_END}",
            r"\2 the last \1",
        ),
        (
            r"\bmake (?:it|the (?:video|clip)) (?:exactly )?(<:time>)(?: long)? by speeding"
            r" (?:it|things) up",
            r"speed up the video fitlength \1",
        ),
    )
)
_RULES: tuple[tuple[str, str], ...] = (
    # --- what is not wanted, in front of what is
    (
        rf"\A[ ,]*(?:i|we) (?:need|want) ((?:an? |some )?{_SOUGHT}),? but (no {_SOUGHT}){_END}",
        r"add \1, and \2",
    ),
    (
        rf"\A[ ,]*(?:please )?(no {_SOUGHT})(?: please)?, (?:but )?(?:just|only) (?=(?:an?|some) )",
        r"\1, and add ",
    ),
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
        r"\A[ ,]*no fades? (?:on|for|in|of) the (?:picture|video), (?:but )?(?:just|only) (?=fade"
        r" the music)",
        "",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:touch|change) the [a-z]+(?: please)?, (?:but"
        r" )?(?:just|only) ",
        f"{UNREADABLE} ",
    ),
    (
        r"\A[ ,]*(?:please )?(?:don't|do not) (?:cut|remove|delete|drop|trim|chop|take|lose)"
        r"(?: out| off| away)? (<:range>)(?: out| off| away)?, (?:but )?(?:(?:please|just|only|simply"
        r"|rather|instead) )*([a-z]+) (?:it|them|that)\b([^,;.]*?)(?: instead)?(?: please)?"
        rf"{_END}",
        r"\2 \1\3",
    ),
    (rf"\A[ ,]*nothing (<:range>) (?:should|must|may|can) (?:stay|remain|be kept)(?: in)?{_END}",
     r"cut \1"),
    (
        rf"\A[ ,]*unless ({THE}) is already ((?:at|in) the {_PLACE}[a-z -]*), (?:please )?(?:move|put) it"
        rf" there{_END}",
        r"put \1 \2",
    ),
    # --- questions that are orders
    (r"\A[ ,]*(?:can't|couldn't|can not|could not) (?:you|we) (?:please |just )?(?=[a-z]+ [^?]*\?)",
     "could you "),
    (
        r"\A[ ,]*any chance of (?:getting|having) ((?:an? |some )?(?:captions|subtitles|music|title"
        r"|logo))(?: (?:on|in|for|over) (?:this|it|that|the video))?(?: please)? ?\?",
        r"add \1",
    ),
    (
        r"\A[ ,]*(?:can|could|may) (?:i|we) (?:please )?(?:get|have|see) (?:it|this|that|the video) in "
        rf"({_LOOK})(?: please)? ?\?",
        r"make it \1",
    ),
    # --- remarks
    (r"\A[ ,]*as (?:discussed|agreed|promised|mentioned|requested|arranged)(?: [a-z ]{1,30})?[:,] ?", ""),
    (
        rf"\A[ ,]*(?:my |the |our )(?:client|boss|wife|husband|team|customer|director|editor)"
        rf" (?:says|thinks"
        rf"|finds|feels|said)(?: that)? (?={THE} (?:is|looks) (?:a bit |a little |much |way |far"
        rf" )?too [a-z]+"
        rf"{_END})",
        "",
    ),
    (r"\A[ ,]*(?:hm+[, ]+|no[, ]+)?(?:that's |it's |way |far )?too [a-z]+[,.] (?=undo (?:that|it)\b)", ""),
    # --- one more, likewise
    (r"(<:range>),? and (?:once )?(?:again|also|once more) (?:from |at |between )?(?=<:range>)",
     r"\1 and "),
    (r"(<:range>,? and <:range>),? (?:too|as well|also)" + _END, r"\1"),
    (rf"\A[ ,]*(<:range>) out, (?:and )?(<:range>)(?: out)?(?: too| as well| also)?{_END}", r"cut"
    r" \1 and \2"),
    (
        rf"\A[ ,]*(?:can you |please )*((?:add |put |show )?<:file>) ((?:(?:at|in) )?(?:the"
        rf" )?{_PLACE}[a-z -]*?)"
        rf" ((?:for )?<:range>),? (?:and )(?:then )?((?:(?:at|in) )?(?:the )?{_PLACE}[a-z -]*?)"
        rf" ((?:for )?<:range>){_END}",
        r"\1 \2 \3, and \1 \4 \5",
    ),
    (
        rf"\A[ ,]*({THE}|music) and ((?:the )?{LAYER}), both (?=(?:a bit |a little |much"
        rf" )?(?:quieter|louder"
        r"|bigger|smaller|red|blue|green|yellow|white|black))",
        r"make \1 and \2 ",
    ),
    (
        rf"(<:text>) to (the {_PLACE}[a-z -]*), (?:and )?(<:text>) to (?=the {_PLACE})",
        r"move \1 to \2, and move \3 to ",
    ),
    # --- said in mid-sentence
    (rf"(<:factor|percent|ratio|level>),? (?:no|actually|hm+),? (<:factor|percent|ratio|level>)"
     rf" (?:is enough|is"
     rf" plenty|will do){_END}", r"\2"),
    (r"(<:text>)[ ,.-]*(?:\b(?:sorry|no|wait|oops|i mean|i meant|er|uh)\b[ ,.-]*)+(?=<:text>)", ""),
    (r",? (?:oh )?no,? (?:sorry|oops),? (?=vertical|square|portrait|landscape|<:ratio|factor|percent>)",
     ", no, "),
    (r",? (?:oh )?no,? i (?:meant|mean) (?=<:range>)", ", I mean "),
    # --- compared
    (rf"\A[ ,]*({THE}) (?:should|must|needs to) be (?:quieter|louder|softer) than {THE}, (?=<:percent>)",
     r"set the volume of \1 to "),
    (rf"\A[ ,]*((?:the )?{LAYER}) half as (?:wide|big|large|tall|high){_END}", r"make the \1 half as big"),
    # --- which, when, until when
    (r"\bthe (first|second|last) of the (?:two|three|four) (clip|title|caption|shot|segment)s\b",
     r"the \1 \2"),
    (r"\b(?:second|next)[- ]to[- ]last (?=clip|shot|segment)", "penultimate "),
    (rf"\b(?:take|get) ({THE}) (?:away|off|out|down) (?=at <:time>{_END})", r"\1 should end "),
    (rf"\A[ ,]*(<:text>) should (?:come|appear|start|be shown|go|show up) (?=at <:time>{_END})",
     r"move \1 to start "),
    (r"\bonly (?:under|during|over) (?=the (?:first|second|third|last) clip)", "during "),
    (rf"\ball (?:the )?clips (.{{3,40}}) but not (?:the )?({ORDINAL}) (?:one|clip){_END}",
     r"all clips \1 except the \2 clip"),
    # --- taken back
    (rf"\A[ ,]*(?:please )?(?:undo|take back|revert|cancel) the (?:mute|muting){_END}", "unmute the video"),
    (rf"\A[ ,]*(?:please )?(?:go|take it) back (two|three) (?:steps|changes|edits){_END}",
     r"undo the last \1 changes"),
)  # fmt: skip
_TURNS = Rules(_RULES)
_SPARED = pattern(
    r"\A[ ,]*((?:add|play|put|use|show|have) [^\ue013]*(?:<:file>|logo|music)[^\ue013,]*),? (?:but )?"
    r"(?:not|except(?: for)?|except (?:not|(?:don't|do not) (?:show|play|have) it)"
    rf"|(?:don't|do not) (?:show|play|have) it)(?: in| during| over| for| from| between)? (?:the"
    rf" )?<range>{_END}"
)
_WHOLE = re.compile(
    r" (?:for|during|over|through) (?:the (?:whole|entire) (?:thing|video|time|clip)|all of it)"
    r"| (?:the (?:whole|entire) time|throughout|all the time)(?= |\Z)",
    re.IGNORECASE,
)
_AT_ALL = pattern(
    r"\A([^,]*<:text>[^,]*(?:, (?:and )?[^,]*<:text>[^,]*)+), all ((?:at|in|on) the [a-z -]+|in"
    r" [a-z]+)[ .!]*\Z"
)


def timed_turns(text: str) -> str:
    """A sentence whose times are marked, in which these turns say a time of their own."""
    return _TIMED.apply(text, plainly)


def hard_turns(text: str, values: Values) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    if spared := _SPARED.match(text):
        text = _beside(text, spared, values)
    if "touch" in text and (untouched := _UNTOUCHED.match(text)):
        text = _leaving(text, untouched, values)
    if " all " in text and (all_at := _AT_ALL.match(text)):
        text = _each_at(text, all_at[1], all_at[2])
    return _TURNS.apply(text, plainly)


_BETWEEN = re.compile(r",? and |, ")


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
