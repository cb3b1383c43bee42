"""A second reader: it takes a message in which it knows every word, and leaves any other alone.

A message is cut into parts, of which each says one thing: what is meant, what it is to be, when.
What an order is follows from the parts that are there, not from where they stand.
"""

from mock_server.agent.word_by_word.as_before import Said, read_as_before, read_put_right
from mock_server.agent.word_by_word.as_before_chinese import is_of_that_time
from mock_server.agent.word_by_word.called_by_name import called_by_name
from mock_server.agent.word_by_word.chinese_there import plainly_there
from mock_server.agent.word_by_word.once_more_chinese import once_more_then
from mock_server.agent.word_by_word.reader import read_word_by_word
from mock_server.agent.word_by_word.undone_first import undone_first

__all__ = [
    "Said",
    "called_by_name",
    "is_of_that_time",
    "once_more_then",
    "plainly_there",
    "read_as_before",
    "read_put_right",
    "read_word_by_word",
    "undone_first",
]
