"""What is said behind a range, in one clause with another thing, is within it, too: "from 0:40 to 0:50 blur
the picture and show 'Spoiler'"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import end_of

_TIME = rf"(?:\d+:\d\d|{NUMBER})"
_RANGE = Regex(
    rf"\b(?:from|between) (?P<start>{_TIME})(?: ?(?:s|secs?|seconds?))? (?:to|and|until|till) {_TIME}"
    r"(?: ?(?:s|secs?|seconds?))?[ ,]+[^,.;]*? and "
    r"(?P<more>(?:please |also )*(?:show|put|add|play|display|insert|an?)\b[^,.;]*)"
    rf"|(?P<zh_start>{_TIME})秒?[到至]{_TIME}秒[^,，。;；0-9]*[,，]?(?:并且?|同时|顺便|再)"
    r"(?P<zh_more>[^,，。;；]*)",
    re.IGNORECASE,
)
_OWN_TIME = Regex(
    rf"\d|{NUMBER} ?s|\b(?:at|for|whole|start|end|throughout)\b|秒|全程|一直|开头|结尾",
    re.IGNORECASE,
)


_FROM_ZERO = Regex(
    r"(?<![\d.:])0(?::00)?秒?(?:[到至-]| to )|\bfrom (?:0(?::00)?|zero)(?![\w:.])", re.IGNORECASE
)


def _stands_at_the_start(plain: str, edit: Edit) -> bool:
    if not (found := _RANGE.search(plain)):
        return False
    more = found["more"] if found["more"] is not None else found["zh_more"]
    start = clock_ms(found["start"] or found["zh_start"])
    if not start or _OWN_TIME.search(more) or _FROM_ZERO.search(plain):
        return False
    within = [one for one in edit.added if one["s"] == start]
    early = [
        one
        for one in edit.added
        if one["s"] == 0 and end_of(one) < edit.ends[1] and one["role"] != "caption"
    ]
    return bool(early) and (bool(within) or edit.before[0] != edit.after[0])


CHECKS = (_stands_at_the_start,)
