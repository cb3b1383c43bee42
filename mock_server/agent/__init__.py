"""The agent of the mock: reads an instruction's words and edits its own draft.

`act` is the whole of it; `read` shows what it makes of a message without doing it.
"""

from mock_server.agent.executor import Outcome, ToolCall, act
from mock_server.agent.reading import Reading, Understood, read

__all__ = ["Outcome", "Reading", "ToolCall", "Understood", "act", "read"]
