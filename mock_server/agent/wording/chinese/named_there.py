"""What a Chinese clause names that is in the draft: a sound by its name, an effect by what it does, two
things of different kinds as "两个", or the one text or picture that there is."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, index, pattern
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk, subject_of
from mock_server.agent.wording.chinese.clause_words import SHOWN_ROLES

_EFFECT = Regex(r"(模糊|放大)(?:效果|那个)?的?")
_EFFECTS = {"模糊": "blur", "放大": "zoom"}
_BOTH = Regex(r"(?:这|那|它们)?(?:两[个样]|俩)(?:也)?都|它们(?:俩|两个)?都")
_ONE = Regex(r"(标题|字幕|logo)(?=一个都)一个都")
# What may as well be told of the video or of a clip.
_OF_THE_VIDEO = Regex(r"淡|静音|音量|声|删|去掉|不要|转[0-9]|裁|剪|倍|速|调成|定格|模糊|撤|插|接")
_OF_A_TEXT = Regex(r"\A字(?:体|号)?(?!幕)的?(?=[大小放改换颜再移从])")
_STYLES = ("jazz", "piano", "upbeat", "calm", "lo-fi", "lofi", "rock", "classical", "pop", "folk")
_PARTS = ("片头", "片尾", "开头", "结尾", "前面", "后面", "中间", "视频", "画面", "声音", "原声")
_LAST = Regex(r"(开头|结尾|片头|片尾|最后|最前)(?:的|那个|的那个)?(标题|字幕)的?")


def named_there(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """What a clause names so, and the rest of it; nothing where it names nothing so."""
    for found in (
        _sound(clause, talk),
        _effect(clause, talk),
        _pair(clause, talk),
        _edge(clause, talk),
        _text(clause, talk),
        _every(clause, talk),
        _music(clause, talk),
    ):
        if found[0]:
            return found
    return (), clause


def _of(role: str, talk: Talk) -> list[str]:
    there = talk.there
    return [
        name or text
        for one, name, text in zip(there.roles, there.names, there.texts, strict=False)
        if one == role
    ]


def _sound(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    names = _of("sound", talk)
    for name in {*names}:
        said = re.escape(name)
        found = re.match(
            rf"(?:那一?声)?{said}(?:的?(?:那|一)+声|声|音效)?的?(?!.*[和与跟、])",
            clause,
            re.IGNORECASE,
        )
        if found and names.count(name) == 1:
            called = "音效" if len(names) == 1 else f"音效“{name}”"
            return (Subject("sound", called),), clause[found.end() :]
    found = re.match("第([一二三])个音效(?![和与跟、])", clause)
    if found and len(names) >= "一二三".index(found[1]) + 1 and len(names) > 1:
        return (Subject("sound", found[0]),), clause[found.end() :]
    return (), clause


def _effect(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    found = _EFFECT.match(clause)
    if not found or _of("effect", talk).count(_EFFECTS[found[1]]) != 1:
        return (), clause
    name = {"模糊": "模糊", "放大": "放大效果"}[found[1]]
    return (Subject("effect", name),), clause[found.end() :]


def _pair(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """ "两个都", of two things of different kinds, which are all there is beside the one clip."""
    found = _BOTH.match(clause)
    roles = [*talk.there.roles]
    if not found or talk.told or len(roles) != len("前后") or roles[0] == roles[1]:
        return (), clause
    if len(talk.there.clips) != 1 or re.search("[大小]", clause):
        return (), clause
    two = [_single(one, talk) for one in roles]
    rest = f"{clause[found.end() :]}"
    return tuple(one for one in two if one) if all(two) else (), rest


def _text(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """The one text with which a clause begins: "春字放右上角", "下集那个延长到36秒"."""
    texts, roles = [*talk.there.texts], [*talk.there.roles]
    for text in sorted({one for one in texts if one}, key=len, reverse=True):
        role = roles[texts.index(text)]
        if text in _PARTS and not re.match(f"{re.escape(text)}(?:字样|的?那个|的字)", clause):
            continue
        if texts.count(text) != 1 or role not in ("title", "caption", "lower-third"):
            continue
        found = re.match(
            rf"{re.escape(text)}(?:(?:的?那个|这?两个字|字样?)的?"
            rf"|的)?(?=[挪移放改换延多加变去删不别早晚提推用显要撤])",
            clause,
        )
        if found:
            one = talk.called(role, roles[: texts.index(text) + 1].count(role))
            return ((one,) if one else ()), clause[found.end() :]
    return (), clause


def _every(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """ "都放到顶部", where there are several of one kind alone."""
    roles = {*talk.there.roles}
    alike = (
        not talk.there.last
        and len(roles) == 1
        and len(talk.there.roles) > 1
        and not (talk.told or talk.about)
    )
    if not alike or not re.match("都[放移改加]", clause):
        return (), clause
    return talk.all_of(roles.pop()), clause[1:]


def _music(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """ "换成song.mp3", where there is music."""
    one = [*talk.there.roles].count("music") == 1 and not talk.told
    style = pattern("换成<text>").match(clause)
    named = str(talk.values.items[index(style[1])]).lower() if style else ""
    if named and named not in _STYLES:
        return (), clause  # it may be a text
    if one and not talk.about and re.match("换成", clause):
        return (Subject("music", "音乐"),), clause
    return (), clause


def _single(role: str, talk: Talk) -> Subject | None:
    if role == "sound":
        return Subject(role, "音效")
    return Subject(role, "旁白") if role == "voiceover" else talk.called(role, 1)


def _edge(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """ "结尾的标题", of two."""
    found = _LAST.match(clause)
    if not found:
        return (), clause
    role = {"标题": "title", "字幕": "caption"}[found[2]]
    if talk.count(role) != len("前后"):
        return (), clause
    one = talk.called(role, 1 if found[1] in ("开头", "片头", "最前") else 2)
    return ((one,) if one else ()), clause[found.end() :]


def only_there(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """The one text or picture that there is, of which a clause tells what is told of none but these."""
    shown = [one for one in talk.there.roles if one in SHOWN_ROLES]
    if len(shown) != 1 or talk.told:
        return (), clause
    if (found := _OF_A_TEXT.match(clause)) and shown[0] in ("title", "caption"):
        one = talk.called(shown[0], 1)
        return ((one,) if one else ()), f"字号{clause[found.end() :]}" if "号" in found[
            0
        ] else clause[found.end() :]
    if (
        re.fullmatch("从[^,]{1,6}秒(?:开始|起)?|(?:显示|放|改|留)?到[^,]{1,6}秒", clause)
        and talk.alone
    ) or (re.fullmatch("从[^,]{1,6}秒(?:开始|起)?", clause)):
        return (), clause  # as well when what is told behind it begins
    if clause.startswith("换成") and (MARK.search(clause) is None or "music" in talk.there.roles):
        return (), clause
    seen = re.search("不要(?:出现|显示)", clause)
    if (_OF_THE_VIDEO.search(clause) and not seen) or (
        len(talk.there.roles) > 1 and not talk.about
    ):
        return (), clause
    if "music" in talk.there.roles and _OF_MUSIC.search(clause):
        return (), clause
    one = talk.called(shown[0], 1)
    return ((one,) if one else ()), clause


def _just_put_in(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str] | None:
    """ "结尾接b.mp4", "b用两倍速", where the message puts in that one clip."""
    put = [one for one in talk.told if one.role == "clip" and one.name]
    files = {
        str(one).rpartition(".")[0].lower() for one in talk.values.items if _VIDEO.search(str(one))
    }
    if len(put) != 1 or len(files) != 1:
        return None
    found = re.match(
        rf"(?:{re.escape(files.pop())}|它)(?:那段)?的?(?=[^ a-z0-9_.-])", clause, re.IGNORECASE
    )
    return ((put[0],), clause[found.end() :]) if found else None


_VIDEO = Regex(r"\.(?:mp4|mov|webm|mkv)\Z", re.IGNORECASE)
_OF_MUSIC = Regex(r"[0-9]%|到第?[0-9一二三四五六七八九十]+秒?(?:结束|为止)|从")


def clip_before(talk: Talk) -> tuple[Subject, ...]:
    """The clip that the message before has put in: "b.mp4接在后面", "只要前8秒"."""
    files = {
        found[1].lower()
        for found in re.finditer(r"([\w-]+\.(?:mp4|mov|webm|mkv))", talk.there.last)
    }
    clips = [one.lower() for one in talk.there.clips]
    if len(files) != 1 or (file := files.pop()) not in clips or clips.count(file) != 1:
        return ()
    if len(clips) < len("前后") or re.search("画中画|小窗|角", talk.there.last):
        return ()
    one = talk.called("clip", clips.index(file) + 1)
    return (one,) if one else ()


def spoken_before(clause: str, talk: Talk) -> tuple[Subject, ...]:
    """What the message before was about, if a clause that names nothing goes on with it: of a clip that
    was put in only how much of it is kept, since all else may be meant of the whole video."""
    clip = any(one.role == "clip" for one in talk.before)
    return () if clip and not clause.startswith(("只要", "只留", "只用")) else talk.before


def one_before(talk: Talk) -> tuple[Subject, ...]:
    """What the message before was about, which it did not name: the one text that it put right, or the
    music, of which alone something fades."""
    role, last = talk.there.only, talk.there.last
    if role in ("title", "caption", "lower-third") and re.search('错了?|是[“"]', last):
        one = talk.called(role, 1)
        return (one,) if one else ()
    fading = {one.split()[0] for one in talk.there.fades}
    if role == "music" and "音乐" in last and talk.alone:
        return (Subject("music", "音乐"),)
    if role == "music" and fading == {"music"} and re.search("淡[入出]", last):
        return (Subject("music", "音乐"),)
    return ()


def subjects_of(clause: str, talk: Talk) -> tuple[tuple[Subject, ...], str]:
    """What a clause names as what it is about, and the rest of it; nothing where it names nothing."""
    subjects, rest = named_there(clause, talk)
    if subjects:
        return subjects, rest
    subjects, rest = subject_of(clause, talk)
    if not subjects and (put := _just_put_in(clause, talk)):
        return put
    if not subjects and clause.startswith("后者") and len(talk.about) == 1 and not talk.told:
        return talk.about, clause[2:]
    if not subjects and not talk.about and len(talk.mentioned) == 1 and clause.startswith("它"):
        return talk.mentioned, clause[1:]
    clip = len(talk.before) == 1 and talk.before[0].role == "clip" and not talk.about
    if not subjects and clip and (found := re.match("(?:只要)?它(?:们)?的?", clause)):
        only = "只要" if "只要" in found[0] else ""
        return talk.before, clause.replace(found[0], only, 1)
    return subjects, rest
