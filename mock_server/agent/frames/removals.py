"""Frames that remove layers, or what layers have."""

from dataclasses import replace
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.frames.changes import ROLES, named, target
from mock_server.agent.frames.phrasing import STAYS_THERE, need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.ranges import Range


def remove(s: Slots) -> list[op.Operation] | None:
    """All of a kind, or by text, time or number; several kinds at once."""
    need(s.it != "clip" or not s.said("it"))
    off = s.take("off")
    only_cut = s.has("cut") and not s.has("remove")
    none = s.row("no ^music|title|caption|lower-third|overlay|voiceover|words") is not None
    away = off or s.has("out")
    taken = away and any(token.words.lower() == "take" for token in s.tokens)
    need(
        not s.has("shorter") and s.row("to ^range|time") is None
    )  # "cut the music to its first 40 s"
    need(s.take("remove", "cut") or none or taken or (off and s.has(*ROLES)))
    need(off or not s.has("set"))
    s.all("last", "out") if taken else None
    need(not (s.chinese and _is_out_of_another(s)))
    s.all("remove", "cut", "set", "off", "flip")
    if s.said("duplicate"):
        s.all("exists", "count", "it")
    need(
        not s.has(
            "fade",
            "fades",
            "duck",
            "video",
            "clip",
            "sound",
            "look",
            "lookword",
            "transition",
            "pauses",
        )
    )
    need(not _of_what_is_heard(s))
    joined = (a.is_a("range") and b.words.lower() in ("and", "with") for a, b in pairwise(s.tokens))
    need(not any(joined))  # "the first 5 seconds and the title" are two things
    span = s.one("range")
    places = (
        "at|from time",
        "begin at? time",
        *(("time",) if s.has("text") or _says_where(s) else ()),
    )
    if span is None and (at := s.row(*places)) is not None:
        need(not only_cut)
        onwards = any(token.words.lower() in ("from", "since", "从", "自") for token in s.tokens)
        span = Range(at["time"].ms, None if onwards else at["time"].ms + 1)
    s.all("place", "begin")
    if effect := next((one for one in ("zoom", "blur") if s.take(one)), None):
        duplicate, many = s.take("duplicate"), s.take("all", "each")
        return [op.Remove(op.Target(("effect",), effect, span, duplicate=duplicate, many=many))]
    spared = s.row("except text", "except ^title|caption|overlay|words text")
    s.all("except") if spared is not None and s.chinese else None
    s.take("says") if s.has("text") else None
    kinds = [name for name in ROLES if s.has(name)]
    if len(kinds) > 1 and not s.has("text"):
        need(span is None and not s.has("which", "it", "duplicate"))
        need(_lists(s) and not any(token.words in STAYS_THERE for token in s.tokens))
        s.take("both")
        s.take("all")
        return [op.Remove(target(_only(s, name))) for name in kinds]
    if not kinds and s.has("text"):
        texts = s.all("text")
        s.take("it")
        return [op.Remove(op.Target(op.TEXTS, str(text), span)) for text in texts]
    wanted = replace(target(s), at=span)
    if span is not None:
        wanted = replace(wanted, touched=False)
    if spared is not None:
        return [op.Remove(replace(wanted, other_than=str(spared["text"]), many=True))]
    names = s.all("text", "file")
    s.take("it")
    if names:
        return [
            op.Remove(replace(wanted, text=str(name), touched=False, both=False)) for name in names
        ]
    return [op.Remove(wanted)]


_IN_A_LIST = frozenset(
    (*ROLES, "", "stop", "and", "no", "remove", "cut", "both", "all", "out", "off")
)


def _lists(s: Slots) -> bool:
    """Whether several things stand side by side, and none tells where: not "no logo during the title"."""
    named = [i for i, one in enumerate(s.tokens) if any(map(one.is_a, ROLES))]
    between = s.tokens[named[0] : named[-1]]
    return all(
        not _IN_A_LIST.isdisjoint(one.readings) and one.words.lower() not in ("on", "of")
        for one in between
    )


def _of_what_is_heard(s: Slots) -> bool:
    """Whether a range may be one of the song: "cut the first 10 seconds of the music"."""
    words = [one.words.lower() for one in s.tokens]
    behind = s.tokens[words.index("of") + 1 :] if "of" in words else ()
    if s.chinese and any(one.startswith(("剪", "裁", "切")) for one in words):  # "音乐剪掉前5秒"
        behind = s.tokens
    return s.has("range") and any(one.is_a("music") or one.is_a("voiceover") for one in behind)


def _is_out_of_another(s: Slots) -> bool:
    """Whether a text is to go out of another one: "标题“三室两厅”去掉“两厅”"."""
    order = "".join(
        "t" if one.is_a("text") else "v" if one.is_a("remove") else "" for one in s.tokens
    )
    return "tvt" in order


_ALL_OF_IT = ("clear", "wipe", "empty the", "清空", "清除")


def empty(s: Slots) -> op.Operation | None:
    """Everything that is on the timeline; one kind of things is another order."""
    all_of_it = any(token.words.lower() in _ALL_OF_IT for token in s.tokens)
    need(s.take("remove") and s.take("timeline") and (s.has("all") or all_of_it))
    return op.Empty()


def _says_where(s: Slots) -> bool:
    return any("处" in token.words for token in s.tokens)


def _only(s: Slots, name: str) -> Slots:
    """The clause with one of its nouns; taking from it takes the noun here, too."""
    i = next(i for i in s.left() if s.tokens[i].is_a(name))
    s.taken.add(i)
    return Slots([s.tokens[i]], s.it, s.chinese)


def clear(s: Slots) -> op.Operation | None:
    """Remove fades or ducking from a layer."""
    need(s.take("remove", "no", "off"))
    s.all("set", "remove")
    ways = s.all("fade")
    if not ways and s.said("fades") and s.said("start") != s.said("end"):
        ways = ["in" if s.said("start") else "out"]  # "the fade at the end of the music"
    plain, duck = s.take("fades"), s.take("duck")
    need(ways or plain or duck)
    gone = [
        f"fade_{way}"
        for way in ("in", "out")
        if way in ways or "both" in ways or (plain and not ways)
    ]
    s.all("start", "end")
    return op.Change(named(s, target(s)), dict.fromkeys([*gone, *(["duck"] if duck else [])]))
