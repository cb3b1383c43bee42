"""English: what a message puts right behind a comma, or in the one before, holds: "music until 30, I mean
from 30", "mute the clip, or rather just the first half", "no, until 40", "undo the position"."""

from mock_server.agent.second_look.edit import Edit, changed_keys, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.numbers import clock_ms
from mock_server.timeline.tracks import Segment, end_of

_RATHER = r"[,;.–-] ?(?:or rather|i mean|i meant|no|sorry|wait|actually),? "
_N = r"(?:[0-9]{1,2}:[0-9]{2}|[0-9]+(?:\.[0-9]+)?)"
_UNTIL_OR_FROM = words(
    rf"\b(?P<was>until|till|from) {_N}(?: ?s\w*)?{_RATHER}"
    rf"(?P<is>until|till|from) (?P<at>{_N})"
)
_ONLY_THAT = words(rf"{_RATHER}(?:just|only) (?:the )?(?:first|last|middle|[0-9])")
_SHORTENS = words(
    r"\b(?:cut|trim|keep|remove|delete|shorten|lose|drop|chop|take|need|want|leave|clip it)\b"
)
_NO_UNTIL = words(
    r"\A\W*(?:no|sorry|wait|rather|actually)[,.]? (?:only |just )?(?P<edge>until|till|from) "
    r"[0-9.:]+(?: ?s\w*)?(?![0-9.:]| ?(?:to|-|until|till)\b)"
)
_UNDO_THAT = words(
    r"\A\W*(?:please )?(?:undo|revert|take back) (?:only |just )?(?:the |its |that )?"
    r"(?P<what>position|place|move|size|colou?r|rotation|crop|cropping|speed|volume|fade|opacity|look)"
    r"(?: change)?(?: only| please)?\W*\Z"
)
_OF = {
    "position": {"pos", "x", "y"}, "place": {"pos", "x", "y"}, "move": {"pos", "x", "y", "s", "d"},
    "size": {"size", "scale"}, "color": {"color"}, "colour": {"color"}, "rotation": {"rotate"},
    "crop": {"crop", "crop_top", "crop_bottom", "crop_left", "crop_right"},
    "speed": {"speed", "s", "d"}, "volume": {"vol"}, "fade": {"fade_in", "fade_out"},
    "opacity": {"opacity"}, "look": {"color"},
}  # fmt: skip


def _keeps_what_was_wrong(plain: str, edit: Edit) -> bool:
    """ "Mute the clip until 20, no, from 20", and its beginning is silent."""
    found = _UNTIL_OR_FROM.search(plain)
    if found is None or found["was"].lower()[0] == found["is"].lower()[0]:
        return False
    ms = clock_ms(found["at"])
    edge = "s" if found["is"].lower() == "from" else "end"
    now = [one for _, one in edit.layers if one]
    was = [_like(one) for one in edit.before[0]]
    now += [one for one in edit.after[0] if _like(one) not in was]
    return not any((one["s"] if edge == "s" else end_of(one)) == ms for one in now)


def _like(one: Segment) -> dict[str, object]:
    """What a clip is like, wherever it stands."""
    return {key: value for key, value in one.items() if key not in ("id", "s", "d", "in", "out")}


def _cuts_to_that(plain: str, edit: Edit) -> bool:
    """ "Double speed, or rather just the first half", and the other half is gone."""
    if not _ONLY_THAT.search(plain) or _SHORTENS.search(plain):
        return False
    return shown(edit.after[0]) < shown(edit.before[0])


def loses_the_other_edge(plain: str, edit: Edit) -> bool:
    """ "Music from 10 to 30", "no, until 40", and it begins at 0."""
    found = _NO_UNTIL.search(plain)
    if found is None:
        return False
    there = {one.get("src") for one in edit.before[1]}
    if any(one.get("src") in there for one in edit.added):
        return True
    if found["edge"].lower() == "from":
        return any(
            was and now and end_of(was) != end_of(now) and was["d"] != now["d"]
            for was, now in edit.layers
        )
    return any(was and now and was["s"] != now["s"] for was, now in edit.layers)


def takes_back_more(plain: str, edit: Edit) -> bool:
    """ "Undo the position", and the size is as it was, too."""
    found = _UNDO_THAT.search(plain)
    if found is None:
        return False
    allowed = _OF[{"cropping": "crop"}.get(found["what"].lower(), found["what"].lower())]
    if any(not was or not now for was, now in edit.layers):
        return True
    if len(edit.before[0]) != len(edit.after[0]):
        return "s" not in allowed
    pairs = [*edit.altered, *edit.clips]
    return any(not changed_keys(*pair) - {"id"} <= allowed for pair in pairs)


_ONE_OF_SEVERAL = words(
    r"\bthe (?:first|second|third|last|other)(?: one| title| caption| text| logo| clip)?\b"
    r"(?! (?:[0-9]|half))",
    "第[一二三四](?:个|条|张|首)|最后一(?:个|条|张|首)|另一?(?:个|条|张|首)",
)
_THAT_INSTEAD = words(
    r"(?:不是(?:这|那)一?[个条张首段]|不对|[搞弄说选]错了?)[,，。 ]+(?:应该|而|要)?是"
    r"(?:第[一二三四]|最后一|另一?)[个条张首](?:标题|字幕)?[吧啊了]*[ 。！!]*\Z"
)
_SEVERAL = words(r"\b(?:both|all|and|too|also|as well|same)\b", "都|也|和|全|同样")


def takes_back_the_others(plain: str, edit: Edit) -> bool:
    """ "Both titles orange", "make the second one blue instead", and the first is not orange any more."""
    named = [] if _THAT_INSTEAD.search(plain) else _ONE_OF_SEVERAL.findall(plain)
    roles = [str(was.get("role")) for was, _ in edit.altered]
    return len(named) == 1 and not _SEVERAL.search(plain) and len({*roles}) < len(roles)


CHECKS = (_keeps_what_was_wrong, _cuts_to_that)
