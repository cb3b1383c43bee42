"""The agent's replies, in the language of the message."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mock_server.agent import operations as op
from mock_server.agent.execution.described import describe

if TYPE_CHECKING:
    from mock_server.agent.execution.context import Context
    from mock_server.agent.reading.understood import Understood
    from mock_server.timeline import Timeline

# What cannot be seen in the draft: how it came about.
_COUNTED = {
    "en": {
        op.TrimPauses: "Removed {pauses} pauses, {removed} in all. ",
        op.HeardCaptions: "One for each stretch of speech. ",
        op.Arrange: "The clips stand in another order now. ",
        op.Insert: "Inserted at {at}. ",
    },
    "zh": {
        op.TrimPauses: "已删除{pauses}处停顿，共{removed}。",
        op.HeardCaptions: "每段语音一条。",
        op.Arrange: "已调整片段顺序。",
        op.Insert: "已在{at}处插入。",
    },
}
_NOTHING = {
    "en": {
        op.TrimPauses: "I found no such pauses.",
        op.TrimFillers: "I found no filler words, so nothing was cut.",
    },
    "zh": {op.TrimPauses: "没有发现这样的停顿。", op.TrimFillers: "没有发现口头禅，未做剪切。"},
}
_OTHERWISE = {"en": "“{words}”: it is like that already.", "zh": "“{words}”：已经是这样了。"}
_REFUSED: dict[str, dict[str, str]] = {
    "en": {
        "no_upload": "There is nothing on the timeline yet: please upload a video first.",
        "all_placed": "All your clips are on the timeline already.",
        "no_file": "I can't find “{name}” among the uploads.",
        "no_picture": "“{name}” has no picture.",
        "no_sound": "“{name}” has no sound.",
        "no_track": "“{name}” has no sound track {track}.",
        "past_its_end": "“{name}” is {duration} long, so it cannot begin at {at}.",
        "too_short": "“{name}” is only {duration} long.",
        "outside": "That time ({at}) is outside the timeline, which is {duration} long.",
        "was_then": "It begins at {at}, so that would be the other way.",
        "was_long": "It lasts {length}, so that would be the other way.",
        "was_as_big": "With the size that it has, that would be the other way.",
        "before": "{at} earlier would be before the start of the video.",
        "empty_range": "That range ({start} to {end}) holds no time.",
        "nothing_left": "That would leave nothing of the video.",
        "no_text": "What should it say?",
        "no_length": "{length} is no length that I can work with.",
        "no_split": "I can't split there: there is a cut already, or the timeline does not reach it.",
        "no_cut": "There is no cut at {at} for a transition.",
        "no_speech": "I hear no speech to caption.",
        "not_there": "I can't find that on the timeline.",
        "speed_limits": "I can play between 0.1x and 10x, not {factor}x.",
        "is_placed": "“{name}” is on the timeline already.",
        "has_transition": "There is a transition at {at}: take it away first.",
        "fade_too_long": "A fade of {length} is too long for these clips.",
        "which_one": "There are {count} of them: tell me which one, by its text or time.",
        "only_part": "I can't do that to a part of it; tell me when it is to start and end.",
        "not_everything": "Tell me one by one what is to fade: the picture, the music, a title.",
        "which_picture": "Tell me which picture: several were uploaded.",
        "which_sound": "The video is mute already; name the sound that is meant.",
        "which_level": "The video is as loud as it was; name what else is to be as before.",
        "not_two": "I can't tell which two: I see {count}.",
        "no_undo": "There is nothing to take back.",
        "too_many_undone": "I remember only the last {count} edits, and there were more of them.",
        "is_normal": "It plays at its own speed already.",
        "uneven": "The video is not as long as those parts together.",
        "whole_order": "Name all clips in the order that you want.",
        "has_speed": "It plays faster or slower already: say “back to normal speed” first.",
        "too_loud": "{loudest} is as loud as I can make it.",
        "depends": "That depends on something I could not do.",
        "too_large": "{width}x{height} is more than I can render; 1920x1080 or its turn is the most.",
    },
    "zh": {
        "no_upload": "时间线上还没有内容，请先上传视频。",
        "all_placed": "所有素材都已在时间线上。",
        "no_file": "上传的文件中找不到“{name}”。",
        "no_picture": "“{name}”没有画面。",
        "no_sound": "“{name}”没有声音。",
        "no_track": "“{name}”没有第{track}条音轨。",
        "past_its_end": "“{name}”只有{duration}长，不能从{at}开始。",
        "too_short": "“{name}”只有{duration}长。",
        "outside": "时间{at}超出了时间线，时间线长{duration}。",
        "was_then": "现在从{at}开始，这样方向相反。",
        "was_long": "现在的时长是{length}，这样方向相反。",
        "was_as_big": "按现在的大小，这样方向相反。",
        "before": "提前{at}就在视频开头之前了。",
        "empty_range": "从{start}到{end}不是有效的范围。",
        "nothing_left": "这样视频就什么都不剩了。",
        "no_text": "请告诉我要写什么。",
        "no_length": "无法使用{length}这样的时长。",
        "no_split": "无法在那里拆分：已有剪切点，或超出了时间线。",
        "no_cut": "{at}处没有可以加转场的剪切点。",
        "no_speech": "没有听到可以加字幕的语音。",
        "not_there": "时间线上找不到它。",
        "speed_limits": "速度只能在0.1到10倍之间，不能是{factor}倍。",
        "is_placed": "“{name}”已在时间线上。",
        "has_transition": "{at}处有转场，请先去掉它。",
        "fade_too_long": "{length}的淡化对这些片段来说太长了。",
        "which_one": "有{count}个，请用文字或时间说明是哪一个。",
        "only_part": "无法只处理其中一部分，请说明它从几秒到几秒。",
        "not_everything": "请逐一说明要淡化什么：画面、音乐还是标题。",
        "which_picture": "上传了多张图片，请说明是哪一张。",
        "which_sound": "视频已经静音，请说明是哪个声音。",
        "which_level": "视频的音量没有变过，请说明要恢复的是什么。",
        "not_two": "不确定是哪两个：共有{count}个。",
        "no_undo": "没有可以撤销的操作。",
        "too_many_undone": "我只记得最近{count}次修改，而之前还有更多。",
        "is_normal": "已经是原速了。",
        "uneven": "视频的长度和这些段加起来不一样。",
        "whole_order": "请按想要的顺序说出所有片段。",
        "has_speed": "已经变速了，请先说“恢复原速”。",
        "too_loud": "音量最大只能是{loudest}。",
        "depends": "这取决于我没能做到的那一步。",
        "too_large": "{width}x{height}超出了渲染上限，最大是1920x1080或竖屏。",
    },
}
_ANSWERS: dict[str, dict[str, str]] = {
    "en": {
        "duration": "The video is {duration} long.",
        "export": "Click Export in the top right corner to get the video.",
        "undo": "Say “undo” and I take back the last change.",
        "credits": "Open the account page to check your credits.",
        "tracks": "The timeline holds {segments} segments and is {duration} long.",
        "help": "I can cut, trim pauses, join, change speed, add titles, captions, music, overlays and "
        "fades, change the shape and the sound. Tell me what, and from when to when.",
        "question": "I'm not sure. Ask me for an edit, with times.",
        "ignored": "All right, I leave that as it is.",
        "greeting": "Happy to help. Tell me which edit you want.",
    },
    "zh": {
        "duration": "视频长{duration}。",
        "export": "点击右上角的“导出”即可得到视频。",
        "undo": "说“撤销”，我就撤回上一步。",
        "credits": "请打开账户页面查看积分。",
        "tracks": "时间线上有{segments}个片段，长{duration}。",
        "help": "我可以剪切、删除停顿、拼接、变速，添加标题、字幕、音乐、叠加和淡入淡出，调整画幅和声音。"
        "请告诉我做什么，从几秒到几秒。",
        "question": "我不确定。请告诉我要做什么剪辑，以及时间。",
        "ignored": "好的，保持不变。",
        "greeting": "很高兴为您服务，请告诉我需要什么剪辑。",
    },
}
_FRAME = {
    "en": {
        "unread": "I did not understand: {words}. Please tell me exactly what to change, and when.",
        "export": "Click Export in the top right corner when you are happy with it.",
        "done": "Done.",
        "partly": "I did a part of that:",
        "clipped": " The timeline is {clipped} long, so I stopped there.",
        "was_at": " It was at {was_at} before, so that was the other way.",
        "placeholder": " I put in “{placeholder}” for now: tell me what it should say.",
        "bright": "{bright} is HDR, and shown as SDR.",
        "uneven": "{uneven} has an odd frame rate, and plays at {fps}.",
        "and": ", ",
    },
    "zh": {
        "unread": "我没有理解：{words}。请具体说明要改什么、在什么时间。",
        "export": "满意的话请点击右上角的“导出”。",
        "done": "完成。",
        "partly": "只做了一部分：",
        "clipped": "时间线长{clipped}，所以到此为止。",
        "was_at": "原来是{was_at}，这样方向相反。",
        "placeholder": "文字暂时是“{placeholder}”，请告诉我要写什么。",
        "bright": "{bright}是HDR素材，以SDR显示。",
        "uneven": "{uneven}的帧率不标准，以每秒{fps}帧播放。",
        "and": "、",
    },
}
_TIMES = ("removed", "at", "duration", "start", "end", "length", "clipped")
UNLIKE = ("was_at",)  # what was done is not what was asked
_NOTED = ("clipped", *UNLIKE, "placeholder")
MOST_SAID = 8


def compose(
    language: str,
    said: Sequence[str],
    unread: Sequence[str],
    *,
    changed: bool,
    refused: bool = False,
) -> str:
    """The whole reply from what was done and what was not understood.

    `refused` is whether something that was understood could not be carried out.
    """
    frame = _FRAME[language]
    space = " " if language == "en" else ""
    parts = list(dict.fromkeys(said))[:MOST_SAID]
    asks = _ANSWERS[language]["question"]
    unsure = changed and asks in parts
    if unsure:
        parts.remove(asks)
    if changed:
        parts.insert(0, frame["partly" if unread or refused or unsure else "done"])
    if unread:
        words = frame["and"].join(f"“{one}”" for one in unread[:MOST_SAID])
        parts.append(frame["unread"].replace("{words}", words))
    elif unsure:
        parts.append(asks)
    if not parts:
        parts.append(_ANSWERS[language]["greeting"])
    if changed and _ANSWERS[language]["export"] not in parts:
        parts.append(frame["export"])
    return space.join(parts)


def report(operation: Any, before: "Timeline", context: "Context") -> str:
    """What an operation has changed, as the two timelines show it."""
    counted = _COUNTED[context.language].get(type(operation), "")
    text = _filled(counted, context.facts, context) + describe(
        before, context.timeline, context.language
    )
    frame = _FRAME[context.language]
    extra = [frame[key] for key in _NOTED if key in context.facts]
    return text + "".join(_filled(one, context.facts, context) for one in extra)


def nothing_to_do(step: "Understood", context: "Context") -> str:
    """Why an operation that was carried out changed nothing."""
    known = _NOTHING[context.language].get(type(step.operation))
    return known or _OTHERWISE[context.language].replace("{words}", step.words)


def notes(context: "Context") -> list[str]:
    """A sentence about each way in which clips do not look as they were recorded."""
    return [
        _filled(_FRAME[context.language][key], {key: names, "fps": context.timeline.meta.get("fps")},
                context)
        for key, names in context.notes.items()
        if names
    ]  # fmt: skip


def refusal(error: Exception, step: "Understood", context: "Context") -> str:
    """One sentence about why an operation was not carried out."""
    sentence = _REFUSED[context.language].get(getattr(error, "reason", ""), "{error}")
    text = _filled(sentence, {"error": error} | getattr(error, "facts", {}), context)
    return f"“{step.words}”: {text}" if step.words else text


def answer(operation: op.Answer, context: "Context") -> str:
    """The answer to a question."""
    timeline = context.timeline
    facts = {"duration": timeline.duration, "segments": len(timeline.main) + len(timeline.layers)}
    return _filled(_ANSWERS[context.language][operation.topic], facts, context)


def _filled(sentence: str, facts: dict[str, Any], context: "Context") -> str:
    for key, value in facts.items():
        if "{" + key + "}" in sentence:
            sentence = sentence.replace("{" + key + "}", _shown(key, value, context.language))
    return sentence


def _shown(key: str, value: Any, language: str) -> str:
    if key in _TIMES and isinstance(value, int):
        return f"{value / 1000:g}" + (" s" if language == "en" else "秒")
    if key == "cues" and language == "en":
        return f"{value} caption" if value == 1 else f"{value} captions"
    if isinstance(value, list):
        return _FRAME[language]["and"].join(f"“{one}”" for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
