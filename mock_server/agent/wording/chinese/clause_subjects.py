"""What each clause of a Chinese message is about, which it may leave to the clause before: "标题改成红色，
放到顶部", "前一个放左上角，后一个放右下角", "标题和音乐都删掉"."""

from dataclasses import dataclass, field
from re import Match

from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.named_by_draft import There

_NUMBERS = "一二三四五六"
_NOUNS = {
    "标题": "title",
    "字幕": "caption",
    "人名条": "lower-third",
    "logo": "overlay",
    "水印": "overlay",
    "画中画": "overlay",
    "背景音乐": "music",
    "音乐": "music",
    "歌曲": "music",
    "配乐": "music",
    "bgm": "music",
    "旁白": "voiceover",
    "配音": "voiceover",
    "音效": "sound",
    "黑场过渡": "transition",
    "白场过渡": "transition",
    "过渡": "transition",
    "转场": "transition",
    "滤镜": "look",
    "主视频的声音": "own",
    "主视频声音": "own",
    "原声": "own",
    "人声": "own",
    "画面": "video",
    "视频": "video",
}
_STYLES = {
    "爵士乐": "jazz",
    "爵士": "jazz",
    "钢琴曲": "piano",
    "钢琴": "piano",
    "摇滚乐": "rock",
    "古典音乐": "classical",
}
SHOWN = {"title": "标题", "caption": "字幕", "lower-third": "人名条", "overlay": "logo"}
_NOUN = rf"({'|'.join(sorted(_NOUNS, key=len, reverse=True))}|{'|'.join(_STYLES)})"
_COUNTED = "(标题|字幕|人名条|logo|音乐|视频|片段)?"
_ALL = pattern(
    r"(?:这|那)?(?:两|三|四|几)(?:个|条|段)(标题|字幕|人名条|音乐)?(?:都|全|各|,)*"
    r"|(?:所有|全部)的?(标题|字幕|人名条|音乐)(?:都|全)*|各自(?:都)?|字(?=都|全)(?:都|全)+"
)
_EACH = pattern(r"(?:它们)?(?:两个)?都(?=[^是要有]|要改)")
_ORDINAL = pattern(rf"(?:那|这)?第([{_NUMBERS}])(个|条|段){_COUNTED}的?")
_PLACED = pattern(
    rf"(前面?那个|前一个|前一段|前者|后面?那个|后一个|后一段|后者|中间那个|中间那段|中间的|最后一个"
    rf"|最后一段"
    rf"|另外?一个|另外?一段){_COUNTED}的?"
)
_PAIR = pattern(rf"{_NOUN}(?:和|与|跟|、){_NOUN}(?:两个)?(?:都|全|一起|也)*")
_ONE = pattern(rf"{_NOUN}的?")
_CLIP = pattern(r"([a-z0-9_-]{1,12}|<:file>)(?=[^ a-z0-9_.-])的?")
_AT_THE_EDGE = pattern(r"(片头|片尾)的?")
_IT = pattern(r"它(?:们)?的?")
_REST = pattern(r"(?:别的|其他|其余|其它)的?(?:片段|视频|部分|段)?(?:都|全)*")
_NAMED_SOUND = pattern(
    r"[a-z]{2,12} ?音效(?:和|与|跟)(标题|字幕|logo)的?(?:都|也|一起)*|[a-z]{2,12} ?音效的?"
)
_QUOTED = pattern(r"(?:标题|字幕)?<text> ?的?(?=[^,])")
_SPELT = pattern(r"(?:标题)?([^,。<]{1,8}?)的?(?=字号|颜色|设成|改成|移到|放到|放在|职[位务])")


@dataclass(frozen=True)
class Subject:
    """What a clause is about: its role, and how the orders name it."""

    role: str
    name: str
    told: int = -1  # the order that puts it in, where what is said of it is said there


@dataclass
class Talk:
    """What was spoken of so far, and what there is to speak of."""

    there: There
    values: Values
    about: tuple[Subject, ...] = ()
    told: list[Subject] = field(default_factory=list)  # what the message itself puts in
    orders: list[str] = field(default_factory=list)  # what was said so far
    staying: list[tuple[Subject, bool]] = field(default_factory=list)  # and whether it is only kept
    before: tuple[Subject, ...] = ()  # what the message before was about
    unfaded: list[tuple[str, str]] = field(default_factory=list)  # whose fades are to stay
    mentioned: tuple[Subject, ...] = ()  # of what it was said that it stays
    remark: str = ""  # whether what is about is to be more, or less
    forbidden: list[str] = field(default_factory=list)  # what no order may do
    uncut: bool = False
    alone: bool = False  # whether the message is of one clause
    meant: bool = False  # whether it was understood what "it" is
    range: str = ""  # the time that was told last
    look: str = ""  # and the look

    def count(self, role: str) -> int:
        """How many there are of a role."""
        told = sum(one.role == role for one in self.told)
        if role == "clip":
            return len(self.there.clips) + told
        return [*self.there.roles].count(role) + told

    def number(self, one: Subject) -> int:
        """Which of those there are it is, from 0 on."""
        return _NUMBERS.index(one.name[1]) if one.name[:1] == "第" else 0

    def called(self, role: str, number: int) -> Subject | None:
        """One of several by its number from 1 on; none where there are not that many."""
        count = self.count(role)
        told = [one for one in self.told if one.role == role]
        if not 1 <= number <= min(count, len(_NUMBERS)):
            return None
        if told and role != "clip":
            # Only where all of them are told is the order of their telling that of their times.
            return told[number - 1] if len(told) == count else None
        if role == "clip":
            return Subject(role, f"第{_NUMBERS[number - 1]}段")
        noun = "音乐" if role == "music" else SHOWN.get(role, "")
        if not noun:
            return None
        if count == 1:
            return Subject(role, noun)
        return Subject(role, f"第{_NUMBERS[number - 1]}{'段' if role == 'music' else '个'}{noun}")

    def all_of(self, role: str) -> tuple[Subject, ...]:
        """All there are of a role."""
        found = [self.called(role, one) for one in range(1, self.count(role) + 1)]
        return tuple(one for one in found if one)


def subject_of(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """What a clause names as what it is about, and the rest of it; nothing where it names nothing."""
    for source, found in (
        (_ALL, _all),
        (_NAMED_SOUND, _named_sound),
        (_ORDINAL, _ordinal),
        (_PLACED, _placed),
        (_PAIR, _pair),
        (_QUOTED, _quoted),
        (_ONE, _one),
        (_IT, _it),
        (_AT_THE_EDGE, _at_the_edge),
        (_CLIP, _clip),
        (_SPELT, _spelt),
    ):
        if match := source.match(clause):
            subjects = found(match, talk)
            if subjects:
                return subjects, clause[match.end() :]
    if (match := _EACH.match(clause)) and len(talk.about) > 1:
        return talk.about, clause[match.end() :]
    return (), clause


def _role(talk: Talk, noun: str | None, measure: str = "") -> str:
    """The role of what is counted, which the clauses before may name."""
    if noun in ("视频", "片段"):
        return "clip"
    if noun:
        return _NOUNS[noun.lower()]
    before = {one.role for one in talk.about}
    if len(before) == 1 and (role := next(iter(before))) in (*SHOWN, "music", "clip"):
        return role if (measure != "段") == (role in SHOWN) or not measure else ""
    if measure == "段":
        music, clips = talk.count("music") > 1, talk.count("clip") > 1
        return "" if music == clips else "music" if music else "clip"
    several = {
        one for one in (*talk.there.roles, *(one.role for one in talk.told)) if talk.count(one) > 1
    }
    return next(iter(several)) if len(several) == 1 else ""


def _all(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    noun = match[1] or match[2]
    if not noun and len(talk.about) > 1:
        return talk.about
    role = _role(talk, noun, "段" if "段" in match[0] else "")
    found = talk.all_of(role)
    said = next((one for one in "两三四" if one in match[0][:3]), "")
    return found if len(found) > 1 and (not said or " 一两三四".index(said) == len(found)) else ()


def _ordinal(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    role = _role(talk, match[3], match[2])
    one = talk.called(role, _NUMBERS.index(match[1]) + 1)
    return (one,) if one and talk.count(role) > 1 else ()


def _placed(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    which = match[1]
    role = _role(talk, match[2], "段" if "段" in which else "")
    count = talk.count(role)
    if which.startswith("中间"):
        number = 2 if count == 3 else 0
    elif which.startswith("最后"):
        number = count
    elif which.startswith("另"):
        before = [one for one in talk.about if one.role == role]
        number = 0
        if count == 2 and len(before) == 1:
            number = 2 if before[0] == talk.called(role, 1) else 1
    else:
        number = (1 if which[0] == "前" else 2) if count == 2 else 0
    one = talk.called(role, number)
    return (one,) if one and count > 1 else ()


def _pair(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    both = (*_noun(match[1], talk), *_noun(match[2], talk))
    return both if len({one.role for one in both}) > 1 else ()


def _one(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    found = _noun(match[1], talk)
    rest = match.string[match.end() :]
    # Of several it is not known which, where not all of them are meant.
    return found if len(found) == 1 or rest.startswith(("都", "全", "各")) else ()


def _noun(said: str, talk: Talk) -> tuple[Subject, ...]:
    if style := _STYLES.get(said):
        music = [
            name
            for role, name in zip(talk.there.roles, talk.there.names, strict=False)
            if role == "music"
        ]
        if style not in music:
            return ()
        return (Subject("music", "音乐" if len(music) == 1 else said),)
    role = _NOUNS[said.lower()]
    if role in (*SHOWN, "music") and (
        talk.count(role) > 1 or any(one.role == role for one in talk.told)
    ):
        return talk.all_of(role)
    if role in (*SHOWN, "music", "voiceover", "sound") and not talk.count(role):
        return ()
    name = {"music": "音乐", "own": "原声", "voiceover": "旁白"}.get(role, said)
    return (Subject(role, name),)


def _it(_: Match[str], talk: Talk) -> tuple[Subject, ...]:
    if len(talk.about) == 1:
        return talk.about
    only = talk.there.only if talk.meant or not talk.alone else ""
    return _noun({**SHOWN, "music": "音乐"}[only], talk) if only in (*SHOWN, "music") else ()


def _at_the_edge(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    """ "片头静音", of the clip that the message itself puts there."""
    name = "第一段" if match[1] == "片头" else "第二段"
    return tuple(one for one in talk.told if one.role == "clip" and one.name == name)


def _clip(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    """ "b大声一点", of the clip that is b.mp4."""
    name = match[1]
    if marked := pattern("<file>").match(name):
        name = str(talk.values.items[index(marked[1])])
    for one in talk.told:
        if (
            one.role == "clip"
            and one.name.startswith("b")
            and one.name.partition(".")[0] == name.partition(".")[0]
        ):
            return (one,)
    for told in talk.told:
        marked = pattern("<file>").match(told.name)
        file = str(talk.values.items[index(marked[1])]) if marked else ""
        if told.role == "clip" and name.lower() in (file.lower(), file.lower().rpartition(".")[0]):
            return (told,)
    of = [
        number
        for number, file in enumerate(talk.there.clips, 1)
        if name.lower() in (file.lower(), file.lower().rpartition(".")[0])
    ]
    found = talk.called("clip", of[0]) if len(of) == 1 else None
    return (found,) if found else ()


def _named_sound(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    """ "ding音效", where there is one sound, which is called so."""
    names = [
        name
        for role, name in zip(talk.there.roles, talk.there.names, strict=False)
        if role == "sound"
    ]
    if len(names) != 1 or not match[0].lower().startswith(names[0].lower()):
        return ()
    one = (Subject("sound", "音效"),)
    return (*one, *_noun(match[1], talk)) if match[1] else one


def others_of(
    said: str, spared: tuple[Subject, ...], talk: Talk
) -> tuple[tuple[Subject, ...], str]:
    """ "别的都静音", where one clip is spared of it."""
    match = _REST.match(said)
    roles = {one.role for one in spared}
    if not match or roles != {"clip"}:
        return (), said
    rest = said[match.end() :]
    return tuple(one for one in talk.all_of(next(iter(roles))) if one not in spared), rest


def _quoted(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    return _with_text(str(talk.values.items[index(match[1])]), talk)


def _spelt(match: Match[str], talk: Talk) -> tuple[Subject, ...]:
    return _with_text(match[1], talk)


def _with_text(text: str, talk: Talk) -> tuple[Subject, ...]:
    """The one text that says this."""
    texts, roles = talk.there.texts, talk.there.roles
    if not text or [*texts].count(text) != 1:
        return ()
    at = [*texts].index(text)
    role = roles[at]
    one = talk.called(role, [*roles[: at + 1]].count(role))
    return (one,) if one else ()
