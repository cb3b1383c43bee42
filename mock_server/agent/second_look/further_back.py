"""What Chinese says short behind two steps: "还是右下角吧", "还是5秒吧", "恢复原来的音量".

The reader sees the last message alone. What is put right may be the one before it: then the step between
is taken back unasked, or a figure goes to what was never told one. `earlier` are the drafts before, the
newest last."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mock_server.agent.second_look.corrected import (
    asks_to_take_back,
    corrects_otherwise,
    only_takes_back,
    puts_right,
)
from mock_server.agent.second_look.edit import Edit, segments
from mock_server.agent.second_look.former import leans_elsewhere
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_STILL = Regex(
    "[ ,，]*(?:嗯|算了|那)?[ ,，]*还是"
    "(?![^,，]*(?:不要|算了|撤|取消|原|删|去掉))[^,，。;；]{1,12}[ 。.!！]*"
)
_FIGURE = Regex(
    "[ ,，]*(?:嗯|那)?(?:还是|改成|改为|改到|换成|那就|就|调成|调到)*用?"
    "(?:[0-9.]+|[一二两三四五六七八九十半]+)"
    "(?P<unit>秒|%|倍|成)钟?(?:吧|好了|就行|就好|比较好|更?好|试试)*[ 。.!！]*"
)
_AS_BEFORE = words("原来的?|原先的?|之前的?|原本的?|原样")
_BACK = words("恢复|还原|变回|调回|改回|还是|回到|换回")
_PLACE = ("id", "s", "d", "in", "out", "tr")


def misses_the_one_before(
    message: str,
    earlier: Sequence[str],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    lacks: bool,
) -> bool:
    """Whether a message that corrects the one before, or leans on it, has done otherwise."""
    former = json.loads(earlier[-1])
    if not _changed(Edit.of(before, after)):
        return _was_otherwise(message, former, before)
    if leans_further_back(message, earlier, before, after):
        return True
    if leans_elsewhere(message, former, before, after):
        return True
    taken_back = lacks and only_takes_back(former, after)
    if taken_back and (puts_right(message) or not asks_to_take_back(message)):
        return True
    return puts_right(message) and corrects_otherwise(message, former, before, after)


def _was_otherwise(message: str, former: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Whether it is so already only by the reader: "恢复原来的颜色" behind a change of it."""
    told = _AS_BEFORE.search(message) and _BACK.search(message)
    return bool(told) and bool(Edit.of(former, before).values)


def leans_further_back(
    message: str, earlier: Sequence[str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a short message that may lean on an earlier one has changed what that has not told."""
    former = json.loads(earlier[-1])
    alone = not re.search(r"[,，。;；][^ ,，。;；]", message)
    if alone and _AS_BEFORE.search(message) and _BACK.search(message):
        return _is_as_it_never_was([json.loads(one) for one in earlier], Edit.of(before, after))
    if len(earlier) < 2:
        return False
    if (found := _FIGURE.fullmatch(message)) and found["unit"] not in str(former.get("said", "")):
        told = json.loads(earlier[-2])
        if found["unit"] in str(told.get("said", "")):
            return not _changed(Edit.of(before, after)) <= _changed(Edit.of(told, former))
    return bool(_STILL.fullmatch(message)) and _takes_the_step_back(former, before, after)


def _takes_the_step_back(
    former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether the last step is gone, and nothing of its kind has taken its place."""
    made, left = _changed(Edit.of(former, before)), _changed(Edit.of(former, after))
    undone = made & _changed(Edit.of(before, after))
    return (
        bool(undone)
        and undone == made
        and {key for _, key in made}.isdisjoint(key for _, key in left)
    )


def _changed(edit: Edit) -> set[tuple[object, str]]:
    """The things that are not as they were, each with what it is."""
    pairs = [*edit.layers, *_clips(edit)]
    return {
        ((was or now)["id"], key)
        for was, now in pairs
        for key in was.keys() | now.keys()
        if was.get(key) != now.get(key)
    }


def _clips(edit: Edit) -> Iterator[tuple[Segment, Segment]]:
    now = {one["id"]: one for one in edit.after[0]}
    was = {one["id"]: one for one in edit.before[0]}
    for ident in was.keys() | now.keys():
        yield was.get(ident, {}), now.get(ident, {})


def _is_as_it_never_was(earlier: list[Mapping[str, Any]], edit: Edit) -> bool:
    """ "恢复原来的音量" behind a level of 50 % that was another one, and it is 100 %."""
    drafts = map(segments, earlier)
    then = [{one["id"]: one for one in (*clips, *layers)} for clips, layers in drafts]
    pairs = [*edit.altered, *((was, now) for was, now in _clips(edit) if was and now)]
    return any(
        was.get(key) != now.get(key)
        and all(now["id"] in one for one in then)
        and all(one[now["id"]].get(key) != now.get(key) for one in then)
        for was, now in pairs
        for key in (was.keys() | now.keys()) - {*_PLACE}
    )
