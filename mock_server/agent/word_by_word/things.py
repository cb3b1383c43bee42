"""What the nouns of a message mean in a draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Portion, Range
from mock_server.agent.word_by_word.parts import Part, Thing
from mock_server.agent.wording.named_by_draft import There

LAYERS = ("title", "caption", "lower-third", "overlay", "music", "sound", "voiceover", "effect")
TEXTS = op.TEXTS
_TWO = 2
_PIECE = Regex(r"\b(?:part|piece|half)", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """The layers of a draft by role, in time order, and its clips."""

    there: There
    follows: bool = False  # whether the message follows another
    files: tuple[str, ...] = ()  # the uploads

    def of(self, role: str, noun: str = "") -> list[int]:
        """The positions among all layers of those of a role, as a noun names it; `text` means any that
        is read."""
        roles = TEXTS if role == "text" else (role,)
        found = [i for i, one in enumerate(self.there.roles) if one in roles]
        if noun.lower().startswith(("logo", "watermark", "标志", "水印", "台标")):
            return [i for i in found if is_picture(self.there.names[i])]
        return found

    def number(self, position: int) -> tuple[str, int]:
        """The role of a layer, and its number among those."""
        role = self.there.roles[position]
        return role, self.there.roles[:position].count(role)

    def stretch(self, share: Portion) -> Range:
        """A share of the video as from when to when it is."""
        whole = round(1_000 * self.there.seconds)
        return Range(round(whole * share.start), round(whole * share.end))

    def called(self, name: str) -> list[int]:
        """The positions of the layers with this text, name or file."""
        folded = name.strip().casefold()
        texts = zip(self.there.texts, self.there.names, strict=True)
        return [
            i for i, both in enumerate(texts) if folded in {one.strip().casefold() for one in both}
        ]


def named_things(parts: Sequence[Part], values: Sequence[Any], draft: Draft) -> list[Part] | None:
    """The parts with a Thing for each noun, together with its number, its text or "both".

    None where a number counts what is not there.
    """
    out: list[Part] = []
    parts = _faded_apart(parts)
    i = 0
    while i < len(parts):
        one = parts[i]
        if one.kind == "both" and _names_two(parts[i + 1 : i + 4]):
            i += 1
            continue
        if one.kind in ("nth", "both", "every"):
            found = _counted(parts, i, draft)
            if found is None:
                return None
            thing, i = found
            out.append(thing)
            continue
        if one.kind == "all" and out and out[-1].kind not in ("comma", "and", "stop"):
            _meant_all(out)
            i += 1
            continue
        if one.kind == "dont":
            out.append(Part(_dont(parts[i + 1 : i + 2], draft), None, one.words))
            i += 1
            continue
        lasts = one.words.startswith("last ") and out and out[-1].kind == "thing"
        if lasts and isinstance(one.value, Range):
            out.append(Part("long", -one.value.start, one.words))  # "make the title last 5 seconds"
            i += 1
            continue
        named = (
            one.kind == "noun" and one.words.lower() == "sound" and out and out[-1].kind == "text"
        )
        if named:
            out.append(Part("effect sound", None, one.words))  # "a 'whoosh' sound"
            i += 1
            continue
        if one.kind == "noun":
            thing, i = _noun(parts, i, values, draft)
            out.append(_told_apart(thing, out, draft))
            continue
        if one.kind == "sounds there":
            there = [at for at in draft.called(str(one.value)) if at in draft.of("sound")]
            out.append(Part("thing", _positions("sound", there, many=True), one.words))
            i += 1
            continue
        if one.kind == "sound there" and len(draft.called(str(one.value))) != 1:
            return None
        if (
            one.kind in ("sound effect", "sound there")
            and len(there := draft.called(str(one.value))) == 1
        ):
            out.append(Part("thing", _positions("sound", there), one.words))
        elif one.kind in ("text", "file"):
            out.append(_value(one, values, draft))
        elif one.kind == "style" and (there := draft.called(str(one.value))):
            out.append(Part("thing", _positions("music", there), one.words))
        else:
            out.append(one)
        i += 1
    return out


def _names_two(parts: Sequence[Part]) -> bool:
    """ "Both" of what is named one by one: "both the song and the voice-over"."""
    named = ("noun", "text", "file")
    told = [one.kind for one in parts[::2]] if [one.kind for one in parts[1:2]] == ["and"] else []
    alone = not any(one.kind == "noun" and _plural(one.words) for one in parts[:1])
    return len(told) == _TWO and all(one in named for one in told) and alone


def _meant_all(parts: list[Part]) -> None:
    """Let the things that stand last be all that they name: "标题和字幕都"."""
    for i in range(len(parts) - 1, -1, -1):
        thing = parts[i].value
        if isinstance(thing, Thing) and len(thing.which) > 1:
            parts[i] = Part("thing", Thing(thing.role, thing.which, many=True), parts[i].words)
        elif parts[i].kind not in ("thing", "and") and parts[i].words != "、":
            return


def _told_apart(named: Part, before: list[Part], draft: Draft) -> Part:
    """The thing by the place or the colour just before its noun, which is taken out: "the top right logo",
    "the red title"."""
    thing = named.value
    if not before or not isinstance(thing, Thing) or not thing.which:
        return named
    if before[-1].kind == "place":
        return Part("thing", _at_place(thing, str(before.pop().value), draft), named.words)
    colored = [i for i in thing.which if draft.there.colors[i : i + 1] == [before[-1].value]]
    if before[-1].kind == "color" and colored:
        before.pop()
        return Part("thing", Thing(thing.role, tuple(colored), thing.many), named.words)
    return named


def _at_place(thing: Thing, where: str, draft: Draft) -> Thing:
    """Those of a thing that are at a place."""
    return Thing(
        thing.role, tuple(i for i in thing.which if draft.there.places[i] == where), thing.many
    )


def _dont(behind: Sequence[Part], draft: Draft) -> str:
    """Whether 不要 takes away what is there ("不要标题"), or says what is not to be done ("不要移动")."""
    if not behind or behind[0].kind in ("comma", "and", "stop"):
        return "remove"
    if behind[0].kind in ("from black", "to black"):
        way = "in" if behind[0].kind == "from black" else "out"
        fades = {f"{role} {way}" for role in ("video", "clip", "main")}
        return "remove" if fades & {*draft.there.fades} else "not"
    return "remove" if behind[0].kind == "noun" and draft.of(str(behind[0].value)) else "not"


def _faded_apart(parts: Sequence[Part]) -> list[Part]:
    """ "Fade the title in" as "fade in the title"."""
    out = list(parts)
    for i, one in enumerate(parts):
        if one.kind != "fade":
            continue
        for j in range(i + 1, len(parts)):
            if parts[j].kind in ("comma", "and", "stop", "fadein", "fadeout", "fade"):
                break
            word = parts[j].words.lower().strip()
            if parts[j].kind in ("to", "gone") and word in ("in", "out"):
                out[j] = Part(f"fade{word}", None, parts[j].words)
                break
    return _other_way(out)


def _other_way(parts: Sequence[Part]) -> list[Part]:
    """ "Fade in over 2 s and out over 4 s" with both fades."""
    out = list(parts)
    for i, one in enumerate(out[2:], 2):
        word = one.words.lower().strip()
        behind = out[i + 1].kind if i + 1 < len(out) else "stop"
        named = out[i - 1].kind in ("noun", "text", "file") and out[i - 2].kind == "and"
        if word not in ("in", "out") or one.kind not in ("to", "gone"):
            continue
        if not named and out[i - 1].kind != "and":
            continue
        fading = [each.kind for each in out[:i] if each.kind in ("fadein", "fadeout", "stop")]
        if fading[-1:] == [{"in": "fadeout", "out": "fadein"}[word]] and behind in ("long", "stop"):
            out[i] = Part(f"fade{word}", None, one.words)
    return out


def _positions(role: str, there: Sequence[int], *, many: bool = False) -> Thing:
    return Thing(role, tuple(there), many)


def _is_picture_word(words: str) -> bool:
    return words.lower() in ("picture", "image", "图片", "图")


def _plural(words: str) -> bool:
    return words.lower().rstrip().endswith("s") and not words.lower().endswith("ss")


def _noun(parts: Sequence[Part], i: int, values: Sequence[Any], draft: Draft) -> tuple[Part, int]:
    one = parts[i]
    role = str(one.value)
    if role in ("video", "clip") or role not in (*LAYERS, "text"):
        if role == "clip" and len(draft.there.clips) > 1:
            if _plural(one.words):
                return Part("thing", Thing("video"), one.words), i + 1
            return Part("unclear", None, one.words), i + 1
        if role in ("voice", "sound of it"):
            others = {"voiceover"} if role == "voice" else {"voiceover", "music", "sound"}
            unclear = others & {*draft.there.roles}
            return Part("unclear" if unclear else "thing", Thing("own"), one.words), i + 1
        if role == "text of it":
            there = draft.of("text")
            kind = "thing" if len(there) == len(draft.there.roles) == 1 else "unclear"
            return Part(kind, Thing("text", tuple(there)), one.words), i + 1
        if role == "recorded":
            kind = "thing" if len(draft.there.clips) == 1 else "unclear"
            return Part(kind, Thing("video"), one.words), i + 1
        if role == "whole video":
            return Part("thing", Thing("video", many=True), one.words), i + 1
        if role == "everything":
            kind = "unclear" if draft.there.roles else "thing"
            return Part(kind, Thing("video"), one.words), i + 1
        if _is_picture_word(one.words) and "overlay" in draft.there.roles:
            return Part("unclear", None, one.words), i + 1
        if role == "clip" and draft.follows:
            return Part("unclear", None, one.words), i + 1
        if role in ("video", "clip", "own"):
            return Part("thing", Thing("own" if role == "own" else "video"), one.words), i + 1
        return Part(role, None, one.words), i + 1
    behind = parts[i + 1] if i + 1 < len(parts) else None
    if behind is not None and behind.kind in ("text", "file"):
        name = str(values[int(str(behind.value))])
        there = [at for at in draft.called(name) if at in draft.of(role)]
        if len(there) == 1:
            thing = Thing(role, tuple(there), told=True)
            return Part("thing", thing, one.words + behind.words), i + 2
        return Part("thing", Thing(role), one.words), i + 1  # something new
    found = draft.of(role, one.words)
    pictures = [name for name in draft.files if is_picture(name)]
    if not found and len(pictures) == 1 and one.words.lower() in ("logo", "watermark"):
        return Part("file", pictures[0], one.words), i + 1
    return Part("thing", _positions(role, found, many=_plural(one.words)), one.words), i + 1


def _counted(parts: Sequence[Part], i: int, draft: Draft) -> tuple[Part, int] | None:
    """ "The second title", "both titles", "the last clip"."""
    one = parts[i]
    behind = parts[i + 1] if i + 1 < len(parts) else None
    if behind is not None and (there := _sounds_in(behind, draft)):
        return _counted_sound(one, behind, there), i + 2
    if behind is None or behind.kind != "noun":
        if one.kind == "both":
            return _pair(one, draft), i + 1
        before = [each for each in parts[:i] if each.kind == "noun"]
        if not before and [each.kind for each in parts[:i]] == ["except"]:
            before = [each for each in parts[i:] if each.kind == "noun"][:1]
        if one.kind != "nth" or not before:
            return None
        behind = before[-1]  # "drop the first clip, keep the second"
        i -= 1
    role = str(behind.value)
    words = f"{one.words} {behind.words}"
    if role == "clip" and draft.follows and _PIECE.search(behind.words):
        return Part("unclear", None, words), i + 2  # of the video, or of the clip just spoken of?
    if role in ("clip", "video"):
        if one.kind == "every" or (one.kind == "both" and len(draft.there.clips) == _TWO):
            return Part("thing", Thing("video", many=one.kind == "every"), words), i + 2
        number = _nth(one.value, len(draft.there.clips))
        if one.kind != "nth" or number is None or len(draft.there.clips) < _TWO:
            return None
        return Part("thing", Thing("clip", (number,)), words), i + 2
    found = draft.of(role, behind.words)
    if role not in (*LAYERS, "text"):
        return None
    if one.kind == "both":
        if len(found) != _TWO:
            return None
    elif one.kind == "nth":
        number = _nth(one.value, len(found))
        if number is None or len(found) < _TWO:
            return None
        found = [found[number]]
    many = one.kind in ("every", "both")
    return Part("thing", _positions(role, found, many=many), words), i + 2


def _sounds_in(part: Part, draft: Draft) -> list[int]:
    """Those of several sounds that a word names: "ding", "sound effects"."""
    there = draft.of("sound")
    if part.kind in ("sound effect", "sounds there"):
        there = [i for i in there if i in draft.called(str(part.value))]
    elif part.kind != "effect sound":
        return []
    return there if len(there) > 1 else []


def _counted_sound(one: Part, behind: Part, there: Sequence[int]) -> Part:
    """ "The second ding", "both beeps"."""
    words = f"{one.words} {behind.words}"
    if one.kind == "nth":
        number = _nth(one.value, len(there))
        found = [] if number is None else [there[number]]
        return Part("thing" if found else "unclear", _positions("sound", found), words)
    all_of_them = one.kind == "every" or len(there) == _TWO
    return Part("thing" if all_of_them else "unclear", _positions("sound", there, many=True), words)


def _pair(one: Part, draft: Draft) -> Part:
    """ "Both" of what there are two, and nothing else."""
    there = draft.there
    if len(there.clips) == _TWO and not there.roles:
        return Part("thing", Thing("video"), one.words)
    if len(there.roles) == _TWO and len(there.clips) == 1:
        return Part("thing", Thing("text", (0, 1), many=True), one.words)
    return Part("unclear", None, one.words)


def _nth(wanted: object, count: int) -> int | None:
    if wanted == "middle":
        return count // _TWO if count % _TWO and count > _TWO else None
    if not isinstance(wanted, int):
        return None
    return range(count)[wanted] if -count <= wanted < count else None


def _value(one: Part, values: Sequence[Any], draft: Draft) -> Part:
    """A quoted text, or a file: what is there of that name, or a value."""
    name = str(values[int(str(one.value))])
    there = draft.called(name)
    clips = [i for i, clip in enumerate(draft.there.clips) if clip == name]
    if one.kind == "file" and clips and not there:
        whole = len(clips) == len(draft.there.clips)
        if len(clips) > 1:
            return Part("unclear", None, one.words)
        return Part("thing", Thing("video") if whole else Thing("clip", tuple(clips)), one.words)
    if len(there) == 1 and not clips:
        role = draft.there.roles[there[0]]
        return Part("thing", _positions(role, there), one.words)
    if there or clips:
        return Part("unclear", None, one.words)
    return Part(one.kind, name, one.words)


def targets(thing: Thing, draft: Draft) -> Iterator[op.Target]:
    """A target for each layer that a thing is."""
    for position in thing.which:
        role, number = draft.number(position)
        yield op.Target((role,), which=number)


def is_file_of(kind: str, name: str) -> bool:
    """Whether a file is a `picture`, a `sound` or else a `video`."""
    if is_picture(name):
        return kind == "picture"
    return (kind == "sound") if is_sound(name) else kind == "video"
