"""What tables of turns by what is on the timeline are made of: a turn, a length, the end of a clause."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.wording.named_by_draft import There

Turn = tuple[Regex, Callable[[Match[str], There], str | None]]
LONG = rf"{NUMBER} ?秒钟?"
STOP = r"(?:就行|就好|就可以|就够|吧|了|啊|呀|哦)*"
END = rf"(?={STOP}[ 。.!！]*\Z|[,，;；。])"
