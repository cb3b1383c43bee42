"""A stretch at either end of the video: what is taken from it, or kept of it, is no more and no less."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_KEEPS_BOTH = words(
    r"\bkeep(?:ing)?\b[^.;]*\b(?:first|opening)\b[^.;]*\band (?:the )?(?:last|final)\b"
)
_OF_BOTH = words(
    r"\b(?:of|from) (?:both )?(?:the )?(?:picture|video|clip|image|footage|film"
    r"|talk)s? and (?:the )?[a-z]+",
    r"\b(?:of|from) (?:both )?(?:the )?[a-z]+ and (?:the )?(?:picture|video|clip|image|footage)\b",
)
_A_STRETCH = words(r"\b(?:first|last|final|opening)\b", r"\bfrom [0-9]", r"\bbetween\b")
_FADES_OUT = words(r"\bfad(?:e|es|ing) (?:(?!and\b|go\b)[a-z]+ ){0,4}?out\b")
_FADES_IN = words(
    r"\bfad(?:e|es|ing)[ -]in\b",
    r"\bin and out\b",
    r"\bfad(?:e|es|ing)(?: [a-z]+){1,4} in\b(?! (?:the (?:last|final)|about|[0-9]|(?:one|two|three"
    r"|four"
    r"|five|half)\b))",
)


def _loses_the_end(plain: str, edit: Edit) -> bool:
    """ "Keep the first ten seconds and the last ten muted", and the end is gone."""
    was, now = edit.before[0], edit.after[0]
    if not _KEEPS_BOTH.search(plain) or not was or not now:
        return False
    return was[-1].get("out") != now[-1].get("out")


def _takes_all_of_a_layer(plain: str, edit: Edit) -> bool:
    """ "Cut the last ten seconds of picture and music", and the music is gone."""
    cut = edit.ends[0] - edit.ends[1]
    if cut <= 0 or not _OF_BOTH.search(plain) or not _A_STRETCH.search(plain):
        return False
    return any(not now and was["d"] > cut for was, now in edit.layers)


def _fades_the_other_way(plain: str, edit: Edit) -> bool:
    """ "Fade out picture and sound in the last 3 seconds", and it fades in."""
    if not _FADES_OUT.search(plain) or _FADES_IN.search(plain):
        return False
    pairs = [*edit.layers, *zip(edit.before[0][:1], edit.after[0][:1], strict=False)]
    return any(
        now and was.get("fade_in") != now.get("fade_in") and now.get("fade_in")
        for was, now in pairs
    )


def _fades_two_in_two_lengths(plain: str, edit: Edit) -> bool:
    """ "Fade the jazz out and the piano in over two seconds", and one takes a second."""
    if not _TWO_WAYS.search(plain):
        return False
    lengths = {
        now[key]
        for was, now in edit.layers
        for key in ("fade_in", "fade_out")
        if now.get(key) and was.get(key) != now.get(key)
    }
    return len(lengths) > 1


_TWO_WAYS = words(
    r"\bfade (?:the )?[a-z' -]{2,20} (?:out|in) and (?:the )?[a-z' -]{2,20} (?:in"
    r"|out),? (?:both )?(?:over|for|within|in)\b"
)


def _fades_only_one_way(plain: str, edit: Edit) -> bool:
    """ "Fade the title out over 1 second and the picture in over 2", and both fade out."""
    ways = _EACH_WAY.search(plain)
    if not ways or ways["one"] == ways["other"]:
        return False
    pairs = [*edit.layers, *zip(edit.before[0], edit.after[0], strict=False)]
    changed = {
        key
        for was, now in pairs
        for key in ("fade_in", "fade_out")
        if now and was.get(key) != now.get(key)
    }
    return len(changed) == 1


_EACH_WAY = words(
    r"\bfade (?:the )?[a-z' -]{2,20} (?P<one>out|in)\b(?: (?:over|for|within|in) [^,;]{1,20})?,? and "
    r"(?:the )?[a-z' -]{2,20} (?P<other>in|out)(?= (?:over|for|within)\b| ?(?:[,.;!]|\Z))"
)

_AT_BOTH_ENDS = words(
    r"\b(?:in|for|during|over|at|on) (?:both )?(?:the )?(?:first|opening|start|beginning)(?: [\w.]+"
    r"(?: seconds?| s)?)?"
    r" and (?:the |for the |in the |at the )?(?:last|final|closing|end)\b",
    "(?:前后|首尾|头尾|开头和?结尾|片头和?片尾|最?前[^,，。]{0,5}[和与跟及]最后)",
)


def _is_there_at_one_end(plain: str, edit: Edit) -> bool:
    """ "Show the title 'Hi' in the first and last five seconds", and it is there once."""
    once = [one for one in edit.added if one["role"] not in ("music", "voiceover")]
    return len(once) == 1 and not edit.lasts(once[0]) and bool(_AT_BOTH_ENDS.search(plain))


CHECKS = (
    _is_there_at_one_end,
    _loses_the_end,
    _takes_all_of_a_layer,
    _fades_the_other_way,
    _fades_two_in_two_lengths,
    _fades_only_one_way,
)
