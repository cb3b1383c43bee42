"""Orders that name by turns what a draft holds, or say what is wrong with it: "the former in red, the
latter in green", "her name is Anna, with two n's", "not so fast: 1.5x will do"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.short_follow_ups import just_shown

_END, _STOP = r"[ .!]*\Z", r"(?:吧|了|就行|就好|就够)*[ .!。]*\Z"
_N = NUMBER
_COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple)"
_COLOR_ZH = "(?:红|黄|蓝|绿|白|黑|橙|粉|紫|灰)色"
_LONG = rf"(?:{_N}) ?秒钟?"
_TEXTS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}
_SEEN = {**_TEXTS, "overlay": "logo"}
_TWO, _THREE = 2, 3
_STAYS = (
    r"(?:(?:can|may|should|is to|must) )?(?:stays?|remains?|be left|keeps?)(?: (?:as (?:it )?is|the same"
    rf"|unchanged|(?P<as_now>{_COLOR})))?"
)

_Turn = Callable[[re.Match[str], Values, There], str | None]


def _two(there: There) -> tuple[str, str] | None:
    """How the one of two texts of a kind is called, of which the last message spoke first, and the other;
    none where there are not two."""
    if len(there.roles) != _TWO or len({*there.roles}) > 1 or there.roles[0] not in _TEXTS:
        return None
    at = [there.last.find(text) if text else -1 for text in there.texts]
    return ("first", "second") if min(at) < 0 or at[0] <= at[1] else ("second", "first")


def _each_colored(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    role = there.roles[0].replace("-", " ") if two else ""
    return (
        f"make the {two[0]} {role} {found[1]} and the {two[1]} {role} {found[2]}" if two else None
    )


def _each_moved(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    role = there.roles[0].replace("-", " ") if two else ""
    return (
        f"move the {two[0]} {role} to the {found[1]} and the {two[1]} {role} to the {found[2]}"
        if two
        else None
    )


def _one_colored(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    which = found[1].lower() if found[1] else ""
    if (
        two is None
        or which == found[3].lower()
        or found[2].lower() == (found["as_now"] or "").lower()
    ):
        return None
    return f"make the {which} {there.roles[0].replace('-', ' ')} {found[2]}"


_FIRST, _SECOND = "(?:前者|前一个|前面那个)", "(?:后者|后一个|后面那个)"
_NTH_ZH = {"first": "第一个", "second": "第二个"}


def _each_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    if two is None:
        return None
    noun = _TEXTS[there.roles[0]]
    verb = "改成" if found[1].endswith("色") else "移到"
    one, other = (
        f"把{_NTH_ZH[which]}{noun}{verb}{what}"
        for which, what in zip(two, found.groups(), strict=True)
    )
    return f"{one},{other}"


def _one_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    if two is None:
        return None
    which = two[0] if found[1] in ("前者", "前一个", "前面那个") else two[1]
    verb = "改成" if found[2].endswith("色") else "移到"
    return f"把{_NTH_ZH[which]}{_TEXTS[there.roles[0]]}{verb}{found[2]}"


def _one_removed_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    two = _two(there)
    if two is None:
        return None
    first = (found[1] or found[2]) in ("前者", "前一个", "前面那个")
    return f"删掉{_NTH_ZH[two[0] if first else two[1]]}{_TEXTS[there.roles[0]]}"


def _middle(found: re.Match[str], _: Values, there: There) -> str | None:
    """The middle one of three."""
    roles = [role for role in there.roles if role == found[2].lower()]
    three = len(roles) == _THREE or (found[2] == "clip" and len(there.clips) == _THREE)
    return f"{found[1]}the second {found[2]}{found[3]}" if three else None


def _middle_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    role = next(role for role, name in _TEXTS.items() if name == found[2])
    three = [*there.roles].count(role) == _THREE
    return f"{found[1]}第二个{found[2]}{found[3]}" if three else None


def _name(found: re.Match[str], _: Values, there: There) -> str | None:
    name = found[1] or found[2]
    if there.roles.count("lower-third") != 1 or not name:
        return None
    old = there.texts[[*there.roles].index("lower-third")]
    return f"change “{old}” to “{name}”" if _alike(old, name) else None


def _alike(old: str, name: str) -> bool:
    """Whether one may be the other, misspelt: all but two letters at most are in both, in order."""
    rest = iter(old.lower())
    shared = sum(letter in rest for letter in name.lower() if letter in old.lower())
    return (
        old != name
        and old[:1].lower() == name[:1].lower()
        and shared >= max(len(old), len(name)) - _TWO
    )


def _another_word(found: re.Match[str], _: Values, there: There) -> str | None:
    one = len(there.roles) == 1 and there.only == "lower-third"
    return f"把“{found[1]}”改成“{found[2]}”" if one and found[1] != found[2] else None


def _misspelt(found: re.Match[str], values: Values, there: There) -> str | None:
    if there.only not in _TEXTS:
        return None
    word = str(values.items[index(found[1])])
    return (
        f"change the {there.only.replace('-', ' ')} to “{word}”"
        if _alike(there.texts[0], word)
        else None
    )


def _misspelt_zh(found: re.Match[str], values: Values, there: There) -> str | None:
    right, wrong = (str(values.items[index(found[at])]) for at in (1, 2))
    known = [role for role, text in zip(there.roles, there.texts, strict=True) if text == wrong]
    one = len(known) == 1 and known[0] in _TEXTS and right != wrong
    return f"把{_TEXTS[known[0]]}“{wrong}”改成“{right}”" if one else None


def _at_another_side(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "To the left instead", of what is at the top right."""
    if there.only not in _SEEN or "-" not in there.places[0]:
        return None
    if " it " in f" {found[0].lower()}" and not just_shown(there):
        return None
    side, (high, low) = found[1].lower(), there.places[0].split("-")
    place = f"{side} {low}" if side in ("top", "bottom") else f"{high} {side}"
    if place == f"{high} {low}":
        return None
    return f"move the {there.only.replace('-', ' ').replace('overlay', 'logo')} to the {place}"


def _slower(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"{found[1]}x speed" if _fits(there, float(found[1]), slower=True) else None


def _faster(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"{found[1]}x speed" if _fits(there, float(found[1]), slower=False) else None


def _slower_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    return f"{found[2]}倍速" if _fits(there, float(found[2]), slower=found[1] == "快") else None


def _fits(there: There, speed: float, *, slower: bool) -> bool:
    """Whether all goes too fast, or too slowly, beside a speed."""
    return bool(there.speeds) and all(
        (one > speed) if slower else (one < speed) for one in there.speeds
    )


def _half(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Only for the first half, though", of the one thing that there is beside the video."""
    names = {**{one: one.replace("-", " ") for one in _SEEN}, "overlay": "logo", "music": "music"}
    if there.only not in names or not there.seconds or not all(there.lasting):
        return None
    half = there.seconds / 2
    ends = (0, half) if found[1].lower() == "first" else (half, there.seconds)
    return f"the {names[there.only]} only from {ends[0]:g} to {ends[1]:g} seconds"


def _each_half(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "The first half at double speed, the second at half speed": how long it is then does not matter."""
    half, one, other = (
        there.seconds / 2,
        *(_SPEED.sub("", speed.lower()) for speed in found.groups()),
    )
    if not half:
        return None
    return f"0 to {half:g} seconds at {one} speed and {half:g} to {2 * half:g} seconds at {other} speed"


_SPEED = Regex(r"\Aat | ?speed")
_ADDS_MUSIC = Regex(
    r"\A(?:请)?(?:全程|给视频)?(?:加|配|放)(?:上|一段|一首|点)?[^,，。]{0,8}(?:音?乐|曲)[ 。.!]*\Z"
)


def _half_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "只要前半段", said of the music that was just added; of the video it were otherwise."""
    music = there.only == "music" and all(there.lasting)
    if not music or not there.seconds or not _ADDS_MUSIC.match(there.last):
        return None
    half = there.seconds / 2
    ends = (0, half) if found[1] == "前" else (half, there.seconds)
    return f"音乐只在{ends[0]:g}到{ends[1]:g}秒"


def _first_seconds_zh(found: re.Match[str], _: Values, there: There) -> str | None:
    ours = there.only == "music" and _ADDS_MUSIC.match(there.last)
    return f"音乐只在{found[1]}" if ours else None


def _half_as_strong(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Only half as strong", of the look that the last message was about."""
    looks = {*there.looks}
    look = looks.pop() if len(looks) == 1 else ""
    return f"make it {look} at 50%" if look and look in there.last.lower() else None


def _both_removed(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Remove both again", where two things of different kinds are laid over the one clip."""
    names = {"music": ("music", "音乐"), "overlay": ("logo", "logo"), "title": ("title", "标题")}
    two = [names[role] for role in there.roles if role in names]
    if len(there.roles) != _TWO or len({*two}) != _TWO or len(there.clips) != 1:
        return None
    if found[0].isascii():
        return f"remove the {two[0][0]} and the {two[1][0]}"
    return f"删掉{two[0][1]}和{two[1][1]}"


def _other_music(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Not jazz after all. Take lo-fi", "use song.mp3 in its place"."""
    if there.only != "music":
        return None
    told = next(one for one in found.groups() if one)
    if told[0] < _MARKS:
        return f"replace the music with {told}"
    file = str(values.items[index(told)])
    return f"replace the music with {file}" if _SOUND.search(file) else None


def _put_in(found: re.Match[str], values: Values, _: There) -> str | None:
    """ "Put song.mp3 in": of a clip it were open where."""
    file = str(values.items[index(found[1])])
    return f"add {file}" if _SOUND.search(file) else None


def _sized_zh(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "“点个关注”太大了,缩小些"."""
    text = str(values.items[index(found[1])])
    known = [role for role, one in zip(there.roles, there.texts, strict=True) if one == text]
    if len(known) != 1 or known[0] not in _TEXTS or (found[2] == "大") != (found[3][-1] in "小"):
        return None
    return f"把“{text}”{_TEXTS[known[0]]}{'缩小' if found[2] == '大' else '放大'}一点"


def _word_of_it(found: re.Match[str], values: Values, there: There) -> str | None:
    right, wrong = (str(values.items[index(word)]) for word in found.groups())
    return _in_its_text(right, wrong, there, "")


def _word_of_it_said(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "Typo: it should be Welcome, not Welcom", of the one text with that word."""
    right, wrong = (
        str(values.items[index(word)]) if word[0] >= _MARKS else word
        for word in found.groups()
        if word
    )
    return _in_its_text(right, wrong, there, r"\b")


def _in_its_text(right: str, wrong: str, there: There, edge: str) -> str | None:
    """The one text that there is, with a word of it put right."""
    if there.only not in _TEXTS or right == wrong:
        return None
    parts = re.split(f"{edge}{re.escape(wrong)}{edge}", there.texts[0])
    whole = right.join(parts)
    if len(parts) != _TWO:
        return None
    if HAN.search(whole):
        return f"{_TEXTS[there.only]}改成“{whole}”"
    return f"change the {there.only.replace('-', ' ')} to “{whole}”"


_MARKS = "\ue000"  # marks for texts and files stand among the private characters
_SOUND = Regex(r"\.(?:mp3|wav|m4a|aac|ogg|flac)\Z", re.IGNORECASE)
_MUSIC = r"(jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk)(?: music)?"
_OF_TWO = r"(?:the )?(?:former|first one)"
_OTHER = r"(?:the )?(?:latter|second one|other one)"
_SIDES = r"(top|bottom|(?:top|bottom|upper|lower)[- ](?:left|right))"
_SIDES_ZH = "(顶部|底部|左上角|右上角|左下角|右下角)"
_FAST = r"(?:at )?((?:double|half|triple|[0-9.]+x)(?: speed)?)"
_TURNS: tuple[tuple[str, _Turn], ...] = (
    (rf"\A(?:play |make )?the first half {_FAST},? (?:and |but )?(?:the )?(?:second|other)(?: half"
    rf"| one)? {_FAST}{_END}",
     _each_half),
    (rf"\A(?:make |turn )?{_OF_TWO} (?:in )?({_COLOR}),? (?:and"
    rf" )?{_OTHER} (?:in )?({_COLOR}){_END}", _each_colored),
    (rf"\A(?:move |put )?{_OF_TWO} (?:to|at|in) the {_SIDES},? (?:and )?{_OTHER} (?:to|at"
    rf"|in) the {_SIDES}{_END}",
     _each_moved),
    (rf"\A(?:make |turn )?the (first|second)(?: one)? (?:in )?({_COLOR})[,;.] (?:and |but )?the "
     rf"(second|first)(?: one)? {_STAYS}{_END}", _one_colored),
    (rf"\A(?:把)?{_FIRST}(?:改成|变成|用|是|要|换成|改)?({_COLOR_ZH}),(?:把)?{_SECOND}(?:改成|变成|用|是"
    rf"|要|换成|改)?({_COLOR_ZH})"
     rf"(?:的)?{_STOP}", _each_zh),
    (rf"\A(?:把)?{_FIRST}(?:移到|放到|放在|放|在){_SIDES_ZH},(?:把)?{_SECOND}(?:移到|放到|放在|放"
    rf"|在){_SIDES_ZH}{_STOP}", _each_zh),
    (rf"\A(?:把)?({_FIRST}|{_SECOND})(?:改成|变成|用|是|要|换成|改)?({_COLOR_ZH}){_STOP}", _one_zh),
    (rf"\A(?:把)?({_FIRST}|{_SECOND})(?:移到|放到|放在){_SIDES_ZH}{_STOP}", _one_zh),
    (rf"\A(?:(?:删掉|去掉|删除)({_FIRST}|{_SECOND})|(?:把)?({_FIRST}|{_SECOND})(?:删掉|去掉"
    rf"|删除)){_STOP}", _one_removed_zh),
    (rf"\A((?:make|turn|move|put|delete|remove|mute|reverse) )(?:only )?the middle (title|caption"
    rf"|clip)\b([^,.;]*){_END}",
     _middle),
    (rf"\A((?:只|就)?(?:把|将|删掉|去掉)?)中间(?:的|那个|那条|一个|的那个)+(标题"
    rf"|字幕)([^,。;]*){_STOP}", _middle_zh),
    (r"\A(?:his|her|their|the|my) name is (?:(?-i:([A-Z][a-z]{1,20}))|<text> ?),? (?:with|spelled with"
    r"|it's|written with) "
     rf"(?:an? |one |two |a double |double |just one |only one )[a-z](?:'?s)?(?:"
     rf" at the end)?(?:[,.;] (?:please )?(?:fix|correct"
     rf"|change) (?:that|it)(?: please)?)?{_END}", _name),
    (rf"\A(?:他|她|我|这位)?不是([^,。;不是]{{1,8}}),(?:他|她"
    rf"|我)?(?:而)?是([^,。;不是]{{1,8}}),(?:请)?(?:改|修改|更正|改正|纠正)(?:一下|过来|下)?{_STOP}",
     _another_word),
    (rf"\A(?:one [a-z] (?:too many|too few|missing|short)|there(?:'s| is) (?:one "
    rf"|an? )(?:extra )?[a-z] (?:too many|missing)"
     rf"|(?:(?:an?|the) )?[a-z] is missing|an? [a-z] too many|typo)[:,;.] (?:it(?:'s| is) "
     rf"|should be )?<text>{_END}", _misspelt),
    (rf"\A(?:有)?(?:错别字|打错了?|写错了?|错字)[:,](?:应该)?(?:是|改成"
    rf"|为)<text> ?,(?:而)?不是<text>{_STOP}", _misspelt_zh),
    (rf"\A(?:(?:put|move|have) it )?(?:to|on|at) the (left|right|top|bottom)(?: side)?,? (?:instead|rather"
    rf"|please){_END}", _at_another_side),
    (rf"\A(?:not (?:so|that|quite so) fast|(?:that's |it's |that is |it is )?(?:too|much too"
    rf"|way too) fast)[:,;.] "
     rf"(?:just )?([0-9]\.?[0-9]{{0,2}})x(?: speed)? (?:will do|is enough|is plenty|would do|is fine"
     rf"|suffices|please){_END}", _slower),
    (rf"\A(?:not (?:so|that|quite so) slow(?:ly)?|(?:that's |it's |that is |it is )?(?:too|much too"
    rf"|way too) slow)[:,;.] "
     rf"(?:just )?([0-9]\.?[0-9]{{0,2}})x(?: speed)? (?:will do|is enough|is plenty|would do|is fine"
     rf"|suffices|please){_END}", _faster),
    (rf"\A(?:视频|播放|速度|现在)?(?:有点|太)(快|慢)了?,([0-9]\.?[0-9]{{0,2}})倍速?(?:就够|就行|就好"
    rf"|就可以|即可|够|吧)?了?{_STOP}",
     _slower_zh),
    (r"\A(?:but )?(?:(?:make it )?(?:only|just)|make it) (?:half as strong|(?:at )?half (?:the|its)"
     rf" strength)(?: please)?{_END}", _half_as_strong),
    (rf"\A(?:put|pop|drop|throw) <file> in(?: please)?{_END}", _put_in),
    (rf"\A(?:remove|delete|take out|lose) both(?: of (?:them|those))? again(?: please)?{_END}",
     _both_removed),
    (rf"\A(?:把)?(?:两个|这两个|两样)都(?:给我)?(?:去掉|删掉|不要|删除|拿掉)了?{_STOP}", _both_removed),
    (r"\A(?:hm+,? |actually,? |no,? )?(?:(?:i|we)(?:'d| would) rather have (?:<file>"
     rf"|{_MUSIC})(?: instead)?"
     rf"|(?:use|take|have|put) (?:<file>|{_MUSIC}) in its place|not (?:jazz|rock|lo-?fi|piano"
     rf"|pop|ambient|classical|techno|folk)(?: music)? after all[.,;] ?(?:please )?"
     rf"(?:use|take|make it|let's have) (?:<file>|{_MUSIC})(?: instead)?){_END}", _other_music),
    (r"\A(?:把)?<text> ?太(大|小)了?,(?:请)?(?:把它)?(?:再)?(缩小|放大|改小|改大|调小|调大|弄小"
     rf"|弄大)(?:些|一点|一些|点){_STOP}",
     _sized_zh),
    (r"\A(?:(?:oops|sorry|argh|ah|oh)[,:.!]? )?(?:typo|i misspelt it"
     rf"|there's a typo)[:,;.] it should (?:be|say) "
     rf"(?:<text> ?|([^ ,.;<]{{2,20}})), not (?:<text>|([^ ,.;<]{{2,20}})) ?{_END}", _word_of_it_said),
    (r"\A(?:打错字了?|写错字了?|打错了|写错了"
     rf"|有错字),(?:应该)?是<text> ?,?(?:而)?不是<text> ?{_STOP}", _word_of_it),
    (rf"\A(?:but )?only (?:for|in|during|over) the (first|second) half,? (?:though|please"
    rf"|actually){_END}", _half),
    (rf"\A(?:但是?|不过)?(?:只|就)(?:要|在|放)([前后])半段{_STOP}", _half_zh),
    (rf"\A(?:但是?|不过)?(?:只|就)(?:要|在|放)(前{_LONG}){_STOP}", _first_seconds_zh),
)  # fmt: skip


def meant_by_draft(text: str, values: Values, there: There) -> str:
    """A message that names what it is about; the same where that is not one thing."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
