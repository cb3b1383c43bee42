"""Chinese messages said plainly by what is on the timeline: "定格缩短到两秒", "转场短一点", "再慢点"."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import Unclosed, take_quotes, whole_characters
from mock_server.agent.word_by_word.chinese_there_kept import KEPT
from mock_server.agent.word_by_word.chinese_there_lengths import LENGTHS
from mock_server.agent.word_by_word.chinese_there_plain import PLAIN
from mock_server.agent.word_by_word.chinese_there_said import SAID
from mock_server.agent.word_by_word.chinese_there_texts import TEXTS, put_right
from mock_server.agent.wording.named_by_draft import There


def plainly_there(message: str, there: There) -> str:
    """A message with such turns in plainer words; itself where there are none."""
    if not HAN.search(message):
        return message
    if right := put_right(message, there):
        return right
    values = Values()
    text = take_quotes(whole_characters(message), values)
    if any(isinstance(one, Unclosed) for one in values.items):
        return message
    plain = text
    for known, turn in (*TEXTS, *SAID, *PLAIN, *KEPT, *LENGTHS):
        plain = known.sub(_turned(turn, there), plain)
    return message if plain == text else marked_words(plain, values).strip()


def _turned(
    turn: Callable[[Match[str], There], str | None], there: There
) -> Callable[[Match[str]], str]:
    def said(found: Match[str]) -> str:
        plain = turn(found, there)
        return found[0] if plain is None else plain

    return said
