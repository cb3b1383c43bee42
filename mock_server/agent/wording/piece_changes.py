"""What is said of one thing in a piece of an order, and the order that says it:"
" "at the top", "half transparent",
"until 12 seconds", "down to 40 percent"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    LEVEL,
    LOOK,
    SECONDS,
    STYLE,
    N,
    percent,
    timed,
)

TEXT, SHOWN, INSET, MUSIC, SPEECH, CLIP, SOUND = (
    "text", "overlay", "inset", "music", "speech", "clip", "sound",
)  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """What a piece is about, as it is called, its kind, and the noun that is counted."""

    name: str
    kind: str
    noun: str = ""


Said = Callable[[Match[str], Thing], str]

_PLACE = (
    r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)(?:[- ]hand)?|top|bottom|cent(?:er|re)|middle)"
)
_BIT = r"(?:(?:a (?:little )?bit|a little|slightly|somewhat|much|a touch) )?"
_ONLY = r"(?:(?:only|just|shown only|visible only) )?"
_FAST = r"(?:half|double|triple|normal) speed|[0-9.]+x(?: speed)?"
_SEEN = (TEXT, SHOWN, INSET)
_VISIBLE = r"(?:(?:stays?|lasts?|remains?|be there|shows?|stay on|stay up|runs?|plays?) )?"
_TO = r"(?:to|-|until|till)"


def _span(match: Match[str], thing: Thing) -> str:
    start, end = (
        one if ":" in one else re.split(r" ?s", one)[0] for one in (match["a"], match["b"])
    )
    unit = "" if ":" in end else " seconds"
    if thing.kind == MUSIC:
        return "" if "only" not in match[0].lower() else f"music only from {start} to {end}{unit}"
    return f"show {thing.name} from {start} to {end}{unit}"


def _until(match: Match[str], thing: Thing) -> str:
    end = timed(match["b"])
    return f"music only until {end}" if thing.kind == MUSIC else f"show {thing.name} until {end}"


def _starts(match: Match[str], thing: Thing) -> str:
    return f"move {thing.name} to {timed(match['a'])}"


def _faded(match: Match[str], thing: Thing) -> str:
    seconds = (
        f"{float(number(match['n'])):g} seconds"
        if re.fullmatch(N, match["n"], re.IGNORECASE)
        else match["n"]
    )
    return f"fade {thing.name} {match['way']} over {seconds}"


def _level(match: Match[str], thing: Thing) -> str:
    level = percent(match["level"])
    if thing.kind == MUSIC:
        return f"set the music volume to {level}"
    if thing.kind == SPEECH:
        return f"set the speech volume to {level}"
    return f"set the volume of {thing.name} to {level}"


def _full_level(_: Match[str], thing: Thing) -> str:
    return (
        "set the music volume to 100%"
        if thing.kind == MUSIC
        else f"set the volume of {thing.name} to 100%"
    )


def _opaque(match: Match[str], thing: Thing) -> str:
    return f"set the opacity of {thing.name} to {percent(match['level'] or match['l2'])}"


def _called(match: Match[str], thing: Thing) -> str:
    return f"change {thing.name} to {match['new']}"


def _quiet(match: Match[str], thing: Thing) -> str:
    return f"make {thing.name} {match[0]}"


_CHANGES: tuple[tuple[str, tuple[str, ...], Said], ...] = (
    (rf"(?:in |to |into )?({COLOR})", (TEXT,), lambda m, t: f"make {t.name} {m[1]}"),
    (
        rf"(?:get |gets )?({_BIT}(?:bigger|larger|smaller))",
        _SEEN,
        lambda m, t: f"make {t.name} {m[1]}",
    ),
    (r"(?:in )?bold", (TEXT,), lambda _, t: f"make {t.name} bold"),
    (
        r"(?:in |at |to )?(?:a )?size (?:of )?([0-9]{2,3})",
        (TEXT,),
        lambda m, t: f"set the size of {t.name} to {m[1]}",
    ),
    (
        rf"(?:(?:go |goes |moved? )?(?:at|to|in|into|on|over to|up to|down to) )?(?:the )?({_PLACE})(?:"
        rf" corner| side)?",
        _SEEN,
        lambda m, t: (
            f"move {t.name} to the {m[1].replace('upper', 'top').replace('lower', 'bottom')}"
        ),
    ),
    (
        rf"(?:with |on |against )?an? ({COLOR}) (?:background|box)(?: behind it)?",
        (TEXT,),
        lambda m, t: f"give {t.name} a {m[1]} background",
    ),
    (rf"(?:with )?an? ({COLOR}) outline", (TEXT,), lambda m, t: f"give {t.name} a {m[1]} outline"),
    (r"(?:with )?a (?:drop )?shadow", (TEXT,), lambda _, t: f"add a shadow to {t.name}"),
    (
        rf"(?:fade |fading )?(?P<way>in|out) (?:over|for|in|within) (?:the (?:last"
        rf"|first) )?(?P<n>{SECONDS}|{N})",
        (TEXT, SHOWN, INSET, MUSIC, CLIP),
        _faded,
    ),
    (
        rf"(?:fade |fading )(?:out )?to black (?:over|for|in"
        rf"|within) (?:the last )?({SECONDS})(?: at the end)?",
        (CLIP,),
        lambda m, _: f"fade the video to black over {m[1]} at the end",
    ),
    (
        rf"(?:with )?an? (?P<n>{N})[- ]second fade[- ](?P<way>in|out)",
        (TEXT, SHOWN, INSET, MUSIC, CLIP),
        _faded,
    ),
    (
        rf"(?:last |stay |be |remain |stay on |stay up |on screen |up )*({N}) seconds? longer",
        (TEXT, SHOWN),
        lambda m, t: f"show {t.name} {m[1]} seconds longer",
    ),
    (rf"({N}) seconds? shorter", (TEXT,), lambda m, t: f"make {t.name} {m[1]} seconds shorter"),
    (
        rf"(?:start |come |appear |begin |show up )?({N}) seconds? (later|earlier)",
        (TEXT,),
        lambda m, t: f"move {t.name} {m[1]} seconds {m[2]}",
    ),
    (
        rf"{_ONLY}{_VISIBLE}(?:on )?{_ONLY}(?:until|till|up to|up until) (?:second )?(?P<b>{AT})",
        (TEXT, SHOWN, INSET, MUSIC),
        _until,
    ),
    (
        rf"(?:stop|stops|end|ends|gone|vanish|vanishes|disappear|disappears) (?:at"
        rf"|after) (?:second )?(?P<b>{AT})",
        (TEXT, SHOWN, INSET, MUSIC),
        _until,
    ),
    (
        rf"(?:go to |goes to |to )?{_ONLY}{_VISIBLE}{_ONLY}(?:from )?(?:second )?(?P<a>{AT})"
        rf" ?{_TO} ?(?:second )?(?P<b>{AT})",
        (TEXT, SHOWN, INSET, MUSIC),
        _span,
    ),
    (
        rf"(?:start|starts|begin|come|comes|come in|appear|goes|move)(?: up| in)? (?:at"
        rf"|to) (?:second )?(?P<a>{AT})(?: instead)?",
        (TEXT, INSET, SOUND),
        _starts,
    ),
    (rf"(?:at |to )(?:second )?(?P<a>{AT})", (INSET, SOUND), _starts),
    (r"(?:to |to say |say |says |saying |read |reads |with )(?P<new><:text>) ?", (TEXT,), _called),
    (
        r"half[- ](?:transparent|opaque|see-through)|half as opaque",
        (SHOWN, INSET),
        lambda _, t: f"set the opacity of {t.name} to 50%",
    ),
    (
        rf"(?:at |with |to )?(?:an? )?(?:opacity (?:of )?(?P<level>{LEVEL})|(?P<l2>{LEVEL}) opacity)",
        (SHOWN, INSET),
        _opaque,
    ),
    (
        rf"(?:at |to )?(?:a )?(?:scale|size|width)(?: of)? (?P<level>{LEVEL})|(?:at "
        rf"|to )?(?P<l2>{LEVEL}) (?:size|scale|width)",
        (SHOWN, INSET),
        lambda m, t: f"set the size of {t.name} to {percent(m['level'] or m['l2'])}",
    ),
    (
        r"(twice|half) (?:as big|as large|the size|its size)",
        (SHOWN, INSET),
        lambda m, t: f"make {t.name} {m[1]} as big",
    ),
    (
        rf"(?:go |goes |down |up |back )*(?:at |to )?(?P<level>{LEVEL}) volume",
        (CLIP,),
        _level,
    ),
    (
        rf"(?:go |goes |down |up |back )*(?:at |to )(?:volume )?(?P<level>{LEVEL})(?: volume)?",
        (MUSIC, SPEECH, SOUND),
        _level,
    ),
    (
        r"(?:go |goes |down |up |back )*(?:to |at )(?:full|normal) (?:volume|level)",
        (MUSIC, CLIP),
        _full_level,
    ),
    (rf"{_BIT}(?:louder|quieter|softer)", (MUSIC, SPEECH, CLIP), _quiet),
    (
        r"half as loud|(?:at )?half (?:its|the) (?:volume|level)",
        (MUSIC,),
        lambda _, __: "lower the music by half",
    ),
    (
        r"duck(?:s|ed)?(?: under (?:the |my )?(?:speech|voice))?",
        (MUSIC,),
        lambda _, __: "duck the music under speech",
    ),
    (r"(?:go |goes |be )?(?:muted|silent|mute)", (CLIP,), lambda _, t: f"mute {t.name}"),
    (r"without (?:any )?sound", (CLIP,), lambda _, t: f"mute {t.name}"),
    (r"(?:its |his |her )sound back", (CLIP,), lambda _, t: f"set the volume of {t.name} to 100%"),
    (
        rf"(?:go |goes |in |into |to )?(?:an? )?({LOOK})(?: look)?",
        (CLIP,),
        lambda m, t: f"make {t.name} {m[1]}",
    ),
    (
        rf"(?:run |runs |play |plays )?(?:at )?({_FAST})",
        (CLIP,),
        lambda m, t: f"play {t.name} at {m[1]}",
    ),
    (r"(?:in )?reverse(?:d)?|backwards", (CLIP,), lambda _, t: f"reverse {t.name}"),
)

_OF_TIME = ("from", "until", "till", "for")
_JOINT = Regex(r" ?,? (?=(on|in|at|with|from|until|till|without|for)\b)", re.IGNORECASE)


def changes(said: str, thing: Thing) -> tuple[str, ...]:
    """The orders for what is said of a thing, "yellow on a black background"; none"
    " where that is not known."""
    if order := _change(said, thing):
        return (order,)
    for found in _JOINT.finditer(said):
        first = _change(said[: found.start()], thing)
        if found[1].lower() in _OF_TIME and not first.startswith("change "):
            continue  # "bigger from 2 to 4" may be so only then
        if first and (more := changes(said[found.end() :], thing)):
            return (first, *more)
    return ()


def _change(said: str, thing: Thing) -> str:
    for source, kinds, order in _CHANGES:
        if thing.kind in kinds and (found := pattern(source).fullmatch(said)):
            return order(found, thing)
    return ""


def style(said: str) -> str:
    """A style or file of music that takes the place of another: "for 'lo-fi' at the same level"."""
    found = pattern(
        rf"(?:for|with|by) (?:some |an? )?({STYLE}|<:file>)(?: music)?(?: track)?"
        r"(?: at the same (?:level|volume|range|place|time|times))? ?"
    ).fullmatch(said)
    return found[1] if found else ""
