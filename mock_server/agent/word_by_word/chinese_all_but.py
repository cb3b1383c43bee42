"""What a Chinese message says of all but a part: "除了15到20秒，其他都留着", "除了字幕，文字全去掉"."""

from collections.abc import Sequence

from mock_server.agent.values.ranges import Portion, Range, all_but
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft

_TAKES = {"remove", "cut"}
_SAYS_NOTHING = {"rest", "all", "shown", "to", "only"}
_OF_THE_PICTURE = {"factor", "lookname", "mute", "faster", "slower", "level"}
_SHOWN = {"keep", "whole", "to"}


def all_but_that(pieces: list[list[Part]], draft: Draft) -> list[list[Part]] | None:
    """The clauses with what is said of all but a part told of what it is; None where that is not known."""
    if not any("but" in kinds(one) for one in pieces):
        return pieces
    if len(pieces) == 1:
        pieces = _parted(pieces[0])
    if len(pieces) != 2 or [one.kind for one in pieces[0]] not in (
        ["but", "range"],
        ["but", "thing"],
    ):
        return None
    spared, said = pieces[0][1], [one for one in pieces[1] if one.kind not in _SAYS_NOTHING]
    if "but" in kinds(said) or kinds(said) & {
        "range",
        "from",
        "until",
        "at",
        "long",
        "text",
        "file",
    }:
        return None
    if spared.kind == "thing":
        told = _of_the_others(spared, said)
    else:
        shows = [one.words for one in pieces[1] if one.kind == "shown"]
        told = _of_then(spared, said, shows, draft)
    return [told] if told else None


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
    if own & _OF_THE_PICTURE and not own & {*_TAKES, "keep"}:
        return [*said, Part("except", None, "除外"), spared]
    return None


def _of_the_others(spared: Part, said: Sequence[Part]) -> list[Part] | None:
    """ "除了字幕，文字全去掉": those that are not spared."""
    named = [one for one in said if isinstance(one.value, Thing)]
    if len(named) != 1 or not isinstance(spared.value, Thing) or not kinds(said) & _TAKES:
        return None
    thing, kept = named[0].value, {*spared.value.which}
    if not isinstance(thing, Thing) or not kept or not kept < {*thing.which}:
        return None
    rest = tuple(one for one in thing.which if one not in kept)
    others = Part("thing", Thing(thing.role, rest, many=True), named[0].words)
    return [others if one is named[0] else one for one in said]
