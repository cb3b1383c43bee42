"""The mock's agent: parses an instruction and edits the draft.

`act` does both; `read` only parses.
"""

from mock_server.agent.execution.attempts import act
from mock_server.agent.execution.executor import Outcome, ToolCall
from mock_server.agent.reading.message import read
from mock_server.agent.reading.understood import Reading, Understood

__all__ = ["Outcome", "Reading", "ToolCall", "Understood", "act", "read"]
