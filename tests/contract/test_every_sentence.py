"""Whatever an edit can say, in either language, the mock's reader takes as orders without a rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.edits import EDITS, edits

from mock_server.agent import operations as op
from mock_server.agent import read


@pytest.mark.parametrize("verb", EDITS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_sentence_is_read_without_a_rest(verb: str, data: st.DataObject) -> None:
    edit = data.draw(edits(verb))
    for language in ("en", "zh-CN", "ja"):
        sentence = edit.instruct(language)
        reading = read(sentence)
        orders = [one for one in reading.operations if not isinstance(one, op.Answer)]
        assert (bool(orders), reading.misunderstood) == (True, []), sentence
