"""Times, ranges and other quantities in every spelling."""

from fractions import Fraction

import pytest

from mock_server.agent.values.placeholders import Values
from mock_server.agent.values.quantities import Decibels, Time, take_quantities
from mock_server.agent.values.ranges import Range, take_ranges

TIMES = {
    "3s": 3_000,
    "3 seconds": 3_000,
    "3.5 s": 3_500,
    "3-second": 3_000,
    "1:30": 90_000,
    "00:01:30.250": 90_250,
    "00:01:30,250": 90_250,
    "1m30s": 90_000,
    "1m30": 90_000,
    "1 minute 30 seconds": 90_000,
    "1 minute and 30 seconds": 90_000,
    "2 min": 120_000,
    "1 hour 2 minutes 3 seconds 4 ms": 3_723_004,
    "250 ms": 250,
    "1500 milliseconds": 1_500,
    "1,500 ms": 1_500,
    "three seconds": 3_000,
    "half a second": 500,
    "one and a half seconds": 1_500,
    "a minute": 60_000,
    "3秒": 3_000,
    "第3秒": 3_000,
    "3.5 秒": 3_500,
    "三秒": 3_000,
    "十二秒": 12_000,
    "二十五秒钟": 25_000,
    "两秒半": 2_500,
    "半秒": 500,
    "1分30秒": 90_000,
    "1分半": 90_000,
    "一分三十秒": 90_000,
    "500毫秒": 500,
    "1小时": 3_600_000,
    "0.0005 s": 1,
    ".5 s": 500,
    "0.0004 s": 0,
}
RANGES = {
    "from 0s to 3s": (0, 3_000),
    "0-3s": (0, 3_000),
    "0 – 3 s": (0, 3_000),
    "0s..3s": (0, 3_000),
    "0:00 --> 0:03": (0, 3_000),
    "1-2 min": (60_000, 120_000),
    "between 2s and 4s": (2_000, 4_000),
    "between 2 and 4 seconds": (2_000, 4_000),
    "from 5 to 10": (5_000, 10_000),
    "the first 8 seconds": (0, 8_000),
    "the last 5 seconds": (-5_000, None),
    "from 5s to the end of the video": (5_000, None),
    "from the start to 1:30": (0, 90_000),
    "after 1:30": (90_000, None),
    "until 4 s": (0, 4_000),
    "3 seconds off the end": (-3_000, None),
    "at 3 s for 2 s": (3_000, 5_000),
    "starting at 3 s and lasting 2.5 s": (3_000, 5_500),
    "for 2 s starting at 3 s": (3_000, 5_000),
    "start: 1 s, end: 3 s": (1_000, 3_000),
    "0–3 秒": (0, 3_000),
    "第3秒到第5秒": (3_000, 5_000),
    "从0秒到3秒": (0, 3_000),
    "从 3 秒开始持续 2 秒": (3_000, 5_000),
    "2秒和4秒之间": (2_000, 4_000),
    "最后5秒": (-5_000, None),
    "开头8秒": (0, 8_000),
    "开头的3秒": (0, 3_000),
    "前8秒": (0, 8_000),
    "1分30秒以后": (90_000, None),
    "5秒到结尾": (5_000, None),
}
OTHERS = {
    "35 %": 0.35,
    "35 percent": 0.35,
    "百分之三十五": 0.35,
    "1.5x": Fraction(3, 2),
    "×2": Fraction(2),
    "2 times": Fraction(2),
    "1.5倍速": Fraction(3, 2),
    "-35 dB": Decibels(-35.0),
    "−35dB": Decibels(-35.0),
    "minus 6 decibels": Decibels(-6.0),
    "1080x1920": (1080, 1920),
    "90 degrees": 90,
    "9:16 format": (9, 16),
    "48": Fraction(48),
}


def values_in(text: str) -> list[object]:
    """The values of the marks that are left when all of the text has been read."""
    values = Values()
    marked = text.replace("–", "-").replace("−", "-")
    take_ranges(take_quantities(marked, values), values)
    return values.items


@pytest.mark.parametrize("text", TIMES)
@pytest.mark.parametrize("around", ["{}", "wait {} please", "等{}再"])
def test_time(text: str, around: str) -> None:
    (time,) = values_in(around.format(text))
    assert isinstance(time, Time)
    assert time.ms == TIMES[text]


@pytest.mark.parametrize("text", RANGES)
def test_range(text: str) -> None:
    assert values_in(text)[-1] == Range(*RANGES[text])


@pytest.mark.parametrize("text", OTHERS)
def test_other_quantity(text: str) -> None:
    assert values_in(text) == [OTHERS[text]]


@pytest.mark.parametrize(
    "text", ["a second title", "the second title", "section", "3 scenes", "mp4", "make", "十分好"]
)
def test_no_time_in(text: str) -> None:
    assert not any(isinstance(value, Time) for value in values_in(text))


@pytest.mark.parametrize(
    ("span", "on"),
    [
        (Range(2_000, 4_000), (2_000, 4_000)),
        (Range(2_000, None), (2_000, 10_000)),
        (Range(-3_000, None), (7_000, 10_000)),
        (Range(-30_000, None), (0, 10_000)),
        (Range(8_000, 12_000), (8_000, 10_000)),
        (Range(12_000, 15_000), (10_000, 10_000)),
    ],
)
def test_range_on_a_timeline(span: Range, on: tuple[int, int]) -> None:
    assert span.on(10_000) == on
