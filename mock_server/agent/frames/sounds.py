"""Frames that add what is heard: music, voice-overs and sound effects."""

import re
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.fading import fades
from mock_server.agent.frames.layers import (
    asks_for_more,
    has_article,
    is_new,
    owns_fades,
    skipped,
    stands_before,
)
from mock_server.agent.frames.levels import level
from mock_server.agent.frames.phrasing import file_name, listed_alone, looks_like_file, need, when
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range

SOUND_MS = 1_000
QUIET = 0.3  # of "song.mp3 quietly": the level that music under speech usually has (assumed)
DEFAULT_MOOD = "lo-fi"


def _is_known(s: Slots) -> bool:
    """Whether "the piano music" is spoken of: one that is there."""
    said = pairwise(s.tokens)
    return any(a.words.lower() == "the" and b.tags & {"mood", "music"} for a, b in said)


def music(s: Slots) -> op.Operation | None:
    """Music by mood, name or file: how loud, when, with fades, under speech."""
    source = file_name(s, sound=True)
    need(asks_for_more(s) or source)
    need(not (s.tokens[0].is_a("louder") or s.tokens[0].is_a("quieter")))  # of what is there
    if source:
        s.all("have", "last", "backdrop", "track")
        s.all("begin") if s.said("skipping") or not (s.chinese and s.said("time")) else None
        s.all("show")
    named_music = (
        s.take("music")
        or (s.has("mood") and s.take("track"))
        or (
            s.has("genre")
            and (s.said("add") or s.has("percent", "range") or (s.said("show") and is_new(s)))
        )
    )
    s.all("music")
    s.take("have") and s.take("show")
    s.take("it") if (source or is_new(s)) and _is_put_on_it(s) else None
    need(named_music or (source and not s.has("effect", "voiceover", "sound")))
    need(s.said("music", "add", "show") or s.it != "music")  # "no, song.mp3": instead?
    need(s.said("add", "show") or not any(t.words.lower() == "new" for t in s.tokens))  # instead?
    need(s.said("add") or source or s.has("text", "mood") or (s.said("show") and is_new(s)))
    values: dict[str, Any] = fades(s)
    need(not values or source or s.has("text", "mood") or _are_of_it(s))
    need(not values or (owns_fades(s) and (source or s.said("add") or not _is_known(s))))
    if s.all("duck"):
        values["duck"] = True
        s.all("quieter", "down", "sound", "voiceover", "auto")
        s.take("it") if sum(one.is_a("duck") for one in s.tokens) > 1 else None  # "…, and duck it"
    told = s.row("mooded to? text", "says to? text", "text")
    if source is None:
        file = file_name(s)
        need(file is None)
    if source:
        values["src"] = source
        need(told is None)
    else:
        mood = _mood(s) if told is None else None
        values["name"] = told["text"] if told is not None else mood or DEFAULT_MOOD
    begun = skipped(s) if source else None
    if begun is not None:
        values["in"] = begun
    loudness, compared = _loudness(s)
    values |= loudness
    span, at = when(s, None)
    s.take("something")
    if s.take("instead"):
        need(s.said("add") and not s.said("sound"))
    need(not s.has("mood"))
    added = op.AddLayer("music", span, at, values)
    used = any(
        a.is_a("music") and b.words in ("用", "选用", "采用", "使用") for a, b in pairwise(s.tokens)
    )
    if used and not (s.said("add") or span or at):
        return op.Change(op.Target(("music",)), values, otherwise=added)  # "音乐用爵士"
    if s.said("add", "music") or source:
        return added
    need(not any(one.words.lower() in ("the", "that", "my") for one in s.tokens))
    if s.said("show") or span or at is not None:
        return added
    changed = {key: value for key, value in values.items() if key != "name"}
    need(not compared)  # twice as loud as it is, if it is there
    return op.Change(op.Target(("music",), str(values["name"])), changed, otherwise=added)


def _are_of_it(s: Slots) -> bool:
    """Whether fades are those of music to be added: not so in "给音乐加上2秒淡入"."""
    given = s.chinese and stands_before(s, "music", "add")
    return stands_before(s, "music", "fade") and not given


def _is_put_on_it(s: Slots) -> bool:
    """Whether music is to go under the video: "put some music on it"."""
    said = pairwise(s.tokens)
    return any(
        a.words.lower() in ("on", "under", "to", "over", "behind") and b.is_a("it") for a, b in said
    )


def _mood(s: Slots) -> str | None:
    """What the music is like: "calm", or "calm piano" as it is written."""
    s.take("mooded") if s.said("mood", "genre") else None
    places = [i for i in s.left() if s.tokens[i].is_a("mood") or s.tokens[i].is_a("genre")]
    s.taken.update(places)
    found = [s.tokens[i].readings for i in places]
    names = [str(one.get("mood", one.get("genre"))) for one in found]
    if len(set(names)) <= 1:
        return names[0] if names else None
    need(len(places) == 2 and places[1] == places[0] + 1)
    return " ".join(s.tokens[i].words.lower() for i in places)


def _loudness(s: Slots) -> tuple[dict[str, Any], bool]:
    """The level, if one is told, and whether it is told by how loud it is now."""
    s.row("volume set ^to ^percent|level", "stop set ^to ^percent|level")
    for louder, span in pairwise(s.tokens):  # "…, louder from 10 to 20 s" is not all of it
        part = any(map(span.is_a, ("range", "portion", "from", "at", "in")))
        need(not (part and any(map(louder.is_a, ("louder", "quieter")))))
    softly = s.all("softly")
    to, by = level(s)
    video = any(one.is_a("video") and not one.is_a("whole") for one in s.tokens)
    need((to is None and by is None) or not (video or s.said("sound:True")))  # "加音乐，原声大一点"
    if by is not None:
        return {"vol": round(by, 3)}, True
    to = QUIET if softly and to is None else to
    return ({} if to is None else {"vol": to}), False


def voiceover(s: Slots) -> op.Operation | None:
    """A text that is read out."""
    if not s.has("voiceover") or s.has("remove", "replace", "move", "rename", "sound:True"):
        return None
    led = s.tokens[0].words.lower() == "with"  # "with a fade-in, add …"
    need(led or not s.has("fade") or stands_before(s, "voiceover", "fade"))
    voice = _voice(s)
    s.all("voiceover")
    known = any(a.words.lower() == "the" and b.is_a("voiceover") for a, b in pairwise(s.tokens))
    need(
        not (known and (s.said("must", "set") or s.said("says", "rename")))
    )  # it has another text then
    need(not any(token.words in ("也", "也是") for token in s.tokens))  # "旁白“再见”也是2秒"
    s.all("add", "show", "generate")
    s.take("set") if has_article(s) else None
    need(not any(t.is_a("range") and t.words.endswith(("之后", "以后", "后")) for t in s.tokens))
    values: dict[str, Any] = fades(s)
    words = s.all("text")
    need(len(words) == 1)
    values |= {"text": words[0]} | ({} if voice is None else {"voice": voice})
    values |= _loudness(s)[0]
    if s.has("end") and not s.has("time", "range") and s.take("end"):
        return op.AddLayer("voiceover", None, None, values, to_end=True)
    span, at = when(s, None, bare=not s.chinese)
    behind = any(t.is_a("range") and t.words.lower().startswith("after") for t in s.tokens)
    if behind and isinstance(span, Range) and span.end is None:
        at, span = span.start, None  # "after 2 s" is when it begins
    return op.AddLayer("voiceover", span, at, values)


def _voice(s: Slots) -> str | None:
    """The name of the voice, right before the word for it ("“calm” 的声音念…") or behind it."""
    at = next((i for i in s.left() if s.tokens[i].is_a("voiceword")), 0)
    possessed = at > 0 and s.tokens[at - 1].words == "的"
    leads = at > possessed and s.tokens[at - 1 - possessed].is_a("text")
    leads &= not (at > 1 and s.tokens[at - 2].is_a("says"))
    possessed |= leads and at > 1 and s.tokens[at - 2].words.lower() == "the"
    behind = None if leads and possessed else s.row("voiceword to|show? text voiceword?")
    need(behind is None or not leads)  # "“A” voice “B”": which is to be read?
    found = behind or s.row("text voiceword")
    return None if found is None else str(found["text"])


def sound(s: Slots) -> list[op.Operation] | None:
    """One sound effect at each of the times."""
    if s.has("remove", "cut", "replace", "move", "rename", "music"):
        return None
    verb = s.take("add", "show") | (s.take("have") and s.take("show"))
    effect = s.take("effect")
    need(verb or effect or not s.has("bleep"))
    source = file_name(s, sound=True) if effect else None
    names = [source] if source else s.all("sfx")
    plain = any(token.words.lower() in ("sound", "声音") for token in s.tokens)
    need(effect or s.it != "voiceover" or not (plain and s.has("text")))  # by whom it is read
    if (not names and (effect or plain)) or (effect and s.count("text") == 1):
        names = s.all("text")
    need(len(names) == 1 and (verb or effect or (s.said("sfx") and not s.has("set"))))
    need(source or not looks_like_file(str(names[0])))
    need(max(s.count("time"), s.count("range")) > 1 or not s.said("each"))
    s.take("each")
    known = any(a.words.lower() == "the" and b.is_a("sfx") for a, b in pairwise(s.tokens))
    need(verb or not known)
    s.take("effect", "sound")
    s.take("there") if names == ["bleep"] else None
    faded = fades(s)
    need(not faded or owns_fades(s))
    values: dict[str, Any] = {**faded, **_loudness(s)[0]}
    name = {"src" if source else "name": names[0]}
    added = [op.AddLayer("sound", span, at, values | name) for span, at in _moments(s)]
    put = known and any(token.words.lower() in ("put", "place") for token in s.tokens)
    if put and len(added) == 1 and s.said("time", "range"):
        target, one = op.Target(("sound",), names[0]), added[0]  # "put the ding at 12 s"
        return [op.Change(target, values, one.range, one.at, otherwise=one)]
    return [*added]


def _as_long_as_it_is(s: Slots) -> dict[str, Any] | None:
    """The length in front of a sound that has a time of its own: "a two-second whoosh at 14"."""
    times = s.places.get("time", [])
    if len(times) != _TWO:
        return None
    for i in times:
        behind = s.tokens[i + 1 : i + 4 if s.chinese else i + 3]
        if s.chinese and [one.words for one in behind[:1]] != ["的"]:
            continue
        if not s.chinese and not _A_LENGTH.search(s.tokens[i].words):
            continue
        if any(one.is_a("sfx") or one.is_a("effect") for one in behind):
            s.taken.add(i)
            return s.tokens[i].readings
    return None


def _as_long_as_told_last(s: Slots) -> dict[str, Any] | None:
    """The length behind a sound that has a time of its own: "第15秒加“叮”的音效一秒"."""
    times = s.places.get("time", [])
    if not s.chinese or len(times) != _TWO:
        return None
    between = [one for one in s.tokens[times[0] + 1 : times[1]] if not one.is_a("stop")]
    if not any(one.is_a("effect") for one in between[-1:]) or times[1] != len(s.tokens) - 1:
        return None
    s.taken.add(times[1])
    return s.tokens[times[1]].readings


_TWO = 2
_A_LENGTH = Regex(r"second\Z", re.IGNORECASE)


def _moments(s: Slots) -> list[tuple[Range | None, int | None]]:
    if s.take("end"):
        return [(Range(-SOUND_MS, None), None)]
    if s.take("start"):
        return [(None, 0)]
    until = s.row("last to time") if s.chinese else None
    lasts = s.row("last|for for? to? time") or _as_long_as_it_is(s) or _as_long_as_told_last(s)
    times = []
    while (found := s.row("begin? at|from? time begin?")) is not None:
        times.append(int(found["time"].ms))
    need(times == sorted(times))  # "at 15, 2 seconds"
    if until is not None:  # "29秒加叮咚，持续到30秒"
        need(len(times) == 1 and lasts is None and times[0] < until["time"].ms)
        return [(Range(times[0], until["time"].ms), None)]
    if lasts is not None:  # "5秒加掌声，持续3秒"
        need(len(times) == 1)
        return [(Range(times[0], times[0] + lasts["time"].ms), None)]
    spans = s.all("range")
    need(not (times and spans) and (len(spans) <= 1 or listed_alone(s, "range")))
    begun = [t.words for t in s.tokens if t.is_a("range")]
    if len(spans) == 1 and _BEGINS.match(begun[0]) and not _GOES_ON.search(begun[0]):
        return [(None, spans[0].start)]
    if spans:
        return [(_moment(s, span), None) for span in spans]
    return [(None, at) for at in times] or [(None, None)]


# "From 6.5 s" is when a sound begins, "from 6.5 s on" how long it is heard.
_BEGINS = Regex(
    r"from <|从[^到至]*起\Z|(?:from|从) ?第?[0-9.]+ ?(?:s|seconds?|秒)处?\Z", re.IGNORECASE
)
_GOES_ON = Regex(r"\b(?:on|onwards?|end|finish)\b|[到至结末尾后]", re.IGNORECASE)


def _moment(s: Slots, span: Range) -> Range:
    """ "结束前两秒" is when a sound begins, not how long it is."""
    before = any(token.is_a("range") and "前" in token.words for token in s.tokens)
    if span.start >= 0 or not before:
        return span
    return Range(span.start, min(0, span.start + SOUND_MS) or None)


def asks_for_some(s: Slots) -> bool:
    """Whether some music is spoken of that is not there yet: "put some music under it"."""
    said = pairwise(s.tokens)
    return any(a.words.lower() == "some" and b.tags & {"mood", "music"} for a, b in said)


def is_added(s: Slots, role: str) -> bool:
    """Whether a sound is added, and more is said of it behind a comma: "加音乐，最后2秒淡出"."""
    said = [one for one in s.tokens if not one.carries_nothing]
    threes = zip(said, said[1:], said[2:], strict=False)
    return any(a.is_a("add") and b.is_a(role) and c.is_a("stop") for a, b, c in threes)
