"""Short follow-ups about what was just added, in words that name it: "only show it in the first 15
seconds", "leave it up 2 seconds longer", "and 30 to 35 as well"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.named_by_draft import There

_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好|就可以)*[ .!。]*\Z"
_N = NUMBER
_SECONDS = rf"({_N})[- ]?(?:seconds?|secs?|s)\b"
_SHOWN = {
    "title": ("title", "标题"),
    "caption": ("caption", "字幕"),
    "lower-third": ("lower third", "人名条"),
    "overlay": ("logo", "logo"),
}
_TWO = 2
_CUTS = Regex(
    rf"\A(?:please )?(?:cut|remove|delete)(?: out)? (?:from )?{_N}(?: ?s(?:ec(?:ond)?s?)?)? ?(?:to|-) ?"
    rf"{_N}(?: ?s(?:ec(?:ond)?s?)?)?(?: please)?[ .!]*\Z",
    re.IGNORECASE,
)
_APPENDS = Regex(
    r"\A(?:please )?(?:append|add|stick|put|attach|tack)\b[^,;]*\b(?:on|to|at) the (?:very )?end[ .!]*\Z"
    r"|\A(?:please )?append\b[^,;]*\Z",
    re.IGNORECASE,
)
_ADDS_MUSIC = Regex(
    r"\A(?:请)?(?:全程|给视频)?(?:加|配|放)(?:上|一段|一首|点)?[^,，。]{0,8}(?:音?乐|曲)[ 。.!]*\Z"
)

_Turn = Callable[[re.Match[str], There], str | None]


def just_shown(there: There) -> tuple[str, str] | None:
    """How the one thing shown is called, where the last message spoke of it: else "it" may be another."""
    names = _SHOWN.get(there.only)
    told = [one for one in (*names, there.texts[0]) if len(one) > 1] if names else []
    return names if any(one.lower() in there.last.lower() for one in told) else None


def _first_seconds(found: re.Match[str], there: There) -> str | None:
    if not (names := just_shown(there)):
        return None
    if found[0].isascii():
        return f"show the {names[0]} for the first {found[1]} seconds only"
    return f"{names[1]}只在前{found[1]}秒显示"


def _longer(found: re.Match[str], there: There) -> str | None:
    names = just_shown(there)
    return f"show the {names[0]} {found[1]} seconds longer" if names else None


def _cut_too(found: re.Match[str], there: There) -> str | None:
    return f"cut {found[1]} to {found[2]} seconds" if _CUTS.match(there.last) else None


def _in_between(found: re.Match[str], there: There) -> str | None:
    two = len(there.clips) == _TWO and _APPENDS.match(there.last)
    return f"add a {found[1]} between the clips" if two else None


def _music_stops(found: re.Match[str], there: There) -> str | None:
    ours = there.only == "music" and _ADDS_MUSIC.match(there.last)
    return f"音乐到{found[1]}秒结束" if ours else None


_TURNS: tuple[tuple[str, _Turn], ...] = (
    (
        r"\A(?:and |but )?(?:only|just) (?:show|display) it (?:in|for|during) the first "
        rf"{_SECONDS}(?: please)?{_END}",
        _first_seconds,
    ),
    (
        rf"\A(?:但是?)?(?:只|就)在(?:前|开头)({_N}) ?秒钟?(?:出现|显示){_STOP}",
        _first_seconds,
    ),
    (
        rf"\A(?:leave|keep|show) it (?:up |on |there |on screen )?(?:for )?{_SECONDS} longer"
        rf"(?: please)?{_END}",
        _longer,
    ),
    (
        rf"\A(?:and |also )(?:cut |remove |delete )?({_N}) ?(?:to|-) ?({_N})(?: ?s(?:ec(?:ond)?s?)?)?,? "
        rf"(?:as well|too)(?: please)?{_END}",
        _cut_too,
    ),
    (
        r"\A(?:and )?with an? (cross-?fade|dip to black|dip to white) (?:in between|between them"
        rf"|between the two)(?: please)?{_END}",
        _in_between,
    ),
    (rf"\A(?:到)?({_N}) ?秒(?:的时候|处)?就停(?:下来|止)?{_STOP}", _music_stops),
)


def follow_ups_named(text: str, there: There) -> str:
    """A follow-up that names what it is about; the same where that is not one thing."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, there)):
            return said
    return text
