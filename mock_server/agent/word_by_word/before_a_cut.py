"""Whether times that are told behind a cut are those before it, which it does not move."""

from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import OF_VIDEO, Told


def is_earlier(one: Told, before: Sequence[Told], draft: Draft) -> bool:
    """Whether a clause is about a stretch before all that is cut, and nothing else moves it."""
    length = round(1_000 * draft.there.seconds)
    moving = [each for told in before for each in told.operations]
    cuts = [each for each in moving if isinstance(each, op.Cut)]
    still = all(isinstance(each, op.Cut | op.Level | op.Picture) for each in moving)
    spans = [each for cut in cuts for each in cut.ranges]
    if not cuts or not still or not all(isinstance(each, Range) for each in spans):
        return False
    first = min(each.on(length)[0] for each in spans if isinstance(each, Range))
    if not one.kinds & {"range"} or one.kinds & {"from", "until", "at", "except"}:
        return False
    told = [each.value for each in one.parts if each.kind == "range"]
    if not all(isinstance(each, OF_VIDEO) for each in one.operations) or one.things:
        return False
    return all(
        isinstance(each, Range) and each.start >= 0 and each.end is not None and each.end <= first
        for each in told
    )
