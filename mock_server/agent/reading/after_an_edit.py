"""What an English message says of the edit before it: "make it bold instead" takes that back, "only for the
first 10 seconds" may be said of the edit or of the layer, and what was removed is no "it" any more."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.reading.message import read
from mock_server.agent.reading.once_more import orders_of
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.shown import Shown

_INSTEAD = Regex(r"\A(?P<what>[^,;.]{3,60}?),? instead(?: please)?[ .!]*\Z", re.IGNORECASE)
_IN_PLACE_OF = Regex(
    r"\b(?:instead of|rather than) (?![0-9])|\A\W*(?:don't|do not) \w+ (?:it|that|them)\b,? ",
    re.IGNORECASE,
)
_ONLY_THEN = Regex(
    r"\W*(?:(?:actually|but|and|no|oh|ok|sorry|wait)\W+)*(?:(?:only|just) (?:for|in|from|during|while|over"
    r"|between|at)\b.*|from [\d:.]+(?: ?s| secs?| seconds?)? on(?:wards?)?\W*)",
    re.IGNORECASE,
)
_IT = Regex(
    r"\W*(?:(?:and|then|now|ok|please)\W+)*(?:put|move|place|fade|make|set|turn|let) (?:it|them)\b"
    r"(?!.*\bback\b)",
    re.IGNORECASE,
)


def after_an_edit(
    message: str,
    names: Sequence[str],
    it: str,
    shown: Sequence[Shown],
    were: Sequence[op.Operation],
) -> Reading | None:
    """The reading of the message behind these orders; None where it says nothing of what they did."""
    unsure = Reading("en", [], [message[:200]])
    if were and all(isinstance(one, op.Remove) for one in were):
        return unsure if _IT.match(message) or _ONLY_THEN.fullmatch(message) else None
    was = were[0] if len(were) == 1 else None
    if not isinstance(was, op.Change) or was.otherwise:
        return None
    like_that = was.values or was.louder or was.bigger
    if (like_that and not was.range and _ONLY_THEN.fullmatch(message)) or _IN_PLACE_OF.search(
        message
    ):
        return unsure
    said = _INSTEAD.match(message)
    asked = orders_of(read(said["what"], names, it, first=False, shown=shown)) if said else []
    one = asked[0] if len(asked) == 1 else None
    if not isinstance(one, op.Change) or not one.target.touched:
        return None
    there = replace(one, target=was.target)
    return Reading("en", [Understood(op.Undo(), message), Understood(there, message)])
