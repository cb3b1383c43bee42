"""What a sentence says of things by others: the rest, the other one, beneath, until it is gone."""

from collections.abc import Sequence

from mock_server.agent.values.placeholders import Values
from mock_server.agent.wording.beneath import above_and_beneath
from mock_server.agent.wording.no_longer_shown import shown_until
from mock_server.agent.wording.shown import Shown
from mock_server.agent.wording.sounds_there import levelled
from mock_server.agent.wording.what_is_left import before_that, left_beside, of_clips, of_the_other


def referring(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in which what is referred to is named."""
    text = before_that(shown_until(text, values, shown), values)
    text = of_clips(of_the_other(left_beside(text, values), values, shown))
    return levelled(above_and_beneath(text, values, shown), shown)
