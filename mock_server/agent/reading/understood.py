"""What was read of a message: the operations with their words, and what was left alone."""

from dataclasses import dataclass, field

from mock_server.agent import operations as op


@dataclass(frozen=True)
class Understood:
    """An operation, and the words that asked for it."""

    operation: op.Operation
    words: str


@dataclass
class Reading:
    """The parsed message. `language` is `en` or `zh`."""

    language: str
    understood: list[Understood] = field(default_factory=list)
    misunderstood: list[str] = field(default_factory=list)

    @property
    def operations(self) -> list[op.Operation]:
        """The operations in order."""
        return [one.operation for one in self.understood]

    @property
    def changed_last(self) -> bool:
        """Whether something that is there was changed last."""
        return isinstance(self.operations[-1] if self.operations else None, op.Change)
