"""What a Chinese message says of all but a part: "除了15到20秒，其他都留着", "除了字幕，文字全去掉"."""

from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Portion, Range, all_but
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft

_TAKES = {"remove", "cut"}
_SAYS_NOTHING = {"rest", "all", "shown", "to", "only"}
_OF_THE_PICTURE = {"factor", "lookname", "mute", "faster", "slower", "level"}
_SHOWN = {"keep", "whole", "to"}


def all_but_that(pieces: list[list[Part]], draft: Draft) -> list[list[Part]] | None:
    """The clauses with what is said of all but a part told of what it is; None where that is not known."""
    pieces = _led_by_but(pieces)
    if not any("but" in kinds(one) for one in pieces):
        return None if any("aside" in kinds(one) for one in pieces) else pieces
    if len(pieces) == 1:
        pieces = _parted(pieces[0])
    if len(pieces) == 2 and [one.kind for one in pieces[0]] == ["thing"] and len(pieces[1]) > 2:
        named, (but, spared, *said) = pieces[0][0], pieces[1]
        if but.kind == "but" and not any(one.kind == "thing" for one in said):
            pieces = [[but, spared], [named, *said]]  # "我加的东西里，除了logo全删掉"
    if len(pieces) == 2 and pieces[1] and pieces[1][0].kind == "but":
        pieces = pieces[::-1]
    if len(pieces) != 2 or [one.kind for one in pieces[0]] not in (
        ["but", "range"],
        ["but", "thing"],
    ):
        return None
    spared, said = pieces[0][1], [one for one in pieces[1] if one.kind not in _SAYS_NOTHING]
    if "but" in kinds(said) or kinds(said) & _OF_ITS_OWN:
        return None
    if spared.kind == "thing":
        told = _of_the_others(spared, said, draft)
    else:
        shows = [one.words for one in pieces[1] if one.kind == "shown"]
        told = _of_then(spared, said, shows, draft)
    return [told] if told else None


_OF_ITS_OWN = {"range", "from", "until", "at", "long", "text", "file", "nth", "it"}
_BUT = Part("but", None, "除了")


def _led_by_but(pieces: list[list[Part]]) -> list[list[Part]]:
    """ "第二个以外的都删掉", "第二个除外，都删掉", "唯独第二个不动，别的都删掉" with "除了"."""
    found: list[list[Part]] = []
    for piece in pieces:
        told = [one.kind for one in piece]
        aside = told.index("aside") if "aside" in told else 0
        if aside:
            named = [one for one in piece[: aside + 1] if one.kind not in ("but", "aside")]
            rest = piece[aside + 1 :]
            if told[0] in ("thing", "but") and {one.kind for one in named} <= {"thing", "range"}:
                found.append([_BUT, *named])
                found += [rest] if rest else []
                continue
        elif len(pieces) == 2 and told in (["thing", "except"], ["only", "thing", "keep"]):
            beside = pieces[1] if piece is pieces[0] else pieces[0]
            alike = [one.value.role for one in (*piece, *beside) if isinstance(one.value, Thing)]
            if kinds(beside) & {"all", "rest"} and len({*alike}) == 1:
                piece = [_BUT, *(one for one in piece if one.kind == "thing")]
        found.append(piece)
    if len(found) == 1 and [one.kind for one in found[0][:3]] == ["thing", "but", "thing"]:
        return [found[0][1:3], [found[0][0], *found[0][3:]]]  # "标题除了第二个都删掉"
    return found


def spared_together(parts: Sequence[Part]) -> list[Part]:
    """The parts with one thing for several that are spared: "除了第一个和第三个都删掉"."""
    found = [*parts]
    at = next((i for i, one in enumerate(found) if one.kind == "but"), len(found))
    while at + 3 < len(found):
        one, behind = found[at + 1], found[at + 2]
        between = behind.kind == "and" or behind.words == "、"
        other = found[at + 3] if between else behind
        first, more = one.value, other.value
        if not (isinstance(first, Thing) and isinstance(more, Thing) and first.role == more.role):
            break
        both = Thing(first.role, (*first.which, *more.which), many=True)
        found[at + 1 : at + (4 if between else 3)] = [Part("thing", both, one.words)]
    return found


def _parted(piece: Sequence[Part]) -> list[list[Part]]:
    """ "除了前10秒都静音", with a comma."""
    return [[*piece[:2]], [*piece[2:]]]


def _of_then(
    spared: Part, said: Sequence[Part], shows: Sequence[str], draft: Draft
) -> list[Part] | None:
    span = spared.value
    others = all_but([span]) if isinstance(span, Range | Portion) else None
    if not others:
        return None
    things = [one.value for one in said if isinstance(one.value, Thing)]
    own = kinds(said) - {"thing"}
    layers = [one for one in things if one.role in ("music", "overlay") and len(one.which) == 1]
    if layers:
        if len(things) > 1 or not draft.there.lasting[layers[0].which[0]]:
            return None
        named = [one for one in said if one.kind == "thing"]
        only = [*named, Part("only", None, "只")]
        if own and own <= _TAKES:
            return [*only, spared]
        shown = own or any("在" in one for one in shows)
        if shown and own <= _SHOWN and len(others) == 1:
            return [*only, Part("range", others[0], "")]
        return None
    if any(one.role not in ("video", "own") for one in things):
        return None
    if own and own <= _TAKES and not any(one.role == "own" for one in things):
        return [Part("all but", None, "只留"), spared]
    if own == {"keep"} and not things and all("留" in one.words for one in said):
        return [Part("cut", None, "剪掉"), spared]
    heard = {*draft.there.roles} & {"music", "sound", "voiceover"}
    if "level" in own and heard and not things:
        return None
    if own == {"blur it"} and len(others) == 1 and [one.many for one in things] == [True]:
        rest = others[0]
        if not isinstance(rest, Range | Portion):
            return None
        on = rest.on(round(1_000 * draft.there.seconds))
        return [*said, Part("range", Range(*on), "")]
    if own & _OF_THE_PICTURE and not own & {*_TAKES, "keep"}:
        return [*said, Part("except", None, "除外"), spared]
    return None


def _of_the_others(spared: Part, said: Sequence[Part], draft: Draft) -> list[Part] | None:
    """ "除了字幕，文字全去掉": those that are not spared."""
    named = [one for one in said if isinstance(one.value, Thing)]
    if not isinstance(spared.value, Thing) or len(named) > 1 or not kinds(said) - {"thing"}:
        return None
    if not kinds(said) & _TAKES and spared.value.role in ("video", "own", "clip"):
        return None
    kept = {*spared.value.which}
    alike = draft.of(spared.value.role)
    if not named:
        counted = len(kept) < len(alike) and {*draft.there.roles} == {spared.value.role}
        if not (counted or _told_of(spared)):
            return None
        said = [Part("thing", Thing(spared.value.role, tuple(alike)), ""), *said]
        named = [said[0]]
    thing = named[0].value
    if not isinstance(thing, Thing) or not kept or not kept < {*thing.which}:
        return None
    rest = tuple(one for one in thing.which if one not in kept)
    others = Part("thing", Thing(thing.role, rest, many=True), named[0].words)
    return [others if one is named[0] else one for one in said]


def _told_of(spared: Part) -> bool:
    """Whether one is spared of those that the message before told of: "第二个", and no more."""
    return bool(_NUMBER_ALONE.fullmatch(spared.words.strip()))


_NUMBER_ALONE = Regex("第.{1,2}[个条首张句行]|.{2,4}[那这一][个条首张句]|中间的")
