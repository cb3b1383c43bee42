"""Shared by all builders: the rule, and readers of ranges, times and file names."""

from collections.abc import Callable
from dataclasses import dataclass

from mock_server.agent.clauses import Clause
from mock_server.agent.files import EXTENSIONS, is_sound
from mock_server.agent.operations import WHOLE, Operation
from mock_server.agent.ranges import Range

Builder = Callable[[Clause], Operation | None]


@dataclass(frozen=True)
class Rule:
    """Sends a clause to `build` if it has every pattern of `needs` and none of `unless`."""

    build: Builder
    needs: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def read(self, clause: Clause) -> Operation | None:
        """The operation that the clause asks for; None when this rule does not fit."""
        if not all(clause.has(source) for source in self.needs):
            return None
        if any(clause.has(source) for source in self.unless):
            return None
        before = set(clause.used)
        found = self.build(clause)
        if found is None:
            clause.used = before
        return found


def one_range(clause: Clause) -> Range | None:
    """The first unused range."""
    found = clause.next("range")
    return found if isinstance(found, Range) else None


def ranges(clause: Clause) -> tuple[Range, ...]:
    """All unused ranges, the whole timeline when there is none."""
    return tuple(clause.all("range")) or (WHOLE,)


def moment(clause: Clause) -> int | None:
    """The first unused time in milliseconds."""
    found = clause.next("time")
    return None if found is None else found.ms


def file_name(clause: Clause, *, sound: bool | None = None) -> str | None:
    """The first unused name of a file, quoted or not; `sound` asks for one kind of extension."""
    for i in clause.left("file", "text"):
        name = str(clause.values.items[i])
        if looks_like_file(name) and (sound is None or is_sound(name) == sound):
            clause.used.add(i)
            return name
    return None


def file_names(clause: Clause) -> tuple[str, ...]:
    """All unused names of files, in order."""
    found: list[str] = []
    while (name := file_name(clause)) is not None:
        found.append(name)
    return tuple(found)


def looks_like_file(name: str) -> bool:
    """Whether a text ends like a file that can be uploaded."""
    extension = name.lower().rpartition(".")[2]
    return "." in name and (extension in EXTENSIONS or is_sound(name))
