"""Two things and what each of them gets, in turn: "jazz for the first half, rock for the second", "'A' and
'B' as titles, 0-3 and 5-8 respectively"; what holds of a part that was named, too; and slips of the
tongue."""

from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.plain_words import AT, SECONDS, Said

_N = NUMBER
_RANGE = rf"(?:(?:from )?{AT} ?(?:to|-|until) ?{AT})"
_END = r"(?=(?:,? please)?[ .!]*\Z)"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple)"
_STYLE = r"(?:jazz|rock|pop|lo-?fi|ambient|classical music|piano music|<:file>)"
_LOOK = r"(?:black and white|sepia|vintage|warm|cool|vivid|cinematic|muted)"
_OTHER = r"(?:the |in the |during the |for the )?(?:second|other)(?: half| one)?"
_FAST = (
    r"(?:(?:at )?(?:double|half|triple|twice the|[0-9.]+x) ?speed|twice as fast|half as fast"
    r"|(?:at )?[0-9.]+x)"
)
_SPEEDS = {"twice as fast": "at double speed", "half as fast": "at half speed"}
_TEXTS = r"(?P<one><:text>) ?,? (?:and|&) (?P<two><:text>) ?"
_NOUN = r"(?P<noun>title|caption|subtitle)s"
_BOTH = r",? ?(?:respectively)?"


def _each_time(match: Match[str]) -> str:
    noun = match["noun"]
    return f"{noun} {match['one']} {match['r1']} and {noun} {match['two']} {match['r2']}"


def _each_place(match: Match[str]) -> str:
    noun, when = match["noun"], match["when"]
    return (
        f"{noun} {match['one']} {match['p1']} {when} and {noun} {match['two']} {match['p2']} {when}"
    )


def _each_speed(match: Match[str]) -> str:
    one, two = (_at_speed(match[group]) for group in ("s1", "s2"))
    ends = (match[group] for group in ("a1", "b1", "a2", "b2"))
    a1, b1, a2, b2 = (one if ":" in one or one[-1] == "s" else f"{one} seconds" for one in ends)
    return f"{a1} to {b1} {one} and {a2} to {b2} {two}"


def _at_speed(speed: str) -> str:
    speed = _SPEEDS.get(speed.lower(), speed)
    said = speed if "speed" in speed else f"{speed} speed"
    return said if said.startswith("at ") else f"at {said}"


def _shortened(match: Match[str]) -> str:
    return (
        f"keep only the {'first' if match[2] in ('end', 'back', 'ending') else 'last'} {match[1]}"
    )


def _first_seconds(match: Match[str]) -> str:
    edge = "last" if match["edge"] in ("end", "back") else "first"
    return f"cut the {edge} {float(number(match['n'])):g} seconds"


_RULES: Rules[Said] = Rules(
    (
        # --- slips of the tongue
        (
            r"(?<=[a-z0-9%\ue000]),? (?:er|erm|um|uh|hm|oops),? (?:no,? |sorry,? |i mean,? )?"
            rf"(?=(?:{_N}|[0-9]|{_COLOR}|{_PLACE}|{_STYLE}|double|triple|half speed)\b)",
            ", no, ",
        ),
        (
            rf"\A(?:trim|cut|shorten) (?:the )?(?P<edge>start|beginning|front|end"
            rf"|back) by (?:{_N})(?: seconds?"
            rf"|s)?,? (?:no|sorry|wait|i mean|rather|make that),? (?P<n>{_N})(?: seconds?| ?s)?{_END}",
            _first_seconds,
        ),
        # --- how long it is to be
        (
            rf"\A(?:i(?:'d)? (?:want|need|like)|make (?:it|the video)|it (?:should|must) be) ({SECONDS}) "
            r"(?:in total|in all|altogether|overall|long)[;,.:] (?:so )?(?:please )?(?:cut|trim|take"
            r"|shorten)(?: "
            rf"it| (?:that|the rest|the excess))?(?: off)? (?:from|at) the (end|start|beginning|back"
            rf"|front){_END}",
            _shortened,
        ),
        # --- a half each
        (
            rf"\A(?:add |play |put |use )?({_STYLE}) (?:for|in|during|over"
            rf"|under) the first half,? (?:and |then |but )?"
            rf"({_STYLE}) (?:for|in|during|over|under) (?:the )?(?:second|other)(?: half| one)?{_END}",
            r"add \1 for the first half and add \2 for the second half",
        ),
        (
            rf"\A((?:play|make|turn|set|mute|reverse) the first half[^,.;]*?)[,;.]? (?:and "
            rf"|but )?(?:leave |keep )?{_OTHER}"
            rf" (?:(?:stays |remains |should stay |may stay )?(?:as (?:it )?(?:is|was)|unchanged"
            rf"|the same|untouched"
            rf"|alone)|(?:may |can |should )?(?:stays?|remains?)|at (?:its )?normal speed|normally){_END}",
            r"\1",
        ),
        (
            rf"\A((?:play|make|turn|set|mute|reverse) the )second half( [^,.;]*?)?[,;.]? (?:and "
            rf"|but )?(?:leave "
            rf"|keep )?(?:the )?first(?: half| one)? (?:(?:stays |remains |should stay "
            rf"|may stay )?(?:as (?:it "
            rf")?(?:is|was)|unchanged|the same|untouched|alone)|(?:may |can |should )?(?:stays?"
            rf"|remains?)|at (?:its )?normal speed|normally){_END}",
            r"\1second half\2",
        ),
        (
            rf"\A(?:make |play )?(?:between |from )?(?P<a1>{AT}) (?:and|to|-|until) (?P<b1>{AT})"
            rf"(?: seconds)?,? (?P<s1>{_FAST}),? (?:and |but |then )?(?:between |from )?"
            rf"(?P<a2>{AT}) (?:and|to|-|until) (?P<b2>{AT})(?: seconds)?,? (?P<s2>{_FAST}){_END}",
            _each_speed,
        ),
        # --- two texts
        (
            rf"\A(?:(?:please )?(?:add|show|put|write) )?{_TEXTS},? ?as {_NOUN},?"
            rf" (?P<r1>{_RANGE}),? and (?P<r2>{_RANGE})"
            rf"{_BOTH}{_END}",
            _each_time,
        ),
        (
            rf"\A(?:(?:please )?(?:add|show|put) )?(?:the )?(?:two )?{_NOUN}:?"
            rf" {_TEXTS},? ?(?P<r1>{_RANGE}),? and "
            rf"(?P<r2>{_RANGE})"
            rf",? respectively{_END}",
            _each_time,
        ),
        (
            rf"\A(?:(?:please )?(?:add|show|put) )?(?:the )?(?:two )?{_NOUN}:?"
            rf" {_TEXTS},? ?(?:both )?(?P<when>{_RANGE}),? "
            rf"(?:the )?(?:one|first|former|first one) (?:in |at |on )?(?:the )?(?P<p1>{_PLACE}),?"
            rf" (?:and )?"
            rf"(?:the )?(?:other|second|latter|second one|other one) (?:in |at "
            rf"|on )?(?:the )?(?P<p2>{_PLACE}){_END}",
            _each_place,
        ),
        (
            rf"\A(?:(?:please )?(?:add|show|put) )?(?:the )?(?:two )?{_NOUN}:?"
            rf" {_TEXTS},? ?(?:both )?(?P<when>{_RANGE}),? "
            rf"(?:in |at )?(?:the )?(?P<p1>{_PLACE}) and (?:in |at )?(?:the )?(?P<p2>{_PLACE}),?"
            rf" respectively{_END}",
            _each_place,
        ),
        # --- of the same part, too; of the other end, too
        (
            rf"\A(?P<do>(?:make|turn) (?P<part>the (?:first|last) (?:half|third|{SECONDS})"
            rf"|(?:from )?{AT} to {AT}"
            rf"(?: seconds)?) {_LOOK}),? and (?P<more>mute|reverse|denoise|stabili[sz]e) "
            r"(?:(?:those|them|these|that (?:part|bit|section))(?: (?:too|as well|also))?"
            rf"|that (?:too|as well|also)){_END}",
            r"\g<do> and \g<more> \g<part>",
        ),
        (
            rf"\A((?:mute|cut|remove|delete|reverse|denoise|silence) the (?:first"
            rf"|last)) ({_N}) seconds?,? and (?:also )?the "
            rf"(first|last) ({_N})(?: seconds?| ones)?,? (?:too|as well|also){_END}",
            r"\1 \2 seconds and the \3 \4 seconds",
        ),
        (
            rf"\Amute (?:only|just) (the (?:first|last) {SECONDS}),? but (?:make|turn) "
            rf"((?:the (?:whole|entire) (?:video|thing|film|clip)|everything) {_LOOK}){_END}",
            r"mute \1 and make \2",
        ),
    )
)  # fmt: skip


def each_of_two(text: str) -> str:
    """A marked message in which each of two things has beside it what it gets."""
    return _RULES.apply(text, plainly)
