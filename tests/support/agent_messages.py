"""Messages as people put them together, each with the draft that it must lead to.

A template is an order and what it leaves of a draft, as in `support.agent_views`. `{a}` to `{d}` are
growing times in seconds, `{p}` is a share in percent and `{l}` the same as a level, `{t}` a text, `{c}`
a colour and `{s}` a place.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

MUSIC, TITLE = "music 'lo-fi' 0-2 vol=.5", "title 'Intro' 0-3"
# order | main track | music | title | what else there is
TEMPLATES = (
    ("cut {a}-{b}s", "talk 0-{a}; talk {b}-60"),
    ("remove the part from {a} to {b} seconds", "talk 0-{a}; talk {b}-60"),
    ("get rid of {a}s to {b}s", "talk 0-{a}; talk {b}-60"),
    ("keep only {a}s to {b}s", "talk {a}-{b}", "", "-"),
    ("delete everything except {a}-{b}s", "talk {a}-{b}", "", "-"),
    ("split at {b}s", "talk 0-{b}; talk {b}-60"),
    ("mute {a}-{b}s", "talk 0-{a}; talk {a}-{b} vol=0; talk {b}-60"),
    ("mute the video", "talk 0-60 vol=0"),
    ("mute the last quarter", "talk 0-45; talk 45-60 vol=0"),
    ("make the second half black and white", "talk 0-30; talk 30-60 color.name='black and white'"),
    ("set the volume of the first clip to {p}%", "talk 0-60 vol={l}"),
    ("把后半段静音", "talk 0-30; talk 30-60 vol=0"),
    ("play it backwards", "talk 0-60 reverse"),
    ("set the volume of the video to {p}%", "talk 0-60 vol={l}"),
    ("make it black and white", "talk 0-60 color.name='black and white'"),
    ("rotate the picture 90 degrees", "talk 0-60 rotate=90"),
    ("stabilize the video", "talk 0-60 stabilize"),
    ("fade the video in over {a}s", "talk 0-60 fade_in={a}"),
    ("fade to black over the last {a}s", "talk 0-60 fade_out={a}"),
    ("speed up {a}-{b}s by 2x", "talk 0-{a}; talk {a}-{b} speed=2; talk {b}-60"),
    ("freeze the frame at {b}s for 2s", "talk 0-{b}; talk {b}-{b} freeze d=2; talk {b}-60"),
    ("set the music to {p}%", "", "music 'lo-fi' 0-2 vol={l}"),
    ("fade the music out over {a} seconds", "", "music 'lo-fi' 0-2 vol=.5 fade_out={a}"),
    ("remove the music", "", "-"),
    ("replace the music with song.mp3", "", "music song.mp3 0-2 vol=.5"),
    ("make the title {c}", "", "", "title 'Intro' 0-3 color={c}"),
    ("move the title to the {s}", "", "", "title 'Intro' 0-3 pos={s}"),
    ("move the title to {a}-{b}s", "", "", "title 'Intro' {a}-{b}"),
    ("change the title to '{t}'", "", "", "title '{t}' 0-3"),
    ("delete the title", "", "", "-"),
    ("add a title '{t}' from {a} to {b}s", "", "", "", "title '{t}' {a}-{b}"),
    ("add the text '{t}' at the {s}, {a}s-{b}s", "", "", "", "title '{t}' {a}-{b} pos={s}"),
    ("put '{t}' on screen in {c} from {a}s to {b}s", "", "", "", "title '{t}' {a}-{b} color={c}"),
    ("add a caption '{t}' from {a}s to {b}s", "", "", "", "caption '{t}' {a}-{b}"),
    ("put logo.png in the bottom right", "", "", "", "overlay logo.png 0-60 pos=bottom-right"),
    ("add a whoosh at {b}s", "", "", "", "sound 'whoosh' {b}-{b1}"),
    ("把{a}秒到{b}秒剪掉", "talk 0-{a}; talk {b}-60"),
    ("只保留{a}秒到{b}秒", "talk {a}-{b}", "", "-"),
    ("视频静音", "talk 0-60 vol=0"),
    ("音乐音量设为{p}%", "", "music 'lo-fi' 0-2 vol={l}"),
    ("删除音乐", "", "-"),
    ("{a}秒到{b}秒加标题“{t}”", "", "", "", "title '{t}' {a}-{b}"),
    ("把标题移到{a}秒到{b}秒", "", "", "title 'Intro' {a}-{b}"),
)
# Orders that nobody can carry out, and remarks; they change nothing.
NOISE = (
    "make it sparkle", "add a cat in a hat", "remove the bit where he sneezes",
    "please do not touch the rest", "wobble the frobnicator at 4s", "don't add anything else",
    "let it dance", "give it some oomph",
)  # fmt: skip
BEFORE = ("", "please ", "hey, can you ", "ok now ", "could you please ")
AFTER = ("", " please", " pls", ", thanks", "!")


@dataclass(frozen=True)
class Message:
    """What is typed, and the only draft that may be claimed."""

    text: str
    after: str
    noise: bool


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """One order, dressed as people dress them, sometimes beside something that cannot be done."""
    order, *parts = draw(st.sampled_from(TEMPLATES))
    values = draw(_values())
    text = draw(st.sampled_from(BEFORE)) + order.format(**values) + draw(st.sampled_from(AFTER))
    noise = draw(st.sampled_from(("", "", *NOISE)))
    main, music, title, more = (*parts, *[""] * (4 - len(parts)))
    view = "; ".join(
        part for part in (main, _or(music, MUSIC), _or(title, TITLE), more) if part and part != "-"
    )
    glue = draw(st.sampled_from((". ", "; ", "\n")))
    return Message(text + (glue + noise if noise else ""), view.format(**values), bool(noise))


def _or(part: str, usual: str) -> str:
    return part or usual


@st.composite
def _values(draw: st.DrawFn) -> dict[str, object]:
    a = draw(st.integers(4, 20))
    b = a + draw(st.integers(2, 20))
    p = draw(st.integers(1, 19)) * 5
    return {
        "a": a,
        "b": b,
        "b1": b + 1,
        "p": p,
        "l": p / 100,
        "t": draw(
            st.text("abcXYZ éß标题 0123456789%:-", min_size=1, max_size=12).filter(str.strip)
        ),
        "c": draw(st.sampled_from(("red", "yellow", "blue", "white"))),
        "s": draw(st.sampled_from(("top", "bottom", "left"))),
    }
