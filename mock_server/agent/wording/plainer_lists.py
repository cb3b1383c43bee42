"""Turns of English lists of orders, where one clause leans on another: "'A' from 0 to 2 and 'B' from 2 to
4, both in yellow", "say 'Thanks' as a voice-over from 52 to 56, show the same words as a title"."""

from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    LEVEL,
    LOOK,
    PLACE,
    PLEASE,
    RANGE,
    SECONDS,
    STOP,
    N,
    Said,
    spanned,
    timed,
)

_HAVE = r"(?:have|let|make)"
_PART = rf"(?:the (?:first|last) {SECONDS}|{RANGE})"
_NTH = r"(?:first|second|third|last)"
_SOUND = r"(?:sound|audio|volume|voice)"
_OWN = rf"(?:the (?:clip|video|talk)'s (?:own )?{_SOUND}|my voice|the (?:speech|voice))"
_MORE = r"(?:a (?:bit|little|touch) |much |slightly )?(?:quieter|louder|softer)"
_VIDEO = r"(?:the )?(?:picture|video|image|clip)"


def _long(told: str) -> str:
    """A length with its unit: "one second", "two"."""
    return told if "s" in told.lower().split()[-1][:1] else f"{float(number(told)):g} seconds"


def _each_colored(found: Match[str]) -> str:
    """ "'A' at the top from 0 to 5 and 'B' at the bottom …, the first in red and the second in blue"."""
    one, other = (
        f"title {found[text]} {found[place] or ''} {spanned(found[when])} in {found[color]}"
        for text, place, when, color in (("a", "p", "r", "c"), ("b", "q", "s", "d"))
    )
    return f"{one} and {other}".replace("  ", " ")


def _all_colored(found: Match[str]) -> str:
    """ "'A' from 0 to 2, 'B' from 2 to 4, 'C' from 4 to 6, all in yellow and only the last one bold"."""
    pairs = [
        (found[text], found[when])
        for text, when in (("a", "r"), ("b", "s"), ("c", "t"))
        if found[text]
    ]
    said = [f"title {text} {spanned(when)} in {found['color']}" for text, when in pairs]
    bold = " and bold" if found["bold"] else ""
    return f"{', '.join(said[:-1])} and {said[-1]}{bold}"


_TEXTS = r"(?P<all>both|all|all the|the) (?P<kind>titles|captions|lower thirds|logos)"
_THAT_ONE = rf"the (?P<nth>{_NTH})(?: one| title| caption| lower third| logo)?"
_OVER = rf"(?:over|for|in|within) (?P<long>{SECONDS})"
_AND_ONLY = r",?(?: and| but| then)*(?: (?:let|make|have))? (?:only|just)(?: (?:let|make|have))?"
_ALSO = rf"(?:,? (?:as well|too|also))?(?: (?:over|in) (?P<own>{SECONDS}))?"


def _other_fade_of_one(found: Match[str]) -> str:
    """ "Make both titles fade in over one second, and only the last one fade out"."""
    if found["way"].lower() == found["other"].lower():
        return found[0]
    one = f"the {found['nth']} {found['kind'].removesuffix('s')}"
    every = f"fade {found['all']} {found['kind']} {found['way']} over {found['long']}"
    return f"{every}. Fade {one} {found['other']} over {found['own'] or found['long']}"


LISTS: Rules[Said] = Rules(
    (
        # --- fades
        (
            rf"\A{PLEASE}(?:{_HAVE} |fade ){_TEXTS} (?:fade )?(?P<way>in|out) {_OVER}{_AND_ONLY}"
            rf" {_THAT_ONE}(?: (?:should|must|to))?(?: fade)? (?P<other>in|out){_ALSO}{STOP}",
            _other_fade_of_one,
        ),
        (
            rf"\A{PLEASE}fade (?P<way>in|out) {_TEXTS} {_OVER}{_AND_ONLY} fade (?:(?P<other>in|out) )"
            rf"{_THAT_ONE}{_ALSO}{STOP}",
            _other_fade_of_one,
        ),
        (
            rf"\A{PLEASE}fade (?P<way>in|out) {_TEXTS} {_OVER}{_AND_ONLY} (?:fade )?{_THAT_ONE}"
            rf"(?: fade)? (?P<other>in|out){_ALSO}{STOP}",
            _other_fade_of_one,
        ),
        # --- texts
        (
            rf"\A{PLEASE}(?:show |add |put )?(?P<a><:text>) ?(?P<p>(?:at"
            rf"|in) the {PLACE})?,? ?(?P<r>{RANGE})"
            rf",? and (?P<b><:text>) ?(?P<q>(?:at|in) the {PLACE})?,? ?(?P<s>{RANGE}),? the first(?: one)?"
            rf" in (?P<c>{COLOR}),? (?:and )?the (?:second|other)(?: one)? in (?P<d>{COLOR}){STOP}",
            _each_colored,
        ),
        (
            rf"\A{PLEASE}(?:show |add |put )?(?P<a><:text>) ?(?P<r>{RANGE}),? (?:and )?(?P<b><:text>) ?"
            rf"(?P<s>{RANGE})(?:,? (?:and )?(?P<c><:text>) ?(?P<t>{RANGE}))?,? (?:all(?: three| of them)?"
            rf"|both(?: of them)?) in (?P<color>{COLOR})(?P<bold>,? (?:and|but) only the last(?: one)?"
            rf"(?: in)? bold)?{STOP}",
            _all_colored,
        ),
        (
            rf"\A{PLEASE}(?:say|read|speak) (<:text>) ?as an? voice-?over ({RANGE}),? (?:and )?show"
            rf" the same"
            rf" (?:words|text) as a (title|caption) (?:for those {N} seconds|at the same time|meanwhile"
            rf"|during (?:that|this) time|in that same range)(?=,|[ .!]*\Z)",
            lambda found: (
                f"voice-over {found[1]} {spanned(found[2])}, {found[3]} {found[1]} {spanned(found[2])}"
            ),
        ),
        (
            rf"(\A{PLEASE}(?:blur|mute|darken)\b[^,.;]*? (?:for |over |in |during )?)({_PART}),? (?:and"
            rf" )?(?:put"
            rf"|show|add|write) (<:text>) ?(?:over it |on it |on top )?(?:in|for|during) (?:that|the) same"
            rf" (?:range|time|span|stretch)(?:,? and leave the rest (?:sharp|as it is|alone))?{STOP}",
            lambda found: f"{found[1]}{found[2]} and put the title {found[3]} {_over(found[2])}",
        ),
        (
            rf"\A{PLEASE}(?:{_HAVE} )?the ({_NTH}) (title|caption) (?:to )?fade (in"
            rf"|out) over ({SECONDS}),? and"
            rf" the ({_NTH})(?: one| title| caption)? (?:to )?fade (in|out) over ({N})(?: seconds?)?"
            rf"(?:,? (?:and|but) (?:move neither of them|don't move (?:them|either)))?{STOP}",
            lambda found: (
                f"fade the {found[1]} {found[2]} {found[3]} over {found[4]} and fade the"
                f" {found[5]} {found[2]} {found[6]} over {float(number(found[7])):g} seconds"
            ),
        ),
        (
            rf"\A(?:(?:it's |that's )?too (?:big|small)(?: now)?[,;.] )?set (?:the|its) size to ([0-9]+)"
            rf" and (?:put|move) it back (?:in|to|at) the ({PLACE}){STOP}",
            r"set its size to \1 and put it in the \2",
        ),
        # --- music and sound
        (
            rf"\A{PLEASE}(?:drop|lower|cut|reduce|turn down) the (?:music"
            rf"|song) by half,? (?:and )?{_HAVE} it"
            rf" (?:begin|start) at ({AT}),? (?:and )?{_HAVE} it fade (in|out) over ({SECONDS}){STOP}",
            lambda found: (
                f"lower the music by half, start the music at {timed(found[1])} and fade the music"
                f" {found[2]} over {found[3]}"
            ),
        ),
        (
            rf"\A{PLEASE}replace the (?:clip|video|talk)'s (?:own )?(?:sound|audio) (?:with|by) (<:file>)"
            rf"(?: all the way through| throughout| for the whole video)?,? (?:and )?(?:fade (?:that|it) in"
            rf" (?:over|for) (?:an?|one) second|fade (?:that|it) in (?:over|for) ({SECONDS})){STOP}",
            lambda found: f"mute the video. Add {found[1]} with a {found[2] or '1 second'} fade in",
        ),
        (
            rf"\A(?:could|can) the music be ({_MORE}),? (?:and )?(?:the )(speech|voice)(?: be)? ({_MORE})"
            rf"[ .?]*\Z",
            r"make the music \1 and the \2 \3",
        ),
        (
            rf"\A{PLEASE}make the (?:music|song|title|logo),? (?:sorry|no|wait|oops),?"
            rf" (?:i mean(?:t)? )?({_OWN}),? ({_MORE})(?=,|[ .!]*\Z)",
            r"make \1 \2",
        ),
        (
            rf"(\b(?:push|bring|turn|set|put) the (?:music|song|speech|voice) (?:down |up )?to (?:an? tenth"
            rf"|half|an? quarter|an? third|{LEVEL})),? but only that{STOP}",
            r"\1",
        ),
        (
            rf"\A{PLEASE}fade out both the (?:music and {_VIDEO}|{_VIDEO} and the music|music and the"
            rf" (?:picture|video)) (?:over|for|in) the (?:last|final) ({SECONDS}){STOP}",
            r"fade the music out over \1 and fade the video out over \1",
        ),
        # --- clips and the picture
        (
            rf"\A{PLEASE}(?:bring|move|put) (<:file>) to the (?:front|start|beginning),? (?:and )?(mute"
            rf"|reverse) it(?:,? (?:and|but) leave the (?:talk|rest|other (?:one|clip)) (?:with its sound"
            rf"(?: on)?|as it is|alone))?{STOP}",
            r"\2 \1 and move \1 to the start",
        ),
        (
            r"\bfade (it|the video) in and out over (?:a|one) second each\b",
            r"fade \1 in and out over 1 second each",
        ),
        (
            rf"\b(?:turn|rotate) (?:{_VIDEO}|it) (?:by )?a quarter(?: turn)? (clockwise|counter-?clockwise"
            rf"|to the (?:left|right))(?=,|[ .!]*\Z)",
            r"rotate the video 90 degrees \1",
        ),
        (
            rf"\bzoom into the (?:middle|cent(?:er|re)) (?:to|by) ([0-9.]+)x? ({RANGE})(?=,|[ .!]*\Z"
            rf"| and\b)",
            lambda found: f"zoom in to {round(float(found[1]) * 100)}% {spanned(found[2])}",
        ),
        (
            rf"\A{PLEASE}(?:make )?({LOOK}) (?:for )?everything except(?: for)? (the (?:first|last)"
            rf" {SECONDS}),? which (?:should|must|is to) (?:be|look) ({LOOK})(?=,|[ .!]*\Z)",
            r"make it \1 except for \2. Make \2 \3",
        ),
        (
            rf"\A{PLEASE}(make the ({_NTH}) (?:part|clip|half)[^,.;]*?),? and (mute|reverse) only the \2"
            rf" (?:part|clip|half){STOP}",
            r"\1 and \3 the \2 clip",
        ),
        (
            rf"\A{PLEASE}(?:put|show|add) (<:file>)(?: up)? at the (?:very )?end as (?:a clip of its own"
            rf"|its own clip),? for ({SECONDS}){STOP}",
            r"add \1 as a clip at the end for \2",
        ),
        # --- what stays, and what is not to be
        (
            rf"\A{PLEASE}(?:get rid of|remove|drop|lose) the ({LOOK})(?: look| filter)?,? but keep the"
            rf" (?:fade|speed|music|title|crop){STOP}",
            r"remove the \1 look",
        ),
        (
            r"\A((?:(?!\b(?:title|caption|text|write|say|saying|words)\b|<text>).)+?),? (?:and|but)"
            rf" (?:don't|do not) add any (?:text|title|titles|words|captions){STOP}",
            r"\1",
        ),
        (
            rf"\A{PLEASE}(smaller|bigger|larger) (title|caption)(?: please)?,? and"
            rf" not {COLOR} any ?more but"
            rf" ({COLOR}){STOP}",
            r"make the \2 \1 and \3",
        ),
        (
            rf"\A{PLEASE}(?:make|turn) the logo no longer (?:see-through|transparent){STOP}",
            "set the logo's opacity to 100%",
        ),
        (
            rf"\A{PLEASE}(?:i'd like|i want|i would like|we need) (?:two|three|four"
            rf"|five) things: (.+){STOP}",
            r"\1",
        ),
        (
            r"(?<=, )the (noise|hum|hiss) (?:gone|removed|out)(?=,)",
            r"remove the \1",
        ),
        (
            rf"\b(?:lower|turn down|reduce|set|raise) the main clip's {_SOUND}"
            rf" to ({LEVEL})(?: for the whole"
            rf" video)?(?=,|[ .!]*\Z)",
            r"set the original sound to \1",
        ),
        # --- a name with what is below it
        (
            rf"\b(?:correct|change|fix) the name to (<:text>) ?,? (?:and )?(?:say|put"
            rf"|write) (<:text>) ?(?:under"
            rf"|below) it (?:rather than|instead of) (<:text>) ?,? (?:and )?have it (?:stay|last) until"
            rf" (?:second )?({N})(?: seconds)?{STOP}",
            lambda found: (
                f"change the name to {found[1]}. Change {found[3]} to {found[2]}. Make the lower third last"
                f" until {float(number(found[4])):g} seconds"
            ),
        ),
    )
)


def _over(part: str) -> str:
    return f"over {part}" if part.lower().startswith("the") else spanned(part)
