"""What a sentence says of two things is what two messages say, each of one of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from support.agent_dialogue import Dialogue, claims, says_partly
from support.agent_views import shown

BEFORE = (
    "talk 0-60; b 0-20; title 'Hi' 5-9; caption 'Yo' 12-15; lower-third 'Ann' 20-24;"
    " overlay 'logo.png' 0-40 scale=.3; music 'song.mp3' 0-80 vol=.8; voiceover 'hello' 30-33"
)
ENGLISH = {
    "the title": (
        "yellow", "bold", "bigger", "smaller", "at the top", "in the top left", "fades in",
        "fades out over 2 seconds", "2 seconds longer", "3 seconds later", "for 6 seconds", "size 80",
    ),
    "the caption": ("blue", "italic", "bigger", "at the bottom", "1 second longer", "for 4 seconds"),
    "the lower third": ("white", "bigger", "on the left", "bottom right", "2 seconds earlier"),
    "the logo": (
        "bigger", "smaller", "bottom right", "half transparent", "20% wide", "for the whole video",
    ),
    "the music": ("quieter", "louder", "at 30%", "muted", "fades out over 3 seconds", "fades in"),
    "the voice-over": ("louder", "at 120%", "muted", "2 seconds later"),
    "the first clip": ("black and white", "muted"),
    "the second clip": ("sepia", "reversed", "at 50% volume"),
    "the picture": ("warm", "black and white", "fades out over 2 seconds"),
    "the original sound": ("louder", "muted", "at 20%"),
}  # fmt: skip
CHINESE = {
    "标题": (
        "黄色", "改成红色", "加粗", "变大", "小一点", "放到顶部", "淡入", "淡出2秒", "延长2秒", "推迟3秒",
        "显示6秒", "字号80", "删掉", "从10秒开始", "改成“再见”", "移到30秒",
    ),
    "字幕": ("蓝色", "斜体", "大一点", "放到底部", "淡入1秒", "延长1秒", "推迟2秒", "显示4秒", "去掉"),
    "人名条": ("白色", "大一点", "放左边", "放右下角", "淡出", "延长3秒", "提前2秒", "删掉"),
    "logo": ("大一点", "缩小", "放右下角", "半透明", "淡入2秒", "宽度20%", "全程显示", "删掉"),
    "音乐": ("小声一点", "大一点", "淡入", "淡出3秒", "音量30%", "静音", "降低一半", "换成jazz", "删掉"),
    "旁白": ("大声一点", "音量120%", "静音", "推迟2秒", "删掉"),
    "第一段": ("黑白", "静音", "旋转90度"),
    "第二段": ("复古", "倒放", "静音", "音量50%"),
    "画面": ("黑白", "调成暖色", "淡入", "最后淡出2秒", "旋转90度"),
    "视频原声": ("静音", "大声一点", "音量20%"),
}  # fmt: skip
# The same things with a verb in front: what fades is not always named first.
FADES = {
    "en": (
        "give {} a two second fade in", "fade {} out over 3 seconds", "let {} fade in over 1 second",
        "add a fade out of 2 seconds to {}", "have {} fade out in 1 second",
    ),
    "zh": (
        "给{}加两秒淡入", "为{}添加1秒的淡出", "让{}淡出三秒", "{}做一秒半的淡入", "给{}加一个2秒的淡出",
    ),
}  # fmt: skip
FADED = {
    "en": ("the title", "the caption", "the logo", "the music", "the voice-over", "the picture"),
    "zh": ("标题", "字幕", "logo", "音乐", "旁白", "画面", "整个视频"),
}
LINKS = {
    "en": (", ", " and ", "; ", ", and "),
    "zh": ("，", "；", "。", "，然后", "，同时", "，并且", "，再"),
}


@st.composite
def of_two_things(draw: st.DrawFn) -> tuple[str, str, str]:
    """Two clauses, each of its own thing, and what stands between them."""
    language = draw(st.sampled_from(("en", "zh")))
    things = ENGLISH if language == "en" else CHINESE
    space = " " if language == "en" else ""
    said: dict[str, str] = {}
    for _ in range(2):
        if draw(st.booleans()):
            name = draw(st.sampled_from([one for one in FADED[language] if one not in said]))
            said[name] = draw(st.sampled_from(FADES[language])).format(name)
        else:
            name = draw(st.sampled_from([one for one in things if one not in said]))
            said[name] = f"{name}{space}{draw(st.sampled_from(things[name]))}"
    first, second = said.values()
    return first, draw(st.sampled_from(LINKS[language])), second


@settings(max_examples=120, deadline=None)
@given(of_two_things())
def test_what_is_said_of_one_is_not_done_to_the_other(said: tuple[str, str, str]) -> None:
    first, link, second = said
    together, apart = Dialogue.of(BEFORE), Dialogue.of(BEFORE)
    reply = together.say(f"{first}{link}{second}").reply
    alone = [apart.say(one).reply for one in (first, second)]
    if all(claims(one) and not says_partly(one) for one in (reply, *alone)):
        assert _seen(together) == _seen(apart)


def _seen(dialogue: Dialogue) -> list[str]:
    return sorted(map(str, shown(dialogue.draft)))
