"""What a message said before, and what was there then."""

from collections.abc import Sequence
from dataclasses import dataclass

from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.wording.named_by_draft import There


@dataclass(frozen=True)
class Told:
    """What a message said before: its words, its parts, and what was there then and is there now."""

    words: str
    parts: Sequence[Part]
    then: There
    now: There

    @property
    def single(self) -> bool:
        """Whether it is one clause."""
        return not kinds(self.parts[:-1]) & {"comma", "and", "stop"}


def things_in(parts: Sequence[Part]) -> list[Part]:
    """The parts that are things."""
    return [one for one in parts if isinstance(one.value, Thing)]


def with_value(parts: Sequence[Part], kind: str, value: object) -> list[Part]:
    """The parts with another value of a kind."""
    return [Part(kind, value, one.words) if one.kind == kind else one for one in parts]
