"""The words that the agent knows, in both languages: kind, meaning, phrases.

In a phrase `(a|b)`, `[sz]` and `s?` are choices, and `~` is a space or nothing; a hyphen counts as a
space. The longest phrase wins, and one phrase may have several kinds. A word that is not here makes
its clause unreadable.
"""

from collections.abc import Iterator

from mock_server.agent.lexicon.actions import ACTIONS
from mock_server.agent.lexicon.changes import CHANGES
from mock_server.agent.lexicon.fillers import CHINESE, ENGLISH
from mock_server.agent.lexicon.links import LINKS
from mock_server.agent.lexicon.properties import PROPERTIES
from mock_server.agent.lexicon.row import Row
from mock_server.agent.lexicon.stretches import STRETCHES
from mock_server.agent.lexicon.things import THINGS
from mock_server.agent.lexicon.verbs import VERBS


def rows() -> Iterator[Row]:
    """Every row of the lexicon; kind "" carries nothing."""
    yield from (("", None, ENGLISH), ("", None, CHINESE))
    for table in (VERBS, ACTIONS, CHANGES, THINGS, STRETCHES, PROPERTIES, LINKS):
        yield from table
