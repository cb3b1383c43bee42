"""A message said in other words: without what it says to stay as it is, and in plainer turns."""

import re
from collections.abc import Iterator

from mock_server.agent.values.files import take_files
from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.assurances import without_assurances

LONGEST = 1_000  # characters: who writes more lists orders
_JUST = re.compile(r"\A[ ,]*(?:just|only|simply|只|就)+ ?(?!要|留|保留|keep)", re.IGNORECASE)


def said_otherwise(message: str, names: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """What a message says in other words, each with whether a part of it says nothing that is known."""
    if len(message) > LONGEST:
        return
    values = Values()
    text = _with_files(take_quotes(whole_characters(message), values), values, names)
    bare = without_assurances(text)
    if bare.strip() and bare != text:
        yield marked_words(bare, values), False
        if (plain := _JUST.sub("", bare)) != bare:
            yield marked_words(plain, values), False


def _with_files(text: str, values: Values, names: tuple[str, ...]) -> str:
    """A text with a mark for each file, of which the name is said without quotes afterwards."""
    known = len(values.items)
    text = take_files(text, values, names)
    values.words[known:] = [str(one) for one in values.items[known:]]
    return text
