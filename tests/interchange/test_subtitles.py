"""Texts as subtitles, read back by the reader of subtitle files and by pysubs2."""

from __future__ import annotations

from dataclasses import replace

import pysubs2
import pytest
from support.handoffs import cut_of

from nemo_spec.interchange.formats import written
from nemo_spec.interchange.sequence import Cut

ODD = ("a {b} & <i>c</i> --> d", "one\n\ntwo", "\\N is no new line", "tab\there\x07")


def with_texts(texts: tuple[str, ...]) -> Cut:
    cut = cut_of("before-after")
    track = next(one for one in cut.tracks if one.kind == "text")
    first = track.items[0]
    items = [
        first._replace(segment=replace(first.segment, texts=(text,)), start=n, end=n + 1)
        for n, text in enumerate(texts)
    ]
    return replace(cut, tracks=[replace(track, items=items)])


@pytest.mark.parametrize("ending", [".srt", ".vtt", ".ass"])
def test_times_and_texts_come_back(ending: str):
    cut = cut_of("podcast-clip")
    file = pysubs2.SSAFile.from_string(written(cut, ending).decode())
    segments = sorted(
        (item.segment for track in cut.of_kind("text") for item in track.items),
        key=lambda one: (one.start.lo, one.end.lo),
    )
    assert [e.plaintext for e in file] == ["\n".join(one.texts) for one in segments]
    slack = 10 if ending == ".ass" else 0  # it counts centiseconds
    for event, segment in zip(file, segments, strict=True):
        assert abs(event.start - segment.start.lo) <= slack
        assert abs(event.end - segment.end.lo) <= slack


def test_an_srt_holds_odd_texts_as_they_are():
    text = written(with_texts(ODD), ".srt").decode()
    assert "a {b} & <i>c</i> --> d" in text
    assert "one\n\u00a0\ntwo" in text
    assert "\\\u2060N is no new line" in text
    assert "\x07" not in text


def test_a_vtt_holds_no_markup():
    assert "a {b} &amp; &lt;i&gt;c&lt;/i&gt; --&gt; d" in written(with_texts(ODD), ".vtt").decode()
