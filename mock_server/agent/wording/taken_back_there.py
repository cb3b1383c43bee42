"""What was too much, or is not to be: "no fade at the start", "forget that, just normalize it", "the warm
look is too strong, take it down to 30%"."""

import re

from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import END, LEVEL, LOOK, percent

_OH = r"(?:(?:actually|no|nah|oh|oops|hm+|but|and|sorry|wait|ok|okay|then|now|please)[, ]+)*"
_STOP = rf"(?:,? (?:please|pls|plz|thanks))?{END}"
_FIRST = ("start", "beginning", "opening")


def _no_fade(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "No fade at the start", where the picture alone has one there."""
    way = "in" if found[1].lower() in _FIRST else "out"
    those = [one for one in there.fades if one.endswith(f" {way}")]
    return f"remove the fade {way}" if those == [f"clip {way}"] else None


def _just_that(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"undo that. {found[1]} the video" if there.last else None


def _weaker(found: re.Match[str], _: Values, there: There) -> str | None:
    """A look that is too strong: the one there is, and the one that is named."""
    looks = {*there.looks}
    if len(looks) != 1 or not (look := there.looks[0]):
        return None
    named = (found[1] or look).lower().replace("vibrant", "vivid")
    return f"make it {look} at {percent(found[2])}" if named == look else None


_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A{_OH}no fade(?:[- ](?:in|out))? at the (start|beginning|end)(?: any ?more| after all)?{_STOP}",
        _no_fade,
    ),
    (
        rf"\A{_OH}(?:forget|scrap) (?:that|it)[,;.] (?:just|only|rather) (normali[sz]e|denoise"
        rf"|stabili[sz]e|mute) "
        rf"(?:it|the (?:video|clip)){_STOP}",
        _just_that,
    ),
    (
        rf"\A{_OH}(?:the )?(?:({LOOK})(?: look)?|(?:that|the|this) look|it|that)?(?:'s| is)? ?(?:way "
        rf"|far |a bit |much )?too "
        r"(?:strong|much|intense)[,;.] (?:please )?(?:take|bring|turn|dial|halve|lower|reduce) (?:it"
        r"|the look)"
        rf"(?: down)?(?: to)? ({LEVEL}){_STOP}",
        _weaker,
    ),
    (rf"\A{_OH}(?:weaken|reduce|soften) the (?:({LOOK}) )?look to ({LEVEL}){_STOP}", _weaker),
)


def taken_back_there(text: str, values: Values, there: There) -> str:
    """A message that names what is not to be so; the same where the draft does not tell."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
