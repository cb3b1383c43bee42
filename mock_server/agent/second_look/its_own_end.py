"""When a layer goes that is told when to come, and when it comes that is told when to go: as it did."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.timeline.tracks import end_of

_FROM_THEN_ON = words(
    r"\bfrom (?:second |the )?[\w:.]+ ?(?:s|secs?|seconds?|mark)?(?: mark)? (?:on|onwards?)\b",
    r"\b(?:after|from) [\w:.]+ ?(?:s|secs?|seconds?)?\W*\Z",
)
_TO_THE_END = words(
    r"\b(?:to|till|until|through) the (?:very )?(?:end|finish|close)\b(?! of the (?:title|caption|clip))",
)
_ALL_ALONG = words(
    r"\b(?:end|finish|rest|whole|entire|throughout|all the (?:way|time)|forever|stays?|keep|remain\w*"
    r"|for good|permanently)\b"
)
_COMES_LATER = words(
    r"\b(?:move[sd]?|moving|shift|start\w*|begin\w*|from|last|final|only|closing|at|come|comes|just)\b"
)
_KEEPS_ITS_END = words(
    r"\b(?:keep|leave|same|hold)\b[^,.;]{0,12}\b(?:end|ending|end time)\b(?! of)",
    r"\bend(?:s|ing)? (?:as|when|where) (?:it (?:did|does|is|was)|before|now)\b",
)


def _lasts_to_the_end(plain: str, edit: Edit) -> bool:
    """ "Only show the logo from 0:25 on", which went at 0:40, and now at the end of the video."""
    if not _FROM_THEN_ON.search(plain) or _ALL_ALONG.search(plain):
        return False
    return any(
        was["s"] < now["s"] < end_of(was) < end_of(now) and edit.lasted(now)
        for was, now in edit.altered
    )


def _comes_at_the_end(plain: str, edit: Edit) -> bool:
    """ "Show the title to the end", and it is there for the last seconds only."""
    if not _TO_THE_END.search(plain) or _COMES_LATER.search(plain):
        return False
    return any(
        was["s"] < now["s"] and was["d"] == now["d"] and edit.lasted(now)
        for was, now in edit.altered
    )


def _goes_at_another_time(plain: str, edit: Edit) -> bool:
    """ "Start the title at 8 and keep the end", and it lasts as long as it did."""
    if edit.ends[0] != edit.ends[1] or not _KEEPS_ITS_END.search(plain):
        return False
    moved = [pair for pair in edit.altered if pair[0]["s"] != pair[1]["s"]]
    return any(end_of(was) != end_of(now) for was, now in moved)


_BOTH = words(r"\b(?:both|all|them|each)\b", "都|一起(?!出)|两个")


def _sounds_as_long_as_a_text(plain: str, edit: Edit) -> bool:
    """ "第5秒来一声叮，同时出标题“答对了”，8秒消失", and the sound lasts as long as the title."""
    long = [one for one in edit.added if one["role"] == "sound" and one["d"] > 1_000]
    texts = [one for one in edit.added if "text" in one]
    return (
        bool(long)
        and not _BOTH.search(plain)
        and any(end_of(one) == end_of(other) for one in long for other in texts)
    )


_KEEPS_ITS_PLACE = words(
    r"\b(?:keep|leave) the (?:title|caption|logo|lower[- ]third|text)s? (?:at|from|where)\b"
)


def _lasts_as_the_speed_is(plain: str, edit: Edit) -> bool:
    """ "Speed the clip up to double and keep the title at 12", and it is half as long."""
    speeds = edit.has_another("speed")
    return (
        speeds
        and bool(_KEEPS_ITS_PLACE.search(plain))
        and any("text" in was and was["d"] != now["d"] for was, now in edit.altered)
    )


CHECKS = (
    _lasts_as_the_speed_is,
    _sounds_as_long_as_a_text,
    _lasts_to_the_end,
    _comes_at_the_end,
    _goes_at_another_time,
)
