"""Messages that lean on the music that was put in: "quieter, like 20%", "音量调到30%", "rather piano"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.named_by_draft import There

_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好|就够)*[ .!。]*\Z"
PUT_IN = Regex(
    r"音乐|配乐|bgm|[钢爵摇轻].{0,3}[曲乐]|\.(?:mp3|wav|m4a)|\bmusic\b|\bsong\b|\bjazz\b|\blo-?fi\b",
    re.IGNORECASE,
)
_SECONDS_ZH = r"[0-9一二两三四五六七八九十半]+ ?秒"
_LEVEL_ZH = (
    r"(?:再)?(?:音量|声音)(?:再)?(?:调到|设为|设成|降到|调成|改成|小一点|大一点|太大了?,调小一点"
    r"|太小了?,调大一点)(?:[0-9]+%|[一二三四五六七八九]成)?"
)
_FADE_ZH = rf"(?:最后|结尾|开头)?(?:再)?(?:加)?(?:{_SECONDS_ZH})?(?:的)?淡[入出](?:{_SECONDS_ZH})?(?:音乐)?"
_STYLES_ZH = {
    "爵士": "爵士乐",
    "钢琴": "钢琴曲",
    "摇滚": "摇滚乐",
    "古典": "古典音乐",
    "轻音乐": "轻音乐",
}
Turn = Callable[[re.Match[str], Values, There], str | None]


def _of_the_music(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "音量调到30%", behind a message that put in the music."""
    if "music" not in there.roles or not PUT_IN.search(there.last):
        return None
    return ",".join(
        f"音乐{part.removeprefix('再')}" for part in found[0].rstrip(" .。!").split(",")
    )


def _of_the_music_en(found: re.Match[str], _: Values, there: There) -> str | None:
    if "music" not in there.roles or not PUT_IN.search(there.last):
        return None
    return f"set the music volume to {found[1]}"


def _music_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "只要前20秒有就行", behind a message that put in the music."""
    return f"音乐只在{found[1]}" if there.only == "music" and PUT_IN.search(there.last) else None


def _other_style(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Rather piano", behind "add jazz"."""
    so = [*there.roles].count("music") == 1 and PUT_IN.search(there.last)
    return f"replace the music with {found[1]}" if so else None


def _style_instead(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Not jazz. Piano instead", where the music is jazz, or "不要爵士，换成钢琴"."""
    return f"replace the music with {found[1]}" if [*there.roles].count("music") == 1 else None


def _other_style_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    style = _STYLES_ZH.get(found[1], found[1])
    return f"把音乐换成{style}" if [*there.roles].count("music") == 1 else None


_TURNS: tuple[tuple[str, Turn], ...] = (
    (rf"\A{_LEVEL_ZH}(?:,{_FADE_ZH})?{_STOP}|\A{_FADE_ZH}{_STOP}", _of_the_music),
    (
        r"\A(?:a bit |a little |much )?(?:quieter|louder|softer),? (?:like|to|say"
        r"|at)? ?([0-9]{1,3} ?%)(?: please)?"
        rf"{_END}",
        _of_the_music_en,
    ),
    (rf"\A只要(前[0-9一二三四五六七八九十]+秒)有(?:音乐)?{_STOP}", _music_only),
    (
        rf"\A(?:rather|better|no,? rather) (jazz|rock|lo-?fi|piano|pop|ambient|classical|techno"
        rf"|folk)(?: please)?{_END}",
        _other_style,
    ),
    (
        rf"\Anot (?:jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk)[.,;:] (?:but )?(jazz|rock"
        rf"|lo-?fi|piano|pop|ambient|classical"
        rf"|techno|folk)(?: instead)?{_END}",
        _style_instead,
    ),
    (
        rf"\A不要(?:爵士|钢琴|摇滚|古典|轻音乐)(?:乐|曲)?,(?:要|换成|改成)(爵士|钢琴|摇滚|古典"
        rf"|轻音乐)(?:乐|曲)?{_STOP}",
        _other_style_zh,
    ),
)


def leaning_on_music(text: str, values: Values, there: There) -> str:
    """A message that names the music; the same where it may be about something else."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
