"""What a Chinese clause says stays as it is, beside others; and the others of a kind."""

from collections.abc import Sequence
from fractions import Fraction

from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import LAYERS, Draft

Pieces = list[list[Part]]
_OF_IT = {
    "color",
    "size",
    "position",
    "volume",
    "length",
    "start time",
    "fadein",
    "fadeout",
    "opacity",
}
_TIMES = {"range", "from", "until", "at", "whole", "shift", "longer", "long", "ends"}


def things_of(piece: Sequence[Part]) -> list[Thing]:
    return [one.value for one in piece if isinstance(one.value, Thing)]


def layer_of(piece: Sequence[Part]) -> Thing | None:
    """The one layer that a clause is about."""
    found = things_of(piece)
    alone = len(found) == 1 and len(found[0].which) == 1
    return found[0] if alone and found[0].role in (*LAYERS, "text") else None


def kept_together(parts: Sequence[Part]) -> list[Part]:
    """The parts with "keep" for each of several things that a clause joins: "音量和淡入照旧"."""
    found = [*parts]
    for i in range(len(parts) - 1, -1, -1):
        if found[i].kind != "and":
            continue
        ends = next((j for j in range(i + 1, len(found)) if found[j].kind in _BREAKS), len(found))
        starts = next((j for j in range(i - 1, -1, -1) if found[j].kind in _BREAKS), -1)
        behind, before = found[i + 1 : ends], found[starts + 1 : i]
        keeps = [one for one in behind if one.kind == "keep"]
        said = kinds([*before, *behind])
        if len(keeps) != 1 or not before or not said & _OF_IT:
            continue
        if said <= _OF_IT | {"thing", "keep", "all", "to"}:
            found.insert(i, keeps[0])
    return found


_BREAKS = ("comma", "and", "stop")


def as_it_is(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "两倍速留着", where that is what it is."""
    looks, speeds = {*draft.there.looks}, {*draft.there.speeds}
    for piece in pieces:
        if "keep" not in kinds(piece) or not kinds(piece) <= {
            "keep",
            "lookname",
            "factor",
            "all",
            "thing",
        }:
            continue
        for i, one in enumerate(piece):
            if one.kind == "lookname" and looks == {one.value}:
                piece[i] = Part("look", None, one.words)
            if one.kind == "factor" and speeds == {float(Fraction(str(one.value)))}:
                piece[i] = Part("speed", None, one.words)
    return pieces


def of_the_others(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "第二个标题改红，其余的都改白": those of that kind that are not named."""
    for i, piece in enumerate(pieces[1:], 1):
        if (
            "rest" not in kinds(piece)
            or things_of(piece)
            or kinds(piece) & {*_TIMES, "keep", "mute", "factor"}
        ):
            continue
        named = [one for other in pieces[:i] for one in things_of(other)]
        roles = {one.role for one in named}
        if (
            len(roles) != 1
            or not roles <= {*LAYERS}
            or not all(len(one.which) == 1 for one in named)
        ):
            continue
        if any("rest" in kinds(other) for other in pieces[:i]):
            continue
        taken = {at for one in named for at in one.which}
        others = tuple(at for at in draft.of(named[0].role) if at not in taken)
        if not others or len(draft.there.roles) > len(taken) + len(others):
            return None
        thing = Part("thing", Thing(named[0].role, others, many=True), "")
        pieces[i] = [thing if one.kind == "rest" else one for one in piece if one.kind != "all"]
    return pieces


def picture_stays(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "其余静音，画面全留": what says nothing beside what is only heard."""
    others = [one for one in pieces if not _is_picture_kept(one)]
    heard = all(
        kinds(one) & {"mute", "level", "unmute"}
        or any(thing.role == "own" for thing in things_of(one))
        for one in others
    )
    return others if others and heard and len(others) < len(pieces) else pieces


def _is_picture_kept(piece: Sequence[Part]) -> bool:
    named = [one for one in piece if isinstance(one.value, Thing)]
    alone = (
        len(named) == 1
        and named[0].words.endswith("画面")
        and kinds(piece) <= {"thing", "keep", "all"}
    )
    return alone and "keep" in kinds(piece)


_SIDES = {"both sides", "place"}


def sides_stay(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "上面裁掉8%，左右别裁": what says nothing beside it."""
    cropped = {
        side
        for one in pieces
        if "crop" in kinds(one) and "not" not in kinds(one)
        for each in one
        if each.kind in _SIDES
        for side in str(each.value).split()
    }
    found = []
    for piece in pieces:
        sides = {side for one in piece if one.kind in _SIDES for side in str(one.value).split()}
        spared = kinds(piece) <= {*_SIDES, "not", "crop", "all"} and {"not", "crop"} <= kinds(piece)
        if not (spared and sides and cropped and not sides & cropped):
            found.append(piece)
    return found


def stays_of_it(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "“下联”移到底部，颜色不改": that of the one before, where others are told of."""
    for i, piece in enumerate(pieces[1:], 1):
        own = kinds(piece)
        if not ("keep" in own and own <= _OF_IT | {"keep", "also"} and own & _OF_IT):
            continue
        layer = layer_of(pieces[i - 1])
        if layer is not None and not kinds(pieces[i - 1]) & {"cut", "remove"}:
            pieces[i] = [next(one for one in pieces[i - 1] if one.value == layer), *piece]
    return pieces
