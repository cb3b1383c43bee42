"""Whether each thing that a message names in quotes is there: "play a 'whoosh' when the video starts and a
'ding' at 0:30"."""

from collections.abc import Iterator

from mock_server.agent.second_look.edit import Edit, spelled
from mock_server.agent.values.placeholders import Values
from mock_server.agent.values.quotes import take_quotes, whole_characters


def loses_a_name(message: str, edit: Edit) -> bool:
    """Whether fewer names are new in what was added than a message tells that nothing had before."""
    sounds = [one for one in edit.added if one["role"] == "sound"]
    if not sounds or edit.before[0] != edit.after[0] or len(edit.added) != len(edit.layers):
        return False
    values = Values()
    take_quotes(whole_characters(message), values)
    told = {str(one).casefold() for one in values.items}
    known = {value.casefold() for value in _names(edit, before=True)}
    return len(told - known) > len(set(_names(edit, before=False)))


def _names(edit: Edit, *, before: bool) -> Iterator[str]:
    for one in edit.before[1] if before else edit.added:
        yield from (value for key, value in spelled([one]) if key in ("text", "sub", "src", "name"))
