"""What a message before has added, once more at another time: "第18秒再来一声"."""

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.chinese_times import SECONDS, ms
from mock_server.agent.wording.named_by_draft import There

_THEN = (
    rf"(?:在|到)?(?:(?P<range>(?:第? ?{NUMBER}|[0-9]{{1,2}}:[0-9]{{2}}) ?(?:秒钟?)? ?[到至~—–-] ?{SECONDS})"
    rf"|(?P<at>{SECONDS}))(?:处|的?时候|的?地方|时|那里|那儿)?"
)
_DONE = (
    r"(?:给我|帮我)?(?:要|来|加|放|响|插|打|做|配)*(?:上|入)?"
    r"(?:一?[个声次下条遍处](?:一样的|同样的)?|一样的|同样的)"
)
_ALIKE = (
    r"(?:[,，]?(?:[跟和](?:刚才|前面|之前|前一个)(?:的)?)?(?:一样|同样|相同)的?)?(?:吧|了|啊)*"
    r"[ 。.!！]*"
)
_ONCE_MORE = (
    Regex(rf"[ ,，]*(?:然后|还有|另外)?[,，]?{_THEN}[,，]?(?:再|也|还|同样|又)+{_DONE}{_ALIKE}"),
    Regex(
        rf"[ ,，]*(?:然后|还有|另外)?[,，]?(?:再|也|还|同样)+{_THEN}[,，]?(?:再|也)?{_DONE}{_ALIKE}"
    ),
)
_RANGE = Regex(r"(?P<a>.+?) ?[到至~—–-] ?(?P<b>.+)")
_COUNTED = (
    ("声", {"sound"}), ("[次遍]", {"sound", "effect", "title", "caption", "lower-third", "overlay"}),
    ("[下处]", {"sound", "effect"}), ("[个条]", {"sound", "effect"}),
)  # fmt: skip
_SAME = Regex("一样的|同样的|相同的")


def once_more_then(message: str, then: There, now: There) -> Reading | None:
    """The one layer that the message before has added, once more; None where it is no such message."""
    found = next((one for known in _ONCE_MORE if (one := known.fullmatch(message))), None)
    if found is None:
        return None
    added = [*now.roles]
    for role in then.roles:
        if role not in added:
            return None
        added.remove(role)
    if len(added) != 1 or [*then.clips] != [*now.clips] or then.seconds != now.seconds:
        return None
    kind = "at" if found["at"] else "range"
    behind = message[found.end(kind) :]
    fits = [roles for word, roles in _COUNTED if Regex(f"一?{word}").search(behind)]
    roles = fits[0] if fits else set()
    if _SAME.search(behind) and "声" not in behind:
        roles = roles | {"sound", "effect", "title", "caption", "lower-third", "overlay"}
    if added[0] not in roles:
        return None
    named = any(one and one in now.last for one in now.names)
    if added[0] == "sound" and not named:
        return None  # by another name than it was asked for
    repeat = _at(found[kind]) if kind == "at" else _from_to(found[kind])
    return Reading("zh", [Understood(repeat, message)], []) if repeat else None


def _at(told: str) -> op.Repeat:
    return op.Repeat(at=ms(told))


def _from_to(told: str) -> op.Repeat | None:
    found = _RANGE.fullmatch(told)
    if found is None:
        return None
    start, end = ms(found["a"]), ms(found["b"])
    return op.Repeat(Range(start, end)) if start < end else None
