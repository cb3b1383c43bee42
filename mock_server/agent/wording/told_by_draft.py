"""What is told by things that are there, or not to be there: "but not during the title", "right after the
intro", "the video in the corner", "bigger title, no music", "never mind the title, just …"."""

import re

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import END, N

_ROLES = {
    "title": "title", "caption": "caption", "logo": "overlay", "music": "music", "song": "music",
    "lower third": "lower-third",
}  # fmt: skip
_THING = rf"({'|'.join(_ROLES)})"
_WHICH = rf"({'|'.join(_ROLES)}|intro)"
_OVER = r"(?: is (?:over|gone|done)| ends| has ended)?"
_SHOWING = r"(?: is (?:showing|shown|visible|on|there|on screen|up))?"


def _span(said: str, there: There) -> tuple[float, float] | None:
    """When the one thing of a kind is there; "the intro" is the text that says so."""
    named = said.lower()
    found = [
        span
        for role, text, span in zip(there.roles, there.texts, there.spans, strict=True)
        if (text.lower() == named if named == "intro" else role == _ROLES[named])
    ]
    return found[0] if len(found) == 1 else None


def _just_that(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Never mind the title, just lower the music": where that was not added just now."""
    return None if found[1].lower() in there.last.lower() else found[2]


def _without(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Bigger title, no music, fade out at the end"."""
    role = _ROLES[found[2].lower()]
    if [*there.roles].count(role) != 1:
        return None
    rest = f". {found[3]}" if found[3] else ""
    return f"{found[1]}. Remove the {found[2]}{rest}"


def _added_but(found: re.Match[str], _: Values, there: There) -> str | None:
    span = _span(found[2], there)
    return f"{found[1]} from {span[1]:g} seconds on" if span and span[0] == 0 else None


def _done_but(found: re.Match[str], _: Values, there: There) -> str | None:
    span = _span(found[2], there)
    return f"{found[1]} except from {span[0]:g} to {span[1]:g} seconds" if span else None


def _shown_and_heard(found: re.Match[str], _: Values, __: There) -> str | None:
    """ "Show New from 10 to 12 with a ding"."""
    if not found[1][0].isupper():
        return None
    return (
        f"show the text “{found[1]}” from {found[2]} to {found[3]} seconds. "
        f"Add a {found[4]} at {found[2]} seconds"
    )


def _in_the_corner(found: re.Match[str], _: Values, there: There) -> str | None:
    insets = [
        place
        for role, place, name in zip(there.roles, there.places, there.names, strict=True)
        if role == "overlay" and not (is_sound(name) or name.lower().endswith(_STILL))
    ]
    at = insets[0] if len(insets) == 1 else ""
    told = (found[2] or "").lower().replace("upper", "top").replace("lower", "bottom")
    if "-" not in at or (told and re.split("[- ]", told) != at.split("-")):
        return None
    return f"{found[1]} the picture in picture{found[3] or ''}"


_STILL = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")


def _behind_it(found: re.Match[str], _: Values, there: There) -> str | None:
    span = _span(found[2], there)
    if not span:
        return None
    long = float(number(found[3])) if found[3] else 0
    until = f"from {span[1]:g} to {span[1] + long:g}" if long else f"at {span[1]:g}"
    return f"{found[1]} {until} seconds"


def _along_with_it(found: re.Match[str], _: Values, there: There) -> str | None:
    span = _span(found[2], there)
    return f"{found[1]} from {span[0]:g} to {span[1]:g} seconds" if span else None


def _halfway(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"{found[1]} at {there.seconds / 2:g} seconds" if there.seconds else None


def _without_backdrop(found: re.Match[str], _: Values, __: There) -> str | None:
    return f"{found[1]}{found[2] or ''}"  # as texts are


def _other_one(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Instead of a bigger title I'd like a red one"."""
    role = _ROLES[found[1].lower()]
    return f"make the {found[1]} {found[2]}" if [*there.roles].count(role) == 1 else None


_ADDS = r"(?:add|put|play|show|insert|place)\b[^,.;]*?"
_DOES = r"(?:mute|silence|speed up|slow down|reverse|make|turn|blur)\b[^,.;]*?"
_BUT_NOT = rf",? (?:but |just |only )+not (?:during|while|under|behind) the {_WHICH}{_SHOWING}"
_SAYING = r"\b(?:saying|that says|that reads|with the text|with the words) [^,.;]+?"
_ADDS_A_TEXT = rf"(?:add|put|show|insert|place)\b[^.;]*?(?:<:text>[^.;]*?|{_SAYING})"
_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A(?:please )?(?:never ?mind|skip|forget(?: about)?|no new|not)(?: about)?"
        rf" (?:the |my |that )?{_THING},? (?:and |but |please )*(?:just|only|simply) ([^.;]+){END}",
        _just_that,
    ),
    (
        rf"\A((?!(?:add|put|play|insert|replace|if|in|at|for|from|during|until|after"
        r"|the (?:first|last))\b|with)(?:(?!\bno\b)[^.;])+?(?<!with))(?:,| and)+ no"
        rf" {_THING}"
        rf"(?:,? (?:and )?([^.;]+))?{END}",
        _without,
    ),
    (rf"\A(?:please )?({_ADDS}){_BUT_NOT}{END}", _added_but),
    (rf"\A(?:please )?({_DOES}){_BUT_NOT}{END}", _done_but),
    (
        r"\A(?:please )?show (?:the (?:text|words?) )?([a-z]+(?: [a-z]+){0,3}) from ([0-9.]+)"
        r"(?: ?s| seconds)? (?:to|until|-) ([0-9.]+)(?: ?s(?:ec(?:ond)?s?)?)? (?:with|and|along with) an?"
        rf" (ding|whoosh|pop|click|bell|chime|beep|swoosh)(?: sound)?{END}",
        _shown_and_heard,
    ),
    (
        r"\A(?:please )?(remove|delete|hide|drop|move|shrink|enlarge|make|take away) the"
        r" (?:video|clip|footage)(?: (?:that is|that's|which is))? (?:in|at) the"
        r" (?:((?:top|bottom|upper|lower)[- ](?:left|right))(?: corner)?|corner)"
        rf"(?: and its sound)?( (?:to|a bit|a little|bigger|smaller)\b[^,.;]*)?{END}",
        _in_the_corner,
    ),
    (
        rf"\A(?:please )?({_ADDS_A_TEXT}),? ?(?:right |just |directly |immediately )?"
        rf"(?:after|once|as soon as) the {_WHICH}{_OVER}(?: for ({N}) ?(?:seconds|secs|s))?{END}",
        _behind_it,
    ),
    (
        rf"\A(?:please )?({_ADDS_A_TEXT}) ?(?:while|during|over) the {_WHICH}{_SHOWING}{END}",
        _along_with_it,
    ),
    (rf"\A(?:please )?({_ADDS_A_TEXT}) ?(?:halfway|midway)(?: through the video)?{END}", _halfway),
    (
        rf"\A(?:please )?({_ADDS_A_TEXT}) ?without (?:a |any )?background( [^,;]+)?{END}",
        _without_backdrop,
    ),
    (
        rf"\A(?:instead of|rather than) an? [a-z]+ {_THING},? (?:i'd like|i would like|i want"
        rf"|i'd rather have|i'd prefer|give me|make it|let's have) an? ([a-z]+) one{END}",
        _other_one,
    ),
)


def told_by_draft(text: str, values: Values, there: There) -> str:
    """A message that tells by figures, and by name, what the draft tells; the same where it does not."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
