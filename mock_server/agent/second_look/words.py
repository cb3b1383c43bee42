"""Words that more than one check asks for."""

import re
from collections.abc import Mapping

from mock_server.agent.values.lazily import Regex


def words(*alternatives: str) -> Regex:
    return Regex("|".join(alternatives), re.IGNORECASE | re.ASCII)


DIGITS_ZH = "零一二三四五六七八九"  # each at its value
CLAUSE = Regex(r"[,，、。;；!！?？\n]|\.(?=\s|\Z)|\b(?:and|then)\b|然后|接着")
LAYERS: Mapping[str, Regex] = {
    "music": words(
        r"\b(?:music|song|bgm|(?<!own )(?<!original )(?<!built-in )soundtrack|tune)\b",
        "音乐|配乐|歌曲",
    ),
    "title": words(r"\b(?<!job )(?<!third )(?<!name )titles?\b", "标题"),
    "caption": words(
        r"\b(?<!third )(?<!name )(?:captions?|subtitles?|subs)\b",
        "(?<!三分之一)(?<!人名)(?<!人物)(?<!姓名)(?<!身份)字幕",
    ),
    "lower-third": words(r"\b(?:lower[- ]thirds?|name ?tags?)\b", "人名条"),
    "overlay": words(r"\b(?:logo|watermark)\b", "水印|贴图"),
    "voiceover": words(r"\b(?:voice-?overs?|narration)\b", "旁白|配音(?![乐效])"),
}
# "Show the logo and play the music only until 30 s" limits both.
BOTH_ONLY = words(r"\band\b[^.,;]*\b(?:only|just|alone)\b", "[和并][^,，。;；]*[只仅]")
AT_ONCE = words(r"\b(?:at the same time|simultaneously|meanwhile)\b", "同时")
# Something else was meant, or something stays: what is named may be as it was.
PUT_RIGHT = words(
    r"\b(?:no|not|nor|neither|never|none|nothing|without|instead|rather|actually|sorry|wait|oops|except"
    r"|but|only"
    r"|apart|keep|keeps|leave|leaving|stays?|remains?|mean|meant|scratch|forget|undo|back|original"
    r"|again|mistake|wrong"
    r"|make that|make it (?=\d)|er|uh|um|hm+|than|if|too|as|same|while|when(?:ever)?)\b|n't\b",
    r"\b100 ?(?:%|percent)|\b1(?:\.0)?x\b",  # as it is without a value
    r"[不别没勿免还错哦嗯呃]|有点|有些|过于|保[持留]|等等|恢复|取消|撤|就够|原[来样]|只|除了|算了|如果"
    r"|要是|太|反",
)
