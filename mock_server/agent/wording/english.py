"""Hard turns of spoken English, one after the other."""

from collections.abc import Sequence

from mock_server.agent.values.placeholders import HAN, Values
from mock_server.agent.wording.alike import one_by_one
from mock_server.agent.wording.asked import asked
from mock_server.agent.wording.bare_orders import bare_orders
from mock_server.agent.wording.contrasts import contrasted
from mock_server.agent.wording.put_plainly import put_plainly
from mock_server.agent.wording.shown import Shown
from mock_server.agent.wording.slips import put_right
from mock_server.agent.wording.spoken import spoken


def as_spoken(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in which what is not wanted, and what is told together, is said plainly."""
    if HAN.search(text):
        return text
    text = asked(
        spoken(put_right(put_plainly(bare_orders(text, values, shown), values, shown), values)),
        values,
    )
    return one_by_one(contrasted(text, values, shown), values)
