"""One verb that takes away two things, said of each of them: "取消标题的淡入和音乐的淡出", "remove the
title and 10 to 15 s of the video". Said of a message before its values are read."""

from mock_server.agent.values.rules import Rules, plainly

_END = r"(?=[ ,.!。]*(?:\n|\Z))"
_GO = "(取消|去掉|去除|删除|删掉|移除|拿掉|撤掉)"
_AND = "(?:,?(?:和|以及|还有|及|并)|、|与|跟)"
_LAYER = "(?:标题|字幕|人名条|logo|水印|贴图|背景音乐|音乐|配乐|旁白|配音|音效)"
_OF = f"({_LAYER}|视频|画面|片尾|<:text>|<:file>)"
_FADE = "(淡[入出])(?:效果)?"
_TIME = "(?:[0-9.]+|[一二两三四五六七八九十]+) ?秒钟?"
_PART = rf"(?:最?[前后]{_TIME}|第?[0-9.]+ ?秒?[到至-]第?[0-9.]+ ?秒)"
_SOUND = "(?:声音|音频|原声)"
_PICTURE = "(?:画面|视频|影像|图像)"
_BOTH = f"(?:{_PICTURE}{_AND}{_SOUND}|{_SOUND}{_AND}{_PICTURE})"
_CUTS = "(删除|删掉|去掉|剪掉|剪去|删去|移除|去除|裁掉)"
_REMOVE = r"\b(remove|delete|drop|lose|get rid of|take out|cancel|clear)"
_OWNED = r"the (?:title|caption|music|song|logo|watermark|voice-?over|overlay)"
_FADES = r"fade[- ]?(?:in|out)"
_SEEN_AND_HEARD = (
    r"(?:(?:picture|video|image|footage) and (?:the )?(?:sound|audio)|(?:sound|audio) and (?:the"
    r" )?(?:picture|video|image|footage))"
)
_RULES: Rules[str] = Rules(
    (
        # --- fades
        (rf"{_GO}{_OF}的?{_FADE}{_AND}{_OF}的?{_FADE}", r"\1\2的\3,\1\4的\5"),
        (rf"{_GO}{_OF}{_AND}{_OF}的{_FADE}", r"\1\2的\4,\1\3的\4"),
        (rf"{_GO}(转场)(?:效果)?{_AND}(淡[入出]){_END}", r"\1\2,\1\3"),
        (rf"{_GO}(淡[入出])(?:效果)?{_AND}(转场)(?:效果)?{_END}", r"\1\2,\1\3"),
        (
            rf"{_REMOVE} ({_OWNED}(?:'s)? {_FADES}) and ({_OWNED}(?:'s)? {_FADES}){_END}",
            r"\1 \2, and \1 \3",
        ),
        (
            rf"{_REMOVE} the ({_FADES}) (?:of|from|on) ({_OWNED}) and the ({_FADES}) (?:of|from"
            rf"|on) ({_OWNED})"
            rf"{_END}",
            r"\1 \3's \2, and \1 \5's \4",
        ),
        (
            rf"{_REMOVE} (the transitions?) and (the {_FADES}){_END}",
            r"\1 \2, and \1 \3",
        ),
        # --- the picture with its sound
        (rf"{_CUTS}([^,。;]{{1,18}}?)的{_BOTH}{_END}", r"\1\2"),
        (rf"[把将]([^,。;]{{1,18}}?)的{_BOTH}(?:都|全|一起|一并|全部)*{_CUTS}{_END}", r"把\1\2"),
        (
            rf"\b(?:remove|delete|cut|drop) (?:both )?(?:the )?{_SEEN_AND_HEARD} (?:from|between|of|in"
            rf"|for|during) (?=(?:the )?(?:first|last|final) |[0-9])",
            "cut ",
        ),
        # --- a layer, and a part of the video
        (
            rf"{_CUTS}({_LAYER}|<:text>){_AND}(?={_PART}的?(?:那段)?(?:画面|视频|片段|内容|部分){_END})",
            r"\1\2,\1",
        ),
        (
            rf"{_REMOVE} ({_OWNED}) and (?:also )?((?:the (?:first|last) )?[0-9][^,.;]{{0,24}}?) of the"
            rf" (?:video|footage|picture){_END}",
            r"\1 \2, and cut \3",
        ),
    )
)  # fmt: skip


def each_with_its_verb(text: str) -> str:
    """`text` in which each thing that is to go has a verb of its own."""
    return _RULES.apply(text, plainly)
