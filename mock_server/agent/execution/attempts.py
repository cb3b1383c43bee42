"""Take a message; where something of it is left alone, try once more what it says in other words."""

from collections.abc import Mapping, Sequence
from typing import Any

from mock_server.agent.execution.context import heard
from mock_server.agent.execution.executor import Outcome, attempt
from mock_server.agent.second_look import gainsays
from mock_server.agent.wording.otherwise import said_otherwise
from mock_server.media.probe import Media
from mock_server.timeline.pauses import Listen


def act(
    message: str,
    draft: dict[str, Any],
    media: Mapping[str, Media],
    earlier: Sequence[str] = (),
    *,
    listen: Listen = heard,
) -> Outcome:
    """Carry out what the agent understands of `message`, as `attempt` does.

    What is done of the same in other words is done only if all of it is, and if the message as it was
    written does not gainsay it.
    """
    outcome = attempt(message, draft, media, earlier, listen=listen)
    if outcome.changed and not (outcome.misunderstood or outcome.refused):
        return outcome
    for words, vague in said_otherwise(message, tuple(media)):
        other = attempt(words, draft, media, earlier, listen=listen)
        left = [one for one in other.misunderstood if not vague]
        if other.changed and not (left or other.refused) and not gainsays(message, draft, other.draft):
            return other
    return outcome
