"""What a message rules out beside its order, and has come of it: "red, without making it bigger"."""

from collections.abc import Sequence

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.wording.ruled_out import ruled_out
from mock_server.timeline.tracks import Segment

_KEYS = {
    "size": ("size", "scale"), "place": ("pos", "x", "y"), "color": ("color",), "text": ("text",),
    "level": ("vol",), "length": ("d",), "style": ("style", "font"), "speed": ("speed",),
}  # fmt: skip
_MUTES = words(r"\Amut", r"\bsilent\Z")
_OF_CLIPS = words(r"\b(?:video|clips?|picture|sound|voice(?!-| ?over)|speech)\b")
_TEXTS = words(r"\btexts?\b")


def does_what_is_ruled_out(plain: str, edit: Edit) -> bool:
    """ "Make the title red without making it bigger", and it is."""
    return any(_has_come_of_it(key, rider, edit) for key, rider in ruled_out(plain))


def _has_come_of_it(key: str, rider: str, edit: Edit) -> bool:
    pairs = [pair for pair in _spoken_of(rider, edit) if differs(*pair, *_KEYS[key])]
    if key == "level" and _MUTES.search(rider):
        return any(now.get("vol") == 0 for _, now in pairs)
    return bool(pairs)


def _spoken_of(rider: str, edit: Edit) -> Sequence[tuple[Segment, Segment]]:
    """What is there before and after, of the kind that is named; all of it where that is "it"."""
    if _OF_CLIPS.search(rider):
        return edit.clips
    roles = {role for role, one in LAYERS.items() if one.search(rider)}
    if _TEXTS.search(rider):
        return [pair for pair in edit.altered if "text" in pair[0]]
    if roles:
        return [pair for pair in edit.altered if pair[0].get("role") in roles]
    return [*edit.altered, *edit.clips]


CHECKS = (does_what_is_ruled_out,)
