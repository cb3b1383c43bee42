"""A message as parts: each of its words is known, and the things that they mean are those of the draft."""

import re
from dataclasses import replace

from mock_server.agent.values.placeholders import HAN, Values, marked_words
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.word_by_word import chinese_sights, chinese_turns, english_sights
from mock_server.agent.word_by_word.chatter import without_chatter
from mock_server.agent.word_by_word.chinese import CHINESE
from mock_server.agent.word_by_word.chinese_left_out import with_nouns
from mock_server.agent.word_by_word.english import ENGLISH
from mock_server.agent.word_by_word.english_figures import with_units
from mock_server.agent.word_by_word.english_more_turns import said_more_plainly
from mock_server.agent.word_by_word.english_turns import by_the_start, said_plainly
from mock_server.agent.word_by_word.english_usual_turns import in_usual_turns, split_there
from mock_server.agent.word_by_word.parts import Lexicon, Part
from mock_server.agent.word_by_word.things import Draft, named_things
from mock_server.agent.word_by_word.unquoted_names import names_quoted
from mock_server.agent.wording.otherwise import LONGEST, with_files


def parts_of(message: str, draft: Draft, names: tuple[str, ...]) -> list[Part] | None:
    """The parts of a message, with the things that they mean; None where a word is not known."""
    if len(message) > LONGEST:
        return None
    values = Values()
    return parts_in(plain_text(message, values, names, draft), values, draft)


def plain_text(message: str, values: Values, names: tuple[str, ...], draft: Draft) -> str:
    """A message with marks for its quoted texts and its files, which `values` takes, without remarks, and
    without what is seen from when to when."""
    quoted = names_quoted(whole_characters(message))
    text = tidied(with_files(take_quotes(quoted, values), values, names))
    if HAN.search(text):
        return chinese_sights.without_sights(chinese_turns.said_plainly(text, draft))
    return english_sights.without_sights(
        by_the_start(
            said_more_plainly(
                said_plainly(
                    with_units(
                        split_there(
                            in_usual_turns(text), draft.there.seconds, len(draft.there.clips)
                        )
                    )
                ),
                draft.there.seconds,
                follows=draft.follows,
            ),
            draft.there.seconds,
        ),
        ENGLISH,
        (*draft.there.texts, *draft.there.names, *draft.there.clips),
    )


def parts_in(text: str, values: Values, draft: Draft) -> list[Part] | None:
    """The parts of a text with marks; None where a word is not known."""
    parts = lexicon(text).parts(text)
    if parts and HAN.search(text):
        parts = with_nouns(parts, draft, _parsed)
    found = named_things(parts, values.items, draft) if parts else None
    return found and [replace(one, words=marked_words(one.words, values)) for one in found]


def _parsed(message: str) -> list[Part] | None:
    return CHINESE.parts(tidied(take_quotes(whole_characters(message), Values())))


def lexicon(text: str) -> Lexicon:
    """That of the language of a text."""
    return CHINESE if HAN.search(text) else ENGLISH


def tidied(text: str) -> str:
    """The text without the spaces that Chinese does not need, or the remarks of English."""
    if not HAN.search(text):
        return without_chatter(text, ENGLISH)
    return re.sub(r"(?<=[\u4e00-\u9fff]) +| +(?=[\u4e00-\u9fff])", "", text)
