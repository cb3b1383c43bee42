"""What a message has changed without a word of it: the sound for "red, and up until 12 s", where "up" is
said of the title. Each property, and the words of which one is there whenever it is to change."""

import re
from collections.abc import Iterator, Mapping

from mock_server.agent.lexicon.slips import spelled
from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_SIZE = words(
    r"big|small|large|size|tiny|huge|scale|shrink|enlarg|grow|half|twice|double|%|percent|times|\bx\b"
    r"|wide|width|pt\b|points?\b|px|full|fill|quarter|third|corner",
    "[号大小缩放倍半满宽]",
)
_FADE = words(
    r"fad|gradual|eas|dissol|blend|smooth|appear|soft|ramp|trail|dwindl|black|dark", "[淡渐隐弱黑]"
)
_COLOR = words(
    r"red|blue|green|yellow|white|black|orange|pink|purple|violet|gold|gr[ae]y|colou?r|cyan|magenta|teal"
    r"|#|silver|brown|beige|turquoise|match",
    "[红蓝绿黄白黑橙粉紫金灰色青棕]",
)
_OF_A_LAYER: Mapping[str, Regex] = {
    "color": _COLOR,
    "size": _SIZE,
    "scale": _SIZE,
    "pos": words(
        r"top|bottom|left|right|cent(?:er|re)|middle|corner|above|below|under|low|high|mov|place|side|pos"
        r"|edge|where|\bup|down|across|over",
        "[上下左右中顶底角边位央移]",
    ),
    "opacity": words(
        r"opa|transp|faint|dim|see|transluc|%|percent|visib|subtle|fad|half|solid|light|ghost|water",
        "[透淡%隐明显]",
    ),
    "style": words(r"bold|ital|style|heav|weight|thick|regular|normal|light|plain", "[粗斜体正细]"),
    "background": words(
        r"back|box|behind|bar|plate|band|banner|label|panel|bubble|on (?:an? )?\w+", "[底背框]"
    ),
    "outline": words(r"outlin|strok|border|edge|contour", "[描边框廓]"),
    "shadow": words(r"shadow", "[阴影投]"),
}
_OF_A_CLIP: Mapping[str, Regex] = {
    "vol": words(
        r"volum|\bvol\b|loud|quiet|soft|level|mut|silen|sound|audio|hear|noise|speech|spoken|voice|dB|talk"
        r"|replac|boost|under|duck|lower|raise|bleep|beep|cover|hush|original|speaker",
        r"\b(?:turn|bring|crank|pump|dial|tone|take|push)\w*\b.*\b(?:up|down)\b",
        "[音声静响轻吵噪嗓听配原哑]|分贝",
    ),
    "speed": words(
        r"speed|fast|slow|quick|\d ?x\b|\bx ?\d|laps|double|half|twice|rapid|tempo|pace|rate|long|short"
        r"|last"
        r"|total|length|times|motion|normal|second|minute|fit|backward|revers",
        "[速快慢倍秒倒]|时长|分钟|原来|正常",
    ),
    "reverse": words(r"revers|back|forward|rewind|end", "[倒反正]"),
    "rotate": words(
        r"rotat|turn|degree|°|clockwise|upside|sideways|portrait|landscape|uprigh|flip"
        r"|tilt", "[转度倒竖横翻歪正]"
    ),
    "color": words(
        r"colou?r|warm|cool|sepia|vintage|vivid|vibran|cinema|black|white|\bb&?w\b|gr[ae]y|mono|satur"
        r"|look|filter"
        r"|film|retro|old|cold|grad|mood|tone|pop|bright|dark|faded|strength|intens|strong|subtle|%"
        r"|percent",
        "[色暖冷鲜调亮暗老艳褐浓淡]|复古|怀旧|黑白|电影|滤镜|胶片",
    ),
    "fade_in": _FADE,
    "fade_out": _FADE,
}  # fmt: skip
# What leaves to the message before it what is changed.
_LEANS = words(
    r"\b(?:too|as well)(?=\W*(?:\Z|[,;.]|(?:and|for|at|by|to|from|over|but|please)\b))"
    r"|\b(?:undo|redo|revert|same|also|instead|meant|mean|sorry|once more|again|back|other|no"
    r"|latter|former|wait|make that|actually|rather|like|restore|reset|everything|it all)\b",
    "[撤也样错不恢还同再改]|算了",
)
_SHORTEST = 5  # words, or Han characters: who says less leans on what was said before


def _changes_what_is_not_named(plain: str, edit: Edit) -> bool:
    """ "The title should be red, and up until second 12", and the video is louder."""
    plain = spelled(plain)
    if _LEANS.search(plain) or len(re.findall(r"\w+|[\u4e00-\u9fff]", plain)) < _SHORTEST:
        return False
    return any(not said.search(plain) for said in _asked_for(edit))


def _asked_for(edit: Edit) -> Iterator[Regex]:
    """The words for each property that something has otherwise than it had."""
    for was, now in edit.altered:
        yield from (said for key, said in _OF_A_LAYER.items() if differs(was, now, key))
    for key, said in _OF_A_CLIP.items():
        had, has = (
            {repr(one[key]) for one in side[0] if key in one} for side in (edit.before, edit.after)
        )
        shorter = key.startswith("fade") and edit.ends[1] < edit.ends[0]  # so a fade may be
        gone = had and not has and len(edit.before[0]) == len(edit.after[0])
        gone = gone and edit.ends[0] <= edit.ends[1]  # a part that was cut had it
        if (has - had or gone) and not shorter:
            yield said


CHECKS = (_changes_what_is_not_named,)
