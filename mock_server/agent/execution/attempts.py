"""Take a message; where something of it is left alone, try once more what it says in other words."""

import json
import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from mock_server.agent.execution import memory
from mock_server.agent.execution.context import heard
from mock_server.agent.execution.executor import Outcome, attempt
from mock_server.agent.reading.understood import Reading
from mock_server.agent.second_look import breaks_a_word
from mock_server.agent.second_look.assured import roles_kept
from mock_server.agent.second_look.former import leans_elsewhere
from mock_server.agent.second_look.further_back import leans_further_back
from mock_server.agent.second_look.left_undone import leans_on_nothing
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word import (
    Said,
    called_by_name,
    is_of_that_time,
    once_more_then,
    plainly_there,
    read_as_before,
    read_put_right,
    read_word_by_word,
    undone_first,
)
from mock_server.agent.wording.as_it_is_now import as_it_is_now
from mock_server.agent.wording.chinese.another_stretch import another_stretch
from mock_server.agent.wording.chinese.from_and_until import from_and_until
from mock_server.agent.wording.chinese.named_by_time import named_by_time
from mock_server.agent.wording.chinese.not_so import not_so
from mock_server.agent.wording.chinese.plainest_turns import middle_named
from mock_server.agent.wording.chinese.told_beside import told_beside
from mock_server.agent.wording.complained_of import complained_of
from mock_server.agent.wording.daily_follow_ups import daily_follow_ups
from mock_server.agent.wording.denied_there import denied_there
from mock_server.agent.wording.fades_told import fades_told
from mock_server.agent.wording.instead_of_undone import instead_of_undone
from mock_server.agent.wording.it_named import it_named
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.otherwise import LONGEST, said_otherwise
from mock_server.agent.wording.plain_names import called_plainly
from mock_server.agent.wording.said_by_the_way import said_by_the_way
from mock_server.agent.wording.said_daily import said_daily
from mock_server.agent.wording.so_loud import so_loud
from mock_server.agent.wording.spelt_right import spelt_right
from mock_server.agent.wording.the_other import the_other_named
from mock_server.agent.wording.unmuted import unmuted
from mock_server.agent.wording.which_one import each_clip_named, new_clip_named, one_named
from mock_server.media.probe import Media
from mock_server.timeline import Timeline
from mock_server.timeline.pauses import Listen
from mock_server.timeline.tracks import end_of

_FIGURE = Regex(
    r"[0-9%半倍二三四五六七八九十两]|一(?![点些])|\b(?:half|halve|double|twice|third|quarter|one"
    r"|two|three|four|five"
    r"|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def act(
    message: str,
    draft: dict[str, Any],
    media: Mapping[str, Media],
    earlier: Sequence[str] = (),
    *,
    listen: Listen = heard,
) -> Outcome:
    """Carry out what the agent understands of `message`, as `attempt` does.

    Where both readers know what to do, they have to do the same; otherwise nothing is done. What is done of
    the same in other words is done only if all of it is, and if nothing of it gainsays the message itself,
    or what that leans on.
    """
    there, kept = there_in(draft, earlier), roles_kept(message)
    if (named := daily_follow_ups(middle_named(message, there), there)) != message:
        return act(named, draft, media, earlier, listen=listen)
    if (named := told_beside(message)) != message:
        other = act(named, draft, media, earlier, listen=listen)
        if _all_done(other) and not breaks_a_word(message, draft, other.draft):
            return other
    if (named := _by_the_draft(message, there, memory.left_undone(earlier)[1])) != message:
        other = act(named, draft, media, earlier, listen=listen)
        if _all_done(other) and not breaks_a_word(message, draft, other.draft):
            return other
    outcome = attempt(message, draft, media, earlier, listen=listen)
    second = None
    follows = bool(earlier)
    reading = read_word_by_word(message, tuple(media), there, follows=follows)
    words, leaning = message, None
    if reading is None:
        right = read_put_right(message, there, tuple(media), follows=follows)
        words, reading = right or (message, None)
        leaning = None if reading else _as_before(message, draft, media, earlier, there)
    if told := reading or leaning:
        second = attempt(
            words,
            draft,
            media,
            earlier,
            listen=listen,
            kept=kept,
            reading=told,
            leans=bool(leaning),
        )
    if leaning and second and _all_done(second) and is_of_that_time(message):
        return second
    if _all_done(outcome):
        if second is None or not _all_done(second):
            return outcome
        in_steps = not _FIGURE.search(message)
        if memory.is_alike(second.draft, outcome.draft, in_steps=in_steps):
            return outcome
        left = Reading("zh" if HAN.search(message) else "en", [], [message[:200]])
        return attempt(message, draft, media, earlier, listen=listen, reading=left)
    drafts, _ = memory.drafts(earlier)
    former = json.loads(drafts[-1]) if drafts else None
    undone = memory.left_undone(earlier)
    named = message if all(undone) else it_named(message, "".join(undone))
    if named != message:
        other = act(named, draft, media, earlier, listen=listen)
        return other if _all_done(other) else outcome

    if former and not any(undone):
        named = the_other_named(message, former, draft)
        if named != message:
            other = act(named, draft, media, earlier, listen=listen)
            if _all_done(other):
                return other

    plain = called_plainly(message, there)
    if plain != message:
        other = act(plain, draft, media, earlier, listen=listen)
        if _all_done(other) and not breaks_a_word(message, draft, other.draft):
            return other

    def holds(other: Outcome) -> bool:
        """Whether what was done is what the message itself says, and what that leans on."""
        if breaks_a_word(message, draft, other.draft):
            return False
        if other is second and leaning:
            return True
        if former and leans_elsewhere(message, former, draft, other.draft):
            return False
        if drafts and leans_further_back(message, drafts, draft, other.draft):
            return False
        return not leans_on_nothing(message, *undone, draft, other.draft)

    if second and _all_done(second) and holds(second):
        return second
    for words, vague in said_otherwise(message, tuple(media), there):
        other = attempt(words, draft, media, earlier, listen=listen, kept=kept)
        lacks = not vague and (other.misunderstood or other.refused)
        if other.changed and not lacks and holds(other):
            return other
    return outcome


def _as_before(
    message: str,
    draft: dict[str, Any],
    media: Mapping[str, Media],
    earlier: Sequence[str],
    there: There,
) -> Reading | None:
    """The reading of a message by the one before, where that is read by itself as it was carried out."""
    drafts, _ = memory.drafts(earlier)
    if not drafts or any(memory.left_undone(earlier)):
        return None
    former, said = memory.draft_of(drafts[-1]), memory.said_before(drafts[-1])[0]
    last = Said(said, there_in(former, drafts[:-1]))
    if again := once_more_then(message, last.there, there):
        return again
    if taken_back := undone_first(message, said, last.there, tuple(media)):
        return taken_back
    if (named := called_by_name(said, last.there)) != said:
        said, last = named, Said(named, last.there)
    found = read_as_before(message, last, there, tuple(media))
    if found is None:
        return None
    reading = read_word_by_word(said, tuple(media), last.there, follows=len(drafts) > 1)
    if reading is None:
        return None
    done = attempt(said, former, media, drafts[:-1], reading=reading)
    return found if memory.is_alike(done.draft, draft) else None


def _by_the_draft(message: str, there: There, idle: str) -> str:
    """A message with its times, or what it tells by them, or which ones it means, as the draft has them;
    `idle` is one that took back what was done."""
    if len(message) > LONGEST:
        return message
    for turn in (
        from_and_until,
        named_by_time,
        another_stretch,
        not_so,
        new_clip_named,
        each_clip_named,
        one_named,
        spelt_right,
        so_loud,
        as_it_is_now,
        fades_told,
        denied_there,
        complained_of,
        called_by_name,
        said_daily,
        said_by_the_way,
        plainly_there,
    ):
        if (named := turn(message, there)) != message:
            return named
    if (named := unmuted(message, there.last)) != message:
        return named
    return instead_of_undone(message, idle)


def _all_done(outcome: Outcome) -> bool:
    return outcome.changed and not (outcome.misunderstood or outcome.refused)


def there_in(draft: dict[str, Any], earlier: Sequence[str] = ()) -> There:
    """What a draft holds, for those who read a message by it."""
    timeline = Timeline.of(draft)
    layers = sorted(timeline.layers, key=lambda one: int(one["s"]))
    main = timeline.main
    last = _last(earlier)
    fades = {
        f"{one.get('role', 'video')} {way}": int(one[f"fade_{way}"]) / 1_000
        for one in (*main, *layers)
        for way in ("in", "out")
        if one.get(f"fade_{way}")
    }
    return There(
        roles=[str(one["role"]) for one in layers],
        texts=[str(one.get("text", "")) for one in layers],
        colors=[str(one.get("color", "")) for one in layers],
        places=[str(one.get("pos", "")) for one in layers],
        lasting=[int(one["s"]) == 0 and end_of(one) >= timeline.duration for one in layers],
        clips=[str(one.get("src", "")) for one in main],
        looks=[_look(one.get("color")) for one in main],
        speeds=[float(one.get("speed", 1)) for one in main],
        fades_in=any("fade_in" in one for one in main[:1]),
        seconds=timeline.duration / 1_000,
        last=last,
        names=[str(one.get("name") or one.get("src", "")) for one in layers],
        gone=_gone(earlier[-1], {one["id"] for one in layers}) if last else (),
        joins=[_join(one["tr"]) for one in main[1:] if one.get("tr")],
        spans=[(int(one["s"]) / 1_000, end_of(one) / 1_000) for one in layers],
        starts=[int(one["s"]) / 1_000 for one in main],
        levels=[float(one.get("vol", 1)) for one in main],
        fades=list(fades),
        fade_lengths=list(fades.values()),
        frozen=[bool(one.get("freeze")) for one in main],
        join_lengths=[_join_length(one["tr"]) for one in main[1:] if one.get("tr")],
        volumes=[float(one.get("vol", 1)) for one in layers],
        zooms=[float(one.get("zoom", 1)) for one in layers],
    )


def _last(earlier: Sequence[str]) -> str:
    """The message that was done last; empty where one was left alone behind it."""
    said, _, lost = memory.said_before(earlier[-1]) if earlier else ("", "", True)
    return "" if lost else said


def _gone(earlier: str, there: Container[object]) -> list[str]:
    """The roles of the layers of an earlier draft that are not there any more."""
    before = Timeline.of(memory.draft_of(earlier)).layers
    return [str(one["role"]) for one in before if one["id"] not in there]


def _join(transition: object) -> str:
    kind = str(transition.get("type", "")) if isinstance(transition, Mapping) else ""
    return kind or "crossfade"


def _join_length(transition: object) -> float:
    return float(transition.get("d", 0)) / 1_000 if isinstance(transition, Mapping) else 0.0


def _look(color: object) -> str:
    return str(color.get("name", "")) if isinstance(color, Mapping) else ""
