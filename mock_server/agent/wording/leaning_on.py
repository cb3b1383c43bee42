"""Messages that lean on the one before, or on the one thing that is there: "and only for the first ten
seconds", "音量调到30%" behind the music, "the former in red"."""

import re
from dataclasses import replace

from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.wording.leaning_on_it import only_changes
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.named_by_draft import NAMES, NAMES_ZH, There

_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好|就够)*[ .!。]*\Z"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom)"
_TEXTS = {"title": "标题", "caption": "字幕"}
_SHOWN = {"overlay": "logo", "title": "title", "caption": "caption"}
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"


def _how_strong(found: re.Match[str], _: Values, there: There) -> str | None:
    one = there.looks[0] if there.looks and len({*there.looks}) == 1 else ""
    level = next((group for group in found.groups() if group), "50%")
    return f"make it {one} at {level}" if one else None


def _shown_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "and only for the first 10 seconds", behind a message about the one picture that is there."""
    changed = only_changes(there) and not found[0].lower().startswith("and ")
    name = "" if changed else _SHOWN.get(there.only)  # what was changed may be so at that part
    return f"show the {name} only for {found[1]}" if name else None


def _moved_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _SHOWN.get(there.only)
    return f"move the {name} to the {found[1]}" if name else None


def _fixed_only(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"change the {there.only} to {found[1]}" if there.only in _TEXTS else None


def _retimed_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = _SHOWN.get(there.only)
    return f"move the {name} to {found[1]} seconds" if name else None


def _lasting_only(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Let it stay on screen until 12 seconds", where "it" is no video."""
    name = _SHOWN.get(there.only)
    return f"make the {name} last until {found[1]}" if name else None


def _recolored_only(found: re.Match[str], _: Values, there: There) -> str | None:
    name = there.only if there.only in _TEXTS else ""
    return f"make the {name} {found[1]}" if name else None


def _both_removed(found: re.Match[str], _: Values, there: There) -> str | None:
    names = {**NAMES_ZH} if HAN.search(found[0]) else {**NAMES}
    kinds = [*there.roles]
    if len(kinds) != 2 or kinds[0] == kinds[1] or not {*kinds} <= names.keys():
        return None
    one, other = (names[kind] for kind in kinds)
    return f"删掉{one}和{other}" if HAN.search(found[0]) else f"remove the {one} and the {other}"


def _one_of_two(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "The former in red", of two of which the message before spoke."""
    at = [there.last.find(text) if text else -1 for text in there.texts]
    if (
        len(there.roles) != 2
        or len({*there.roles}) > 1
        or max(at) < 0
        or not {*there.roles} <= {*_TEXTS}
    ):
        return None
    # Where only one is spoken of, the other was before: that is the former.
    in_order = at[0] <= at[1] if min(at) >= 0 else at[1] >= 0
    first = in_order == (found[1].lower() == "former")
    name = f"the {'first' if first else 'second'} {there.roles[0]}"
    return f"move {name} to the {found[3]}" if found[3] else f"make {name} {found[2]}"


def _other_side(found: re.Match[str], _: Values, there: There) -> str | None:
    at = there.places[0] if there.only == "overlay" else ""
    if found[1] and found[1].lower() != at.split("-")[0]:
        return None
    sides = {"left": "right", "right": "left"}
    up, _dash, side = at.rpartition("-")
    return f"move the logo to the {up} {sides[side]}" if side in sides and up else None


def _longer_fade(found: re.Match[str], _: Values, there: There) -> str | None:
    way = re.search(r"\bfade (?:to black|(in|out))", there.last, re.IGNORECASE)
    of_layer = re.search(r"music|song|title|caption|logo", there.last, re.IGNORECASE)
    return f"fade {way[1] or 'out'} over {found[1]}" if way and not of_layer else None


def _until_the_end(found: re.Match[str], _: Values, there: There) -> str | None:
    return (
        f"{NAMES_ZH[there.only]}显示到结尾"
        if there.only in ("overlay", "title", "caption")
        else None
    )


def _typo(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"change the {there.only} to {found[1]}" if there.only in _TEXTS else None


def _stays_longer(found: re.Match[str], _: Values, there: There) -> str | None:
    role = {"标题": "title", "字幕": "caption"}[found[1]]
    return f"{found[1]}显示到{found[2]}" if [*there.roles].count(role) == 1 else None


def _sound_back(_: re.Match[str], __: Values, there: There) -> str | None:
    return "取消静音" if "music" not in there.roles else None


def _voice(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "The voice", where nobody else is heard."""
    return None if "voiceover" in there.roles else f"{found[1]}my voice{found[2]}"


def _sized_only(found: re.Match[str], _: Values, there: There) -> str | None:
    share = round(float(found[1] or found[2]) * 100)
    if there.only != "overlay":
        return None
    return f"logo大小调到{share}%" if HAN.search(found[0]) else f"scale the logo to {share}%"


def _longer_fade_it(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Make that four", behind a fade of the picture."""
    way = re.search(r"\bfade (?:to black|(in|out))", there.last, re.IGNORECASE)
    of_layer = re.search(r"music|song|title|caption|logo", there.last, re.IGNORECASE)
    two = len(re.findall(r"\bfade|\band (?:in|out)\b", there.last, re.IGNORECASE)) != 1
    return (
        f"make the fade {way[1] or 'out'} {found[1]} seconds"
        if way and not of_layer and not two
        else None
    )


def _other_title(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Delete the title that doesn't say "Hi"", of two."""
    text = str(values.items[index(found[2] or found[4])])
    titles = [one for role, one in zip(there.roles, there.texts, strict=False) if role == "title"]
    if len(titles) != 2 or titles.count(text) != 1:
        return None
    which = titles.index(text) == 0
    return (
        f"删除第{'二' if which else '一'}个标题"
        if HAN.search(found[0])
        else f"delete the {'second' if which else 'first'} title"
    )


def _other_clip(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Mute the first clip and speed up the other one", of two."""
    if len(there.clips) != 2:
        return None
    if HAN.search(found[0]):
        return f"{found[4]}第{'二' if found[5] == '一' else '一'}段{found[6]}"
    return f"{found[1]}the {'second' if found[2].lower() == 'first' else 'first'} clip{found[3]}"


def _backed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "And a black background behind it", behind a message about the one text that is there."""
    return f"give the {there.only} {found[1]}" if there.only in _TEXTS else None


def _not_that_look(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"make it {found[1]}" if there.looks and any(there.looks) else None


def _as_much_at_the_end(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Same amount at the end too", behind a cut of the first seconds."""
    told = re.search(r"\bthe first ([a-z0-9-]+) ?(?:seconds|secs|s)\b", there.last, re.IGNORECASE)
    return (
        f"cut the last {told[1]} seconds"
        if told and re.search(r"\b(?:cut|trim|remove|drop)\b", there.last, re.I)
        else None
    )


def _other_place(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Other side, same height", of a logo in a corner."""
    up, _dash, side = (there.places[0] if there.only == "overlay" else "").rpartition("-")
    sides = {"left": "right", "right": "left"}
    if (
        side not in sides
        or not up
        or (found[1] and found[1] != {"left": "左", "right": "右"}[sides[side]])
    ):
        return None
    corner = {"top": "上", "bottom": "下"}
    zh = {"left": "左", "right": "右"}
    return (
        f"logo移到{zh[sides[side]]}{corner[up]}角"
        if HAN.search(found[0])
        else f"move the logo to the {up} {sides[side]}"
    )


_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        r"\A(?:(?:please )?(?:reduce|lower|set|turn down|raise|change) its strength (?:to"
        r"|by) ([0-9]{1,3} ?%)"
        rf"|only (?:half as strong|at ([0-9]{{1,3}} ?%))){_END}",
        _how_strong,
    ),
    (
        rf"\A(?:and |but )?only (?:for|during|in) (the (?:first|last) [a-z0-9.]+ ?(?:seconds|secs"
        rf"|s)){_END}",
        _shown_only,
    ),
    (
        rf"\A(?:(?:actually|no|sorry|rather|hm+|wait)[, ]+)*(?:i would rather have it "
        rf"|i'd rather have it |(?:put|move) it )?"
        rf"(?:in |at |to )?(?:the )?({_PLACE})(?: corner)?(?: is better| instead| please)?{_END}",
        _moved_only,
    ),
    (
        r"\A(?:oops|ah|oh|sorry)?[,! ]*(?:there(?:'s| is) a )?typo[!:,.] (?:it should (?:read|say"
        r"|be) )(<:text>) ?"
        rf"{_END}",
        _fixed_only,
    ),
    (
        rf"\A(?:show|put|have) it (?:at|from) ([0-9]+ ?(?:to|-|–) ?[0-9]+)(?: ?(?:seconds|secs"
        rf"|s))? instead{_END}",
        _retimed_only,
    ),
    (
        r"\A(?:please )?(?:let|keep|leave|have) it (?:stay )?(?:on screen|up|visible) (?:until|till|up to)"
        rf" ([0-9:.]+(?: ?(?:seconds|secs|s)\b)?){_END}",
        _lasting_only,
    ),
    (rf"\A({_COLOR}) (?:instead of|rather than) {_COLOR}{_END}", _recolored_only),
    (
        rf"\A(?:remove|delete|drop) (?:both|them both|both of them)(?: again)?{_END}"
        rf"|\A(?:把)?两个都(?:去掉|删掉|不要){_STOP}",
        _both_removed,
    ),
    (
        rf"\A(?:make |put |move )?the (former|latter) (?:should be |goes )?(?:(?:in )?({_COLOR})|(?:at |to "
        rf"|in )?(?:the )?({_PLACE})){_END}",
        _one_of_two,
    ),
    (
        rf"\A(?:the )?other side,? please(?:,? (?:but )?still (?:at the )?(top|bottom))?{_END}"
        rf"|\A(?:the )?other side,? still (?:at the )?(top|bottom){_END}",
        _other_side,
    ),
    (rf"\A(?:longer|shorter|slower|faster), ([0-9.]+ ?(?:seconds|secs|sec|s)){_END}", _longer_fade),
    (
        rf"\A(?:让|把)?它?(?:一直(?:显示|停|放)|显示|停)到(?:视频)?(?:结束|结尾|最后){_STOP}",
        _until_the_end,
    ),
    (rf"\Athere(?:'s| is) a typo[:;,.] it(?:'s| is) (<:text>) ?(?:,[^,.;]{{3,20}})?{_END}", _typo),
    (
        rf"\A(标题|字幕)多留一?会儿?,到第?([0-9一二三四五六七八九十]+秒)(?:再)?(?:消失|结束){_STOP}",
        _stays_longer,
    ),
    (rf"\A(?:把)?声音恢复(?:,(?:黑白|复古|暖色|冷色|颜色)(?:保留|留着|不变))?{_STOP}", _sound_back),
    (
        rf"\A(make |turn )the voice( (?:up|down)?(?:a (?:bit|little) )?(?:louder|quieter|up"
        rf"|down)(?: a (?:bit|little))?){_END}",
        _voice,
    ),
    (
        rf"\A(?:a bit |much )?(?:smaller|bigger),? please: (0?\.[0-9]{{1,2}}){_END}|\A(?:缩小|放大"
        rf"|调)到(0?\.[0-9]{{1,2}}){_STOP}",
        _sized_only,
    ),
    (rf"\Amake (?:that|it) (one|two|three|four|five|six|[0-9.]+){_END}", _longer_fade_it),
    (
        rf"\Adelete the title that (?:doesn't|does not) say (<text>) ?{_END}"
        rf"|\A不是(<text>) ?的那个标题(?:删掉|去掉|删除){_STOP}",
        _other_title,
    ),
    (
        rf"\A(mute the (first|second) clip and [a-z ]{{3,16}}?)the other (?:one"
        rf"|clip)((?: to [0-9.]+x)?){_END}"
        rf"|\A(第([一二])段[^,。;]{{2,8}},)另一段([^,。;]{{2,8}}?){_STOP}",
        _other_clip,
    ),
    (
        rf"\A(?:and )?(an? (?:black|white|red|blue|yellow|green) background)(?: behind"
        rf" it)?(?: please)?{_END}",
        _backed,
    ),
    (
        r"\A(?:not that|not this one|no)[,;.] (?:make it |rather )?(vibrant|vivid|warm|cool|sepia"
        r"|vintage|black and white|cinematic)(?: instead)?(?: please)?"
        rf"{_END}",
        _not_that_look,
    ),
    (
        rf"\A(?:and )?(?:the )?same (?:amount )?at the end(?: too| as well)?{_END}",
        _as_much_at_the_end,
    ),
    (
        rf"\A(?:the )?other side,? (?:but )?(?:at the )?same height{_END}|\A换到([左右])边,高度不变{_STOP}",
        _other_place,
    ),
)


def leaning_on(text: str, values: Values, there: There) -> str:
    """A message that names what it leans on; the same where that is not one thing."""
    if there.gone:  # what is left may not be what is meant
        there = replace(there, roles=())
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
