"""A draft that follows another one is read by what is new in it: it means what its whole text does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemo_spec.nemo.draft import Draft, read
from nemo_spec.nemo.envelope import RawAnswer
from nemo_spec.nemo.errors import UnexpectedAnswer
from nemo_spec.nemo.responses import read_project, read_state

TEXTS = ["a", "b", "}", '{"text": "a"}', "]", '"', ',"text":', "\\", "é", "1"]
ITEMS = st.fixed_dictionaries({"text": st.sampled_from(TEXTS)}, optional={"s": st.integers(0, 3)})
ODD = st.sampled_from([1, 12, "a", None, [], [{"text": "a"}], {}])
LISTS = st.lists(st.one_of(ITEMS, ITEMS, ITEMS, ODD), max_size=9)
LAYOUTS = st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", " :\t")])


@st.composite
def drafts(dice: st.DrawFn) -> list[str]:
    """The texts of drafts of which each is much like the one before it."""
    lists, texts = [dice(LISTS), dice(LISTS)], list[str]()
    separators = dice(LAYOUTS)
    for number in range(6):
        items = lists[dice(st.integers(0, 1))]
        at = dice(st.integers(0, len(items)))
        items[at : at + dice(st.integers(0, 2))] = dice(st.lists(st.one_of(ITEMS, ODD), max_size=2))
        if dice(st.booleans()):
            lists.reverse()
        tracks: list[Any] = [{"tt": n, "sg": one} for n, one in enumerate(lists)]
        ascii_ = dice(st.booleans())
        content = {"m": {"touched": number, "text": dice(st.sampled_from(TEXTS))}, "t": tracks}
        texts.append(json.dumps(content, separators=separators, ensure_ascii=ascii_))
    return texts


@settings(deadline=None, max_examples=200)
@given(drafts())
def test_what_is_new_and_what_was_there_are_the_whole(texts: list[str]):
    before: Draft | None = None
    for text in texts:
        before = read(text, before)
        assert before.value == json.loads(text)
        anew = Draft(text, json.loads(text)).longest
        assert (before.longest and before.longest.path) == (anew and anew.path)
        if known := before.longest:
            for count in range(1, len(known.items) + 1):
                assert json.loads(f"[{known.head(text, count)}]") == known.items[:count]


@pytest.mark.parametrize("counts", [(4, 2, 3, 9, 1), (9, 3, 4)])
def test_of_many_that_are_the_same_there_are_as_many_as_are_written(counts: tuple[int, ...]):
    before: Draft | None = None
    for count in counts:
        text = json.dumps({"t": [{"sg": [{"text": "a"}] * count}]})
        before = read(text, before)
        assert before.value == json.loads(text)


def test_what_is_as_it_was_is_the_same():
    items = [{"s": n, "text": f"Line {n}"} for n in range(50)]
    first = read(json.dumps({"m": {"last": 1}, "t": [{"sg": items}]}))
    items[20] = {"s": 20, "text": "Other"}
    second = read(json.dumps({"m": {"last": 223}, "t": [{"sg": items}], "d": 1}), first)
    was, now = (one.value["t"][0]["sg"] for one in (first, second))
    assert [n for n in range(50) if was[n] is not now[n]] == [20]
    assert now == items


@pytest.mark.parametrize(
    "text",
    [
        '{"t":[{"sg":[{"a":1},{"a":2},{"a":3}],"sg":[{"a":4},{"a":5},{"a":6}]}]}',
        '{"t":[{"sg":[{"a":1},{"a":2},{"a":3}]}],"t":7}',
        '{"t":"[{\\"sg\\":[{\\"a\\":1},{\\"a\\":2},{\\"a\\":3}]"}',
        '{"u":[{"sg":[{"a":1},{"a":2},{"a":3}]}],"t":[{"sg":[{"a":3}]}]}',
        '{"t":[{"sg":{"a":{"a":1},"b":{"a":3}}}]}',
        '{"t":[{"sg":[{"a":1}]}]}',
        '{"t":[{"sg":[{"a":3}]}]}',
        '{"t":[{"sg":[]}]}',
        '{"t":[{"sg":[{"a":1},{"a":1},{"a":2},{"a":3},{"a":3}]}]}',
        '{"t":[{"sg":[5,{"a":1},{"a":2},{"a":3}]}]}',
        '{"t":[{"sg":[[{"a":1},{"a":2}],{"a":3}]}]}',
        "[]",
        "3",
    ],
)
def test_other_forms_are_read_as_they_stand(text: str):
    first = read('{"t":[{"sg":[{"a":1},{"a":2},{"a":3}]}]}')
    assert read(text, first).value == json.loads(text)


@pytest.mark.parametrize(
    "text", ['{"t":[{"sg":[{"a":1},{"a":2},{"a":3},]}]}', '{"t":[{"sg":[{"a":1}{"a":2},{"a":3}]}]}']
)
def test_what_is_no_json_stays_none(text: str):
    with pytest.raises(ValueError, match="line 1"):
        read(text, read('{"t":[{"sg":[{"a":1},{"a":2},{"a":3}]}]}'))


def answer(body: str, status: int = 200) -> RawAnswer:
    return RawAnswer("GET /state", status, body)


BODY = '{"code":0,"data":{"session_id":"1","state":{"draft":%s,"video_infos":[{"filename":"%s"}]}}}'
ONE = '{"t":[{"sg":[{"a":1},{"a":2},{"a":3}]}]}'
TWO = '{"t":[{"sg":[{"a":1},{"a":5},{"a":3}]}],"d":1}'


@pytest.mark.parametrize("front", ["", "\ufeff"])
def test_a_state_is_read_alike_whatever_was_read_before(front: str):
    bodies = [BODY % (ONE, "a"), BODY % (TWO, "a"), BODY % (TWO, "b"), BODY % ("{}", "b")]
    before = None
    for body in [*bodies, *reversed(bodies), bodies[0], bodies[0]]:
        before = read_state(answer(front + body), before)
        plain = read_state(answer(front + body))
        assert before == plain
        assert before.draft_json.decode() in body


def test_a_project_is_read_alike_whatever_was_read_before():
    files = '"files:a":[{"s3_key":"a/%s","cdn_url":"u"}]'
    body = f'{{"code":0,"data":{{"project":{{"timeline_draft":%s,{files}}}}}}}'
    before = None
    for text in (body % (ONE, "a"), body % (TWO, "a"), body % (TWO, "b"), body % (ONE, "b")):
        before = read_project(answer(text), "1", "p", before)
        assert before == read_project(answer(text), "1", "p")
        assert before.draft == json.loads(text)["data"]["project"]["timeline_draft"]


@pytest.mark.parametrize(
    "body",
    [
        BODY % ('{"t":[]},"draft":3', "a"),
        BODY % ("[1]", "a"),
        BODY % ('{"t":"' + "\\ud800" + '"}', "a"),
        BODY.replace('"code":0', '"code":3001,"code":0') % (ONE, "a"),
    ],
)
def test_an_odd_state_is_read_alike_whatever_was_read_before(body: str):
    assert read_state(answer(body), read_state(answer(BODY % (ONE, "a")))) == read_state(
        answer(body)
    )


@pytest.mark.parametrize(
    "body", [BODY % ("[" * 300 + "]" * 300, "a"), BODY % ("{]", "a"), BODY % ("", "a")]
)
def test_a_state_that_cannot_be_read_is_refused_whatever_was_read_before(body: str):
    with pytest.raises(UnexpectedAnswer):
        read_state(answer(body), read_state(answer(BODY % (ONE, "a"))))


def test_an_error_with_the_same_words_is_an_error():
    body = BODY % (ONE, "a")
    with pytest.raises(UnexpectedAnswer):
        read_state(answer(body, 500), read_state(answer(body)))
