"""Turns of phrase about what is heard: "back to its normal volume", "let a ding ring at 29 s", "piano
instead of that song". Said of a message before its values are read."""

import re
from collections.abc import Sequence
from functools import partial

from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.values.files import is_sound
from mock_server.agent.values.placeholders import Values, marks, pattern
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.shown import Shown

_TIME = r"(?:[0-9.]+|[a-z]+(?:[ -][a-z]+)?) ?(?:seconds?|secs?|s)\b"
_TIME_ZH = "(?:半|[0-9.]+|[一二两三四五六七八九十]+) ?秒钟?"
_END = r"(?=[ ,.!]*(?:\n|\Z))"
_END_ZH = r"(?=[ ,。.!]*(?:\n|\Z))"
_SHARES = {"half": "50%", "third": "33.3333%", "quarter": "25%", "fifth": "20%", "tenth": "10%"}
_RULES: Rules[Replacement] = Rules(
    (
        # --- how loud, and how it comes and goes
        (
            r"\b(?:let|have) (an? [a-z]+) (?:ring(?: out)?|sound|chime|be heard|go off) (?=at |from )",
            r"add \1 ",
        ),
        (r"\b(should|must|has to|needs to) sit at\b", r"\1 be at"),
        (
            r"\b(?:put|bring|set|return|take|turn|reset|restore) (?:the )?music (?:back )?(?:to|at)"
            r" (?:its|the|a)? ?(?:normal|original|usual|default|full) (?:volume|level|loudness)\b",
            "set the volume of the music to 100%",
        ),
        (r"音乐(?:的)?(?:音量)?(?:恢复|调回|回|还原|变回|改回)(?:到|成|为|至)?(?:正常|原来的?"
         r"|原本的?|原始|默认)"
            rf"(?:的)?(?:音量|大小|水平){_END_ZH}", "音乐音量设为100%"),
        (
            r"\b(at|to) (?:a|one) (half|third|quarter|fifth|tenth) of (?:its|the) (?:original|full|normal)"
            r" (?:level|volume|loudness)\b",
            lambda found: f"{found[1]} {_SHARES[found[2].lower()]}",
        ),
        (
            r"\blet (?:the (?:song|music)|it) (?:come|ease|creep) in (?:slowly |gently |gradually )?"
            rf"(over {_TIME})(?:,? (?:and )?not (?:suddenly|at once|abruptly|all at once))?{_END}",
            r"fade the music in \1",
        ),
        (
            rf"\A ?(?:the )?music fades:? ({_TIME}) in(?:,| and) ({_TIME}) out{_END}",
            r"fade the music in over \1 and out over \2",
        ),
        (
            r"\b(?:somebody|someone|he|she|the (?:speaker|guest|host)) (?:swears|curses)(?: badly)?"
            r" ((?:from|between) [^,;]+?)[,;.] (?:please )?"
            r"(?:(?:bleep|beep)(?: out)? (?:that|it|this)(?: out)?"
            rf"|(?:cover|mask|hide|drown) (?:that|it|this) (?:out |up )?with an? (?:bleep|beep)){_END}",
            r"bleep out the sound \1",
        ),
        (
            r"去掉(?:视频的?)?(?:原声|原音),?(?:全程|整段|全片|整个视频)?(?:都)?(?:换成|改成|改用|换上"
            r"|改为) ?(<:file>)",
            r"用\1替换原声",
        ),
        (
            rf"画面(?:和|与|跟)音乐(?:都|一起|同时|一同)+在最后的?({_TIME_ZH})内?淡出",
            r"画面淡出\1,音乐淡出\1",
        ),
        (
            r"(音乐|配乐|歌)在?(?:结尾|最后|末尾)处?(?:慢慢|逐渐|渐渐|缓缓)地?(?:消失|变小|变弱|退去)",
            r"\1结尾淡出",
        ),
        (
            r"\b(music (?:behind|under|beneath|below|over) (?:the )?(?:whole|entire"
            r"|full) video),? as (?:a |the )?"
            r"background(?: music)?\b",
            r"\1",
        ),
        (
            r",? (?:and )?(?:with )?(?:the |its )?(?:level|volume) (?:dropping|drops|going down|goes down"
            r"|lowered|falling"
            r"|falls|dipping|dips|reduced) (?:when(?:ever)?|while|as soon as) (?:people|someone|anyone"
            r"|somebody|anybody"
            r"|the speaker|they) (?:talks?|speaks?|(?:is|are) (?:speaking|talking))\b",
            ", ducked under the speech",
        ),
        (
            rf"\b(?:at|from) ({_TIME}),? and (?:let|have|keep) it (?:run|play|go|go on|continue|carry on"
            rf"|last|going|playing"
            r"|running)(?: on)? (?:to|until|till) the (?:very )?end\b",
            r"from \1 to the end",
        ),
        (
            r"\b(?:clean up|tidy up|clear up|improve) (the [a-z' ]*?(?:sound|audio)) by (?:taking out"
            r"|removing"
            r"|getting rid of|filtering out|eliminating) (?:the |any |all )?background noise\b",
            r"remove the background noise from \1",
        ),
        (
            r"\bfree (the [a-z' ]*?(?:sound|audio)) (?:from|of) (?:the |any |all )?background noise\b",
            r"remove the background noise from \1",
        ),
        (
            r"(音乐[^。;\n]*),并在(末尾|结尾|最后)处?(?=淡出|渐出)",
            r"\1,\2",
        ),
        (r"\b(?:turn|switch) (the (?:[a-z']+ )?(?:sound|audio)(?: of the (?:video"
        r"|clip))?) (?:back )?on(?: again)?"
            rf"{_END}", r"unmute \1"),
        # --- another music
        (
            r"\buse (?:some )?([a-z-]+(?: [a-z-]+)?) music in (?:its|the song's) place",
            r"replace the music with \1 music",
        ),
        (r"\btry ([a-z-]+)(?: music)? instead of (?:that|this|the) (?:song|music|track)\b",
            r"replace the music with \1 music"),
        (r"换成([\u4e00-\u9fff]{1,3})曲(?=[ ,。.!吧]*(?:\n|\Z))", r"换成\1音乐"),
        (
            r"\A ?(?:i am|i'm|we are|we're) (?:tired|sick|bored) of (?:this|that|the)"
            r" (?:song|music|track)[;,.] ",
            "",
        ),
        (r"\A ?这[首段](?:歌|音乐|曲子)(?:听腻了|不好听|太吵了?),", "音乐"),
        (
            r"\b(?:lose|drop|remove|ditch|delete|get rid of|take out) the (?:song|music|track),? and"
            r" (?:use|play|put in|add|try|have) (?:some )?([a-z-]+(?: [a-z-]+)?) music instead\b",
            r"replace the music with \1 music",
        ),
    )
)  # fmt: skip
# What is said of music where there is none can only be of a new one.
_OF_NEW_MUSIC = pattern(r"\b(?:start|begin|kick off) (?:the )?(?=<:text> (?:background )?music\b)")
_FADES_A_FILE = pattern(
    r"\bfade (in|out) (<:file>) (?:for|over) (?=(?:[0-9.]+|[a-z]+) ?(?:seconds?|secs?|s)\b(?! and the))"
)
# "Add a "whoosh" effect at 6.5 s": of the effects that have such a name it is one that is heard.
_EFFECT = pattern(r"\b(an?|the) (<:text>) (?:effect\b(?! of)|(?=(?:at|from|over|between)\b))")
# "Add song.mp3 at 0.2" is a level: nothing begins at a fifth of a second.
_AT_LEVEL = pattern(
    r"(<:file>|\b(?:music|song|jazz|rock|piano|lo-?fi)) at (0?\.[0-9]+)(?= ?(?:[,;]|\.?(?:\s|\Z)|and\b))"
)


def sound_turns(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """`text` in other words."""
    text = _EFFECT.sub(partial(_heard, values), text)
    text = _AT_LEVEL.sub(partial(_level, values), text)
    if all(one.role != "music" for one in shown):
        text = _OF_NEW_MUSIC.sub("add ", text)
        text = _FADES_A_FILE.sub(partial(_added, values), text)
    return _RULES.apply(text, plainly)


def _added(values: Values, match: re.Match[str]) -> str:
    (number,) = marks(match[2], "file")
    return (
        f"add {match[2]}, fading {match[1]} over " if is_sound(values.items[number]) else match[0]
    )


def _level(values: Values, match: re.Match[str]) -> str:
    files = marks(match[1], "file")
    heard = not files or is_sound(values.items[files[0]])
    return f"{match[1]} at volume {match[2]}" if heard else match[0]


def _heard(values: Values, match: re.Match[str]) -> str:
    (number,) = marks(match[2], "text")
    said = str(values.items[number]).lower()
    return f"{match[1]} {match[2]} sound effect " if "sfx" in phrases().get(said, {}) else match[0]
