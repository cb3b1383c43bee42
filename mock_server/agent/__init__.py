"""The mock's agent: parses an instruction and edits the draft.

`act` does both; `read` only parses.
"""

from mock_server.agent.executor import Outcome, ToolCall, act
from mock_server.agent.reading import Reading, Understood, read

__all__ = ["Outcome", "Reading", "ToolCall", "Understood", "act", "read"]
