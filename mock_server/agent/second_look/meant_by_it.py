"""What "it" is, by what was named last: the music of "how loud is the music?", "turn it down", and the logo
of "cut the last 3 seconds of the logo and fade it out"."""

import re

from mock_server.agent.lexicon.named_last import PRONOUN, named_last
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.whose_complaint import complains_of_the_picture
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.it_named import but_for_that

_CLAUSE = Regex(r"[,;.:!?\n]|\b(?:and(?! white)|then|but)\b|\b\d\)", re.IGNORECASE)
_IN_A_LIST = Regex(r"\b\d\)")
# What is done to "it", and what of the picture that would change.
_DEEDS = (
    (words(r"\bfad(?:e|es|ing)\b"), ("fade_in", "fade_out")),
    (
        words(
            r"\b(?:mut(?:e|ing)|silence|quiet(?:er)?|loud(?:er)?|soft(?:er)?|lower|raise|volume"
            r"|turn|bring)\b"
        ),
        ("vol",),
    ),
    (
        words(
            r"\b(?:black and white|b&w|gr[ae]y|sepia|warm\w*|cool\w*|vivid|vintage|vibrant|colou?r\w*)\b"
        ),
        ("color",),
    ),
    (words(r"\b(?:speed|fast(?:er)?|slow(?:er)?|double|half)\b"), ("speed",)),
    (words(r"\b(?:revers\w+|backwards?)\b"), ("reverse",)),
    (words(r"\b(?:rotat\w+|turn|flip)\b"), ("rotate",)),
    (words(r"\bcrop\b"), ("crop", "crop_top", "crop_bottom", "crop_left", "crop_right")),
)

_SOUND = words(r"\b(?:music|song|soundtrack|ding|sounds?(?: effects?)?|voice-?over|narration)\W*\Z")


def _does_it_to_the_picture(plain: str, edit: Edit) -> bool:
    """ "Leave the music in, just turn it down", and the speech is lower."""
    if edit.before[0] == edit.after[0]:
        return False
    if HAN.search(plain):
        return but_for_that(plain) != plain and _may_be_of_a_layer(edit)
    if complains_of_the_picture(plain):
        return False
    for it in PRONOUN.finditer(plain):
        before = _IN_A_LIST.split(plain[: it.start()])[-1]
        kind, name = named_last(before, of_all=True)
        if not _is_no_clip(kind, name, edit):
            continue
        clause = _CLAUSE.split(before)[-1] + it[0] + _CLAUSE.split(plain[it.end() :])[0]
        keys = [key for said, keys in _DEEDS if said.search(clause) for key in keys]
        if _SOUND.search(name):
            keys = [key for key in keys if key not in ("color", "rotate")]
        if edit.has_another(*keys):
            return True
    return False


def _may_be_of_a_layer(edit: Edit) -> bool:
    same = len(edit.before[0]) == len(edit.after[0])
    return same and edit.has_another("fade_in", "fade_out", "vol")


def _is_no_clip(kind: str, name: str, edit: Edit) -> bool:
    """Whether what is named is a layer, or a clip that is not there."""
    if kind == "file":
        return name not in {one.get("src") for side in (edit.before, edit.after) for one in side[0]}
    return kind == "layer" or (kind == "clip" and len(edit.before[0]) == len(edit.after[0]) == 1)


CHECKS = (_does_it_to_the_picture,)
