"""A picture that fills the screen for a while, before the video or behind it: "start with the logo as a
full picture for four seconds"."""

import re

from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import TALK

_SECONDS = rf"(?P<long>(?:{NUMBER})[- ]?(?:seconds?|secs?|s)\b)"
_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_WHICH = r"(?:<file>|(?P<logo>(?:the|my|our) logo))"
_FULL = (
    r"(?:(?:,? (?:as )?(?:an? )?(?:full[- ]?screen|full[- ]?size|full[- ]?frame|full|picture|still)"
    r"(?: (?:picture|image|clip|still|shot))*|,? as an? clip(?: of its own)?)?)"
)
_NO_MUSIC = r"(?P<silent>,? (?:and )?(?:with )?no music)?"
_END = r"(?:,? please)?[ .!]*\Z"
_SHOW = r"(?:show|put|add|have|display|place|use|play)"
_TURNS = (
    (
        rf"\A(?=.*\b(?:full|still|before)\b)(?:start|begin|open)(?: {TALK}"
        rf"| it)? with {_WHICH}{_FULL},? for {_SECONDS}{_FULL}"
        rf"(?:,? before {TALK}(?: starts| begins)?)?{_NO_MUSIC}{_END}",
        "show %s for %s before the video",
    ),
    (
        rf"\A(?:finish|end|close|conclude)(?: {TALK}| it)? with {_WHICH}{_FULL},? for {_SECONDS}{_FULL}"
        rf"(?:,? after {TALK}(?: ends)?)?{_NO_MUSIC}{_END}",
        "add %s as a clip at the end for %s",
    ),
    (
        rf"\A{_SHOW} {_WHICH}(?P<full>{_FULL}),? for {_SECONDS},? before {TALK}(?: starts| begins)?"
        rf"(?P<full_2>{_FULL}){_NO_MUSIC}{_END}",
        "show %s for %s before the video",
    ),
    (
        rf"\A{_SHOW} {_WHICH}(?P<full>{_FULL}),? for {_SECONDS},? after {TALK}(?: ends| is over)?"
        rf"(?P<full_2>{_FULL}){_NO_MUSIC}{_END}",
        "add %s as a clip at the end for %s",
    ),
)


def stills(text: str, values: Values, names: tuple[str, ...], there: There) -> str:
    """The order to put the picture there as a clip; the same text where none is meant."""
    for source, order in _TURNS:
        found = pattern(source).match(text)
        if found is None or (found["silent"] and "music" in there.roles):
            continue
        if name := _picture(found, values, names):
            return order % (name, found["long"])
    return text


def _picture(found: re.Match[str], values: Values, names: tuple[str, ...]) -> str:
    """The name of the file that is meant; empty where it is no picture, or one of several."""
    if not found["logo"]:
        name = str(values.items[index(found[1])])
        return name if name.lower().endswith(_PICTURES) else ""
    logos = [one for one in names if "logo" in one.lower() and one.lower().endswith(_PICTURES)]
    return logos[0] if len(logos) == 1 else ""
