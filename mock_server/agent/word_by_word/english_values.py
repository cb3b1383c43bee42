"""The values that are told in English: times, places, colours, levels."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.numbers import DIGITS, NUMBER, clock_ms, number
from mock_server.agent.values.placeholders import index
from mock_server.agent.values.ranges import Middle, Portion, Range

_UNIT = r"(?: ?(?:seconds?|secs?|s)\b)"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?![0-9:])"
_TIMED = rf"(?:{_CLOCK}|{NUMBER}{_UNIT}|second {DIGITS}|{NUMBER}-second(?= mark))"
_BARE = rf"(?:{_CLOCK}|(?:second )?{NUMBER}{_UNIT}?)"
_LONG = rf"{NUMBER}(?: ?(?:seconds?|secs?|s)\b|-second\b)"
_SHARE = r"(?P<share>half|third|quarter|fifth|sixth|eighth|tenth)"
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_OF = r"(?: of (?:the |my |our )?(?:whole |entire )?(?:video|clip|footage|film|recording))?"
_MARK = r"(?: ?mark)?"
STRETCH = (
    rf"(?:from |between )?(?:the )?{_BARE} ?(?:to|[-–]|until|till|through|and|up to)"
    rf" ?(?:the )?{_BARE}(?![0-9a-z])"
)


def ms(told: str) -> int:
    """A time in milliseconds: "5 s", "second 5", "1:05", "half a second"."""
    plain = re.sub(
        r"\A(?:the )?second (?=.)|(?:[ -]?(?:seconds?|secs?|s))\Z", "", told.strip(), flags=re.I
    )
    return clock_ms(plain) if ":" in plain else round(1_000 * float(number(plain)))


def _range(match: Match[str]) -> Range:
    return Range(ms(match["a"]), ms(match["b"]))


def _portion(match: Match[str]) -> Portion:
    of = _SHARES[match["share"].lower()]
    if match["end"].lower() in ("first", "opening", "front"):
        return Portion(Fraction(0), Fraction(1, of))
    if match["end"].lower() == "second" and of == 2:
        return Portion(Fraction(1, 2), Fraction(1))
    if match["end"].lower() == "middle" and of == 2:
        return Portion(Fraction(1, 4), Fraction(3, 4))
    if match["end"].lower() in ("middle", "second") and of == 3:
        return Portion(Fraction(1, 3), Fraction(2, 3))
    if match["end"].lower() == "middle":
        return Portion(Fraction(of - 1, 2 * of), Fraction(of + 1, 2 * of))
    if match["end"].lower() == "second":
        return Portion(Fraction(1, of), Fraction(2, of))
    return Portion(1 - Fraction(1, of), Fraction(1))


def _share(told: str) -> float:
    """A level, 0-2: "30%", "0.3", "thirty percent"."""
    told = told.strip().lower()
    bare = re.sub(r" ?(?:%|percent|per cent)\Z", "", told)
    value = float(number(bare))
    return round(value / 100 if bare != told else value, 6)


def _mark(match: Match[str]) -> int:
    return index(match[1])


_PERCENT = (
    rf"(?P<p>{NUMBER} ?(?:%|percent\b|per cent\b)"
    r"|(?:0?\.[0-9]{1,3})(?![0-9:a-z%]|\.[0-9]| ?s\b| sec))"
)
_FACTOR = (
    rf"(?P<x>{NUMBER}) ?(?:x\b(?: (?:the )?speed)?"
    r"|times (?:the |its )?(?:normal |original |usual )?speed|times as fast)"
)
_PLACES = {
    "top": "top", "bottom": "bottom", "left": "left", "right": "right", "center": "center",
    "centre": "center", "middle": "center",
}  # fmt: skip
_SPOT = (
    r"(?:(?P<v>top|bottom|(?:upper|lower)(?=[ -](?:left|right|cent)))"
    r"(?:[ -](?P<h>left|right|cent(?:er|re)))?"
    r"|(?P<h2>left|right)[ -](?P<v2>top|bottom|upper|lower)"
    r"|(?P<m>left|right|cent(?:er|re)|middle))"
)
_COLORS = "white|black|red|blue|green|yellow|orange|pink|purple|cyan|gold|gray|grey|magenta|turquoise|brown"
_LOOKS = {
    "warm": "warm", "warmer": "warm", "cool": "cool", "cold": "cool", "cooler": "cool", "sepia": "sepia",
    "vintage": "vintage", "retro": "vintage", "vivid": "vivid", "vibrant": "vivid",
    "cinematic": "cinematic", "black and white": "black and white", "black-and-white": "black and white",
    "monochrome": "black and white", "b&w": "black and white",
}  # fmt: skip
_STYLES = "jazz|lo-?fi|rock|piano|techno|folk|ambient|upbeat|calm|chill|classical|epic|acoustic"


def _place(match: Match[str]) -> str:
    told = (match["v"] or match["v2"] or "").lower()
    up = {"upper": "top", "lower": "bottom"}.get(told, told)
    across = (match["h"] or match["h2"] or "").lower()
    if match["m"]:
        return _PLACES[match["m"].lower()]
    return up if not across or across.startswith("cent") else f"{up}-{across}"


def _factor(match: Match[str]) -> Fraction:
    return Fraction(str(number(match["x"]))) if match["x"] else Fraction(1)


def _style(match: Match[str]) -> str:
    return {"lofi": "lo-fi"}.get(match[0].lower(), match[0].lower())


def _degrees(match: Match[str]) -> int:
    return int(number(match["deg"]))


VALUES: list[tuple[str, str, object]] = [
    ("text", r"<text>", _mark),
    ("file", r"<file>", _mark),
    ("range",
        rf"(?:from |between )?(?:the )?(?P<a>{_BARE}) ?(?:to|[-–]|until|till|through"
        rf"|up to) ?(?:the )?(?P<b>{_TIMED}){_MARK}",
        _range,
    ),
    ("range",
        rf"(?:from |between )(?:the )?(?P<a>{_BARE}) ?(?:to|[-–]|until|till|through|and"
        rf"|up to) ?(?:the )?(?P<b>{_BARE}){_MARK}",
        _range,
    ),
    ("range", rf"(?P<a>{NUMBER})[-–](?P<b>{NUMBER}) ?s?", _range),
    ("range",
        rf"(?:from |between )?seconds (?P<a>{NUMBER}) ?(?:to|[-–]|until|till|through|and)"
        rf" ?(?:second )?(?P<b>{NUMBER})",
        _range,
    ),
    ("range",
        r"(?P<a>[0-9]{1,3}) to (?P<b>[0-9]{1,3})(?! ?(?:%|percent|x\b|times|pixels|points"
        r"|degrees))",
        _range,
    ),
    ("range",
        rf"(?:(?:in|for|over|during|at) )?(?:the )?(?:very )?(?:first|opening"
        rf"|initial) (?P<d>{_LONG}){_OF}",
        lambda m: Range(0, ms(m["d"])),
    ),
    ("range",
        rf"(?:(?:in|for|over|during|at) )?(?:the )?(?:very )?(?:last|final"
        rf"|closing) (?P<d>{_LONG}){_OF}",
        lambda m: Range(-ms(m["d"]), None),
    ),
    ("range", rf"(?:the )?middle (?P<d>{_LONG}){_OF}", lambda m: Middle(ms(m["d"]))),
    ("range",
        rf"(?:(?:in|for|over|during) )?(?:the )?(?P<end>first|second|last|middle|final"
        rf"|opening) {_SHARE}{_OF}",
        _portion,
    ),
    ("range",
        rf"(?:everything |all )?(?:after|past|beyond) (?:the )?(?P<a>{_BARE}){_MARK}",
        lambda m: Range(ms(m["a"]), None),
    ),
    ("range",
        rf"(?:everything |all )(?:before|up to|until) (?:the )?(?P<a>{_BARE}){_MARK}",
        lambda m: Range(0, ms(m["a"])),
    ),
    ("from",
        rf"(?:starting )?from (?:the )?(?P<a>{_BARE}){_MARK}(?: (?:on(?:wards?)?"
        rf"|to the (?:very )?end{_OF}|until the end))?",
        lambda m: ms(m["a"]),
    ),
    ("until",
        rf"(?:until|till|ending at) (?:the )?(?P<a>{_BARE}){_MARK}"
        rf"|up to (?:the )?(?P<b>{_TIMED}){_MARK}",
        lambda m: ms(m["a"] or m["b"]),
    ),
    ("at",
        rf"(?:at|starting at) (?:the )?(?P<a>{_TIMED}){_MARK}|at (?:the )?(?P<b>{NUMBER}) mark",
        lambda m: ms(m["a"] or m["b"]),
    ),
    ("", rf"for(?= (?:the )?{_CLOCK} ?(?:to|[-–]|until|till))", None),
    ("clock", rf"(?<=and )(?P<a>{_CLOCK})(?! ?(?:to|[-–]|until|till|and)\b)", lambda m: ms(m["a"])),
    ("long",
        rf"(?:(?:for|over|lasting|within|in) )?(?P<d>{_LONG})(?: long)?",
        lambda m: ms(m["d"]),
    ),
    ("long", rf"over (?P<d>{NUMBER})(?= ?(?:[,;!]|\.?\Z|\. |and\b))", lambda m: ms(m["d"])),
    ("totime", rf"to (?:the )?(?P<a>{_TIMED}){_MARK}", lambda m: ms(m["a"])),
    ("whole",
        r"(?:for|over|during|across) the (?:whole|entire) (?:video|thing|clip|time|film)"
        r"|throughout(?: the (?:whole )?video)?|(?:the )?(?:whole|entire) time|all the time"
        r"|from start to (?:finish|end)|from beginning to end|all (?:the way )?through",
        None,
    ),
    ("atstart",
        rf"(?:at|to|in) the (?:very )?(?:start|beginning|front){_OF}|in front(?! of\b)|up front", None),
    ("off start", rf"off (?:of )?(?:the |its )?(?:very )?(?:start|beginning|front){_OF}", None),
    ("off end", rf"off (?:of )?(?:the |its )?(?:very )?(?:end|back){_OF}", None),
    ("so long more", rf"(?:another )?(?P<d>{NUMBER}) more (?:seconds?|secs?)|another (?P<e>{_LONG})",
        lambda m: ms(m["d"] or m["e"])),
    ("long", r"(?:a )?dozen seconds", 12_000),
    ("atend", rf"(?:at|to|on) the (?:very )?end{_OF}|on the back", None),
    ("untilend", r"(?:until|till|to|up to) the (?:very )?end(?: of the video)?", None),
    ("totime", rf"to (?!0?\.[0-9])(?P<a>{NUMBER})(?= ?(?:[,;!]|\.?\Z|\. |and\b))", lambda m: ms(m["a"])),
    ("shift", rf"(?P<d>{_LONG}) (?:later|further on)", lambda m: ms(m["d"])),
    ("shift", rf"(?P<d>{_LONG}) (?:earlier|sooner)", lambda m: -ms(m["d"])),
    ("longer", rf"(?P<d>{_LONG}) longer", lambda m: ms(m["d"])),
    ("longer", rf"(?P<d>{_LONG}) shorter", lambda m: -ms(m["d"])),
    ("place",
        rf"(?!right at )(?:(?:to|at|in|into|on|near) )?(?:the )?{_SPOT}(?: (?:corner|side"
        rf"|edge))?(?: of the (?:screen|frame|picture|video|image))?",
        _place,
    ),
    ("place", r"(?:right )?up top", "top"),
    ("off side",
        r"(?:off of|off|from|away from|at) (?:the )?(?P<side>top|bottom|left|right)"
        r"(?: (?:side|edge))?(?: of the (?:screen|frame|picture|video|image))?",
        lambda m: m["side"].lower(),
    ),
    ("both sides",
        r"(?:off |from )?(?:the |both )?(?:sides|left and right(?: sides)?)", "left right"
    ),
    ("both sides", r"(?:off |from )?(?:the )?top and bottom", "top bottom"),
    ("color",
        rf"(?:in |to |into )?(?:{_COLORS})",
        lambda m: re.sub(r"\A(?:in|to|into) ", "", m[0].lower()).replace("grey", "gray"),
    ),
    ("lookname",
        rf"(?:in |to |into )?(?P<k>{'|'.join(sorted(_LOOKS, key=len, reverse=True))})",
        lambda m: _LOOKS[m["k"].lower()],
    ),
    ("style", rf"{_STYLES}", _style),
    ("level",
        rf"(?:(?:(?:at|to|with|of) )?(?:a )?(?:volume|level|loudness)(?: of| at| to|:)? ?|(?:at|to"
        rf"|with) ){_PERCENT}(?: (?:volume|of its volume))?",
        lambda m: _share(m["p"]),
    ),
    ("amount",
        rf"(?:(?:at|with|to) )?{_PERCENT} (?:of its |of the |of )?(?:strength|intensity)",
        lambda m: _share(m["p"]),
    ),
    ("amount", r"(?:(?:at|with|to) )?half (?:of )?(?:the |its )?(?:strength|intensity)", 0.5),
    ("amount", r"half as strong", 0.5),
    ("amount",
        rf"(?:an?|one) {_SHARE}(?= (?:off|from) (?:of )?(?:the )?(?:top|bottom|left|right)\b)",
        lambda m: round(1 / _SHARES[m["share"].lower()], 6)),
    ("amount", rf"{_PERCENT}", lambda m: _share(m["p"])),
    ("by", rf"by {_PERCENT}", lambda m: _share(m["p"])),
    ("by", r"by (?:a |one )?(?P<s>third|quarter|fifth)", lambda m: 1 / _SHARES[m["s"].lower()]),
    ("by", r"by (?P<k>two|three) (?P<s>thirds|quarters)",
        lambda m: {"two": 2, "three": 3}[m["k"].lower()] / _SHARES[m["s"].lower()[:-1]]),
    ("scale",
        rf"(?:(?:at|to|with) )?(?:a )?(?:size|scale|width)(?: of| at| to|:)? ?{_PERCENT}",
        lambda m: _share(m["p"]),
    ),
    ("opaque",
        rf"(?:(?:at|to|with) )?(?:an? )?opacity(?: of| at| to|:)? ?{_PERCENT}"
        rf"|{_PERCENT.replace('?P<p>', '?P<q>')} opacity",
        lambda m: _share(m["p"] or m["q"]),
    ),
    ("points",
        r"(?:at |to |in |with )?(?:a )?(?:font )?size(?: of| to"
        r"|:)? ?(?P<n>[1-9][0-9]{1,2})(?![0-9%]|\.[0-9])",
        lambda m: int(m["n"]),
    ),
    ("half level", r"(?:at |with )?half (?:the |its )?(?:volume|loudness)", None),
    ("opaque", r"half[- ]transparent", 0.5),
    ("half", r"by half|half as loud|halve(?: the)?(?: volume(?: of)?)?", None),
    ("factor", rf"(?:(?:at|to|in) )?{_FACTOR}", _factor),
    ("factor", r"(?:(?:at|to|in) )?half(?: the| its)?(?: normal| original)? speed", Fraction(1, 2)),
    ("factor", r"(?:(?:at|to|in) )?(?:double|twice)(?: the| its)?(?: normal)? speed", Fraction(2)),
    ("twice", r"twice as fast|half as fast", None),
    ("factor",
        r"(?:(?:at|to|in|back to) )?(?:the )?(?:normal|original|regular) speed",
        Fraction(1),
    ),
    ("factor", r"in slow[- ]?mo(?:tion)?|slow[- ]?mo(?:tion)?", Fraction(1, 2)),
    ("factor",
        r"(?:(?:at|to|in) )?half (?:of )?(?:the|its) (?:normal |original )?(?:speed|pace)",
        Fraction(1, 2),
    ),
    ("factor", r"double the (?:speed|pace)|twice the pace|(?:at|to|in) double time", Fraction(2)),
    ("factor",
        rf"(?:(?:at|to|in) )?(?:an? )?{_SHARE} (?:of )?(?:the |its )?(?:normal |original )?speed",
        lambda m: Fraction(1, _SHARES[m["share"].lower()])),
    ("level",
        r"(?:(?:at|to|back to) )?(?:the |its )?(?:normal|original|full|usual) (?:volume|level|loudness)",
        1.0,
    ),
    ("ratio",
        r"(?:(?:in|to|as|into) )?(?P<w>16|9|1|4|5|3|21):(?P<h>9|16|1|5|4|3)(?![0-9])(?: format)?",
        lambda m: (int(m["w"]), int(m["h"])),
    ),
    ("ratio",
        r"(?:(?:in|to|as|into) )?(?:an? )?vertical(?: (?:video|format|clip))?"
        r"(?:,? \(?9:16\)?(?: format)?)?",
        (9, 16),
    ),
    ("ratio", r"(?:(?:in|to|as|into) )?(?:a )?square(?: format)?", (1, 1)),
    ("degrees",
        r"(?:by )?(?P<deg>90|180|270|ninety)(?: ?degrees?|°)?(?: (?:to the right|clockwise))?",
        _degrees,
    ),
    ("degrees",
        r"(?:by )?90(?: ?degrees?|°)? (?:to the left|counter-?clockwise|anti-?clockwise)"
        r"|(?:by )?a quarter turn (?:to the left|counter-?clockwise)",
        270,
    ),
    ("degrees", r"(?:by )?a quarter turn (?:to the right|clockwise)", 90),
    ("degrees", r"upside down", 180),
    ("degrees", r"(?:counter-?|anti-?)clockwise", 270),
    ("degrees", r"clockwise", 90),
    ("join", r"dip(?:s)? to black", "dip-black"),
    ("join", r"dip(?:s)? to white", "dip-white"),
    ("join",
        r"(?P<k>wipe|slide)s? (?:to the |towards the )?(?P<w>left|right)(?:wards?)?"
        r"|(?P<w2>left|right)(?:wards?)? (?P<k2>wipe|slide)",
        lambda m: f"{m['k'] or m['k2']}-{m['w'] or m['w2']}".lower(),
    ),
    ("fill",
        r"(?:fill|replace|cover|swap) (?:the |those |these )?(?:black )?"
        r"(?:bars|borders|empty (?:space|area)s?|gaps|black (?:parts|areas)|sides)"
        r" (?:with|by|for) (?:a |the )?blur(?:red (?:background|picture|video"
        r"|(?:copy|version)(?: of the (?:video|picture))?))?"
        r"|(?:with |have |make (?:it )?(?:with )?)?blur(?:red|ry) (?:bars|borders)"
        r"|(?:make |blur )?(?:the |those |these )?(?:black )?bars (?:should be |be )?blur(?:red|ry)"
        r"|blur (?:the |those )(?:black )?bars"
        r"|no (?:black )?bars,? (?:but |please )?(?:a )?blur(?:red (?:background|bars|ones))?",
        "blur",
    ),
    ("", r"(?:instead of|rather than) (?:the |plain )?black(?: bars| ones)?(?! and\b)", None),
    ("total",
        rf"(?:so (?:that )?|until |till )?(?:the (?:whole )?(?:video|thing|clip|film)|it"
        rf"|the whole)(?:(?:'s| is| ends up| lasts| runs| becomes| comes to)(?: exactly)?"
        rf"|(?: to)? (?:be|last)) (?P<d>{_LONG})(?: long)?(?: in total| overall)?|(?:to"
        rf"|down to) a total (?:length )?of (?P<e>{_LONG})",
        lambda m: ms(m["d"] or m["e"]),
    ),
    ("between",
        r"(?:between|at the cut between) (?:the |both |these |my )?(?:two )?(?:clips|parts|pieces"
        r"|shots|videos|halves)|from one clip to the (?:next|other)|at the (?:cut|join)",
        None,
    ),
    ("at end", r"(?:at|from) the end", None),
    ("bare at",
        rf"at (?P<a>{NUMBER})(?= ?(?:[,;!]|\.?\Z|\. |and\b|for {NUMBER} ?(?:s\b|sec)))",
        lambda m: ms(m["a"])),
]  # fmt: skip
