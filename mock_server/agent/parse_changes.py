"""Builders that change and remove layers."""

from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.building import looks_like_file, one_range
from mock_server.agent.clauses import Clause
from mock_server.agent.options import fades, first, level_of, option, position, text_options
from mock_server.agent.parse_layers import ADDERS, sound_values
from mock_server.agent.parse_picture import louder
from mock_server.agent.quantities import Time
from mock_server.agent.ranges import Range

_NOUNS = (
    r"(?:titles?|captions?|subtitles?|lower|text|music|overlay|logo|sound|voice|song|track|copy|one"
    r"|segment|watermark)"
)
_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"lower[- ]?thirds?|人名条|名条|下三分之一|字条", ("lower-third",)),
    (r"\btitles?\b|标题|片头文字", ("title",)),
    (r"\bcaptions?\b|\bsubtitles?\b|字幕", ("caption",)),
    (r"voice[- ]?over|narration|旁白|配音", ("voiceover",)),
    (r"sound effects?|\bsfx\b|音效", ("sound",)),
    (r"\bmusic\b|\bbgm\b|soundtrack|\bsong\b|音乐|配乐|\baudio track\b", ("music",)),
    (
        r"\boverlays?\b|\blogo\b|watermark|picture[- ]in[- ]picture|叠加|贴图|水印|画中画",
        ("overlay",),
    ),
    (r"\btext(?:s| segments?)?\b|文字|文本", ("title", "lower-third", "caption")),
)
_WHICH = (
    (rf"\bfirst {_NOUNS}|第一[个条段首]", 0),
    (rf"\bsecond {_NOUNS}|第二[个条段首]", 1),
    (rf"\bthird {_NOUNS}|第三[个条段首]", 2),
    (rf"\b(?:last|final) {_NOUNS}|最后一[个条段首]", -1),
)
_DUPLICATE = (
    r"\bduplicate|\bsecond copy\b|\b(?:extra|additional) cop(?:y|ies)\b|\brepeated\b|\btwice\b"
    r"|\bone of (?:them|these|the two)\b|重复|多余的一"
)
_HEARD = {"music", "voiceover", "sound"}

_RENAMES = (
    r"\b(?:change|changed|set|replace|rename|make|update|correct|edit|fix|say|says|read|reads"
    r"|rewrite)\b|改|换|替换|更新|修改"
)
_NEW_TEXT = (
    r"(?:to|with|by|into|as|say|says|read|reads|is|be|:) "
    r"(?:the (?:text|words|one|title|music|name) )?<text|file>",
    r"(?:改成|改为|换成|换为|替换为|替换成|变成|为|成|:) ?<text|file>",
)
_NEW_ROLE = (
    r"\b(?:second line|role|sub ?line|job title|position line)\b[^,;]{0,60}? (?:to|is|be|read):? ?<text>",
    r"<text> as (?:its|the|a) (?:second line|role|sub ?line)",
    r"(?:第二行|职位|身份|头衔)[^,;]{0,20}?(?:改成|改为|换成|设为|为|是|:) ?<text>",
)
# "the title at 0-3 s" names a title by its place, "the title must run from 0 to 3 s" moves it.
_OLD_RANGE = (
    r"(?:title|text|captions?|music|third|overlay|effect|segment|voice-?over|logo|track|<:text|file>)"
    r",? ?(?:at|on|in|from|that runs?|which runs?|currently at|now at)? ?<range>",
    r"(?:在|位于)? ?<range>(?:处|之间)?的",
)
_MOVES = (
    r"\b(?:move|shift|run|runs|retime|extend|shorten|lengthen|trim|span|cover|appear|last|play)\b"
    r"|\bset .{0,30}\bto <range>|移|挪|延长|缩短|应该?在|显示在"
)
_SHOWS = r"\b(?:show|put|place|display|play|have|use|render|hold|run)\b|放|显示|播放"
_LENGTHENS = r"\b(?:trim|shorten|extend|lengthen|last|lasts|long|cut)\b|延长|缩短|时长|长度"
_LENGTH = (
    r"\b(?:last|lasts|lasting|for|long|length|duration|to|run|runs|be)\b[^\ue000]{0,12}<time>",
    r"<time>[- ](?:long|in length|in duration)",
    r"(?:时长|持续|显示|长度|延长到|缩短到|长)[^\ue000]{0,6}<time>",
)
_START = (
    r"\b(?:start|starts|begin|begins|appear|appears|move)\b[^\ue000]{0,16}\b(?:at|to|from)\b ?<time>",
    r"\b(?:to|at) <time>",
    r"(?:移到|移动到|挪到|从|在) ?<time>",
)


_BY = (
    r"<time>(?:s)? (?:longer|later|shorter|earlier|sooner)",
    r"\bby <time>",
    r"(?:延长|缩短|推后|推迟|提前|后移|前移)(?:了)? ?<time>",
    r"<time>(?:更)?(?:长|短)一?点?",
)
_LESS = r"shorter|shorten|trim|earlier|sooner|缩短|提前|前移|更短"
_SHIFTS = r"\b(?:later|earlier|sooner|move|shift)\b|推后|推迟|提前|后移|前移"


def roles(clause: Clause) -> tuple[str, ...]:
    """The roles of the segments that the clause names."""
    found = first(clause, _ROLES)
    return found if isinstance(found, tuple) else ()


def _all_roles(clause: Clause) -> tuple[str, ...]:
    """Every role that the clause names; "text" alone means all texts."""
    named = [wanted for words, wanted in _ROLES if clause.has(words)]
    only = [wanted[0] for wanted in named if len(wanted) == 1]
    return tuple(only) or roles(clause)


def _target(clause: Clause, at: Range | None) -> op.Target:
    which = first(clause, _WHICH)
    name = clause.next("text", "file")
    return op.Target(
        roles(clause),
        None if name is None else str(name),
        at,
        which if isinstance(which, int) else None,
        clause.has(_DUPLICATE),
    )


def remove(clause: Clause) -> op.Operation | None:
    """Remove segments: all of a kind, or by text, position or number."""
    at = one_range(clause)
    if at is None and (time := clause.next("time")) is not None:
        at = Range(time.ms, time.ms + 1)
    target = _target(clause, at)
    if target.text is None and target.which is None:
        target = replace(target, roles=_all_roles(clause))
    return op.Remove(target)


def clear(clause: Clause) -> op.Operation | None:
    """Remove fades or ducking from a layer."""
    both = not clause.has(r"\bin\b|\bout\b|入|出")
    gone = [
        key
        for key, words in (("fade_in", r"\bin\b|入"), ("fade_out", r"\bout\b|出"), ("duck", "duck"))
        if clause.has(words) or (both and key != "duck" and not clause.has("duck"))
    ]
    clause.all("time")
    return op.Change(_target(clause, one_range(clause)), dict.fromkeys(gone))


def change(clause: Clause) -> op.Operation | None:
    """Change the text, range, level, position or style of something that exists."""
    values = _changed_values(clause)
    old, new = _ranges(clause, values)
    by_time = clause.take(*_BY)
    free = new is None and by_time is None and not old
    start, length = _start_and_length(clause) if free else (None, None)
    target = _target(clause, old)
    heard = bool(_HEARD & set(target.roles))
    by = louder(clause) if heard and "vol" not in values and not values.get("duck") else None
    shift, stretch = _relative(clause, by_time)
    if not (values or new or start is not None or length or by or shift or stretch):
        return None
    return op.Change(target, values, new, start, length, by, shift, stretch)


def _relative(clause: Clause, time: Time | None) -> tuple[int, int]:
    """How much later, and how much longer: "2 s earlier", "extend it by 1 s"."""
    if time is None:
        return 0, 0
    ms = -time.ms if clause.has(_LESS) else time.ms
    return (ms, 0) if clause.has(_SHIFTS) else (0, ms)


def _ranges(clause: Clause, values: dict[str, object]) -> tuple[Range | None, Range | None]:
    """The range that selects a segment, and its new range."""
    if len(clause.left("range")) > 1:
        return one_range(clause), one_range(clause)
    moves = clause.has(_MOVES) or clause.has(_SHOWS)
    if values and not moves and (old := clause.take(*_OLD_RANGE)) is not None:
        return old, None
    return None, one_range(clause)


def _start_and_length(clause: Clause) -> tuple[int | None, int | None]:
    if clause.has(_LENGTHENS):
        length, start = clause.take(*_LENGTH), clause.take(*_START)
    else:
        start, length = clause.take(*_START), clause.take(*_LENGTH)
    return (None if start is None else start.ms), (None if length is None else length.ms)


def _changed_values(clause: Clause) -> dict[str, object]:
    wanted = roles(clause)
    if _HEARD & set(wanted):
        values = sound_values(clause)
        if clause.has(r"\b(?:mute|silence)\b|静音"):
            values["vol"] = 0.0
        else:
            values["vol"] = level_of(option(clause, "volume"))
    elif "overlay" in wanted:
        values = fades(clause) | {"opacity": option(clause, "opacity"), "pos": position(clause)}
        values["scale"] = option(clause, "scale") or clause.next("percent")
    else:
        values = text_options(clause)
    if "lower-third" in wanted:
        values["sub"] = clause.take(*_NEW_ROLE)
    fresh = clause.take(*_NEW_TEXT) if clause.has(_RENAMES) else None
    if fresh is not None:
        values[_content_key(wanted, str(fresh))] = fresh
    return {key: value for key, value in values.items() if value is not None}


def _content_key(wanted: tuple[str, ...], fresh: str) -> str:
    if "overlay" in wanted or ("music" in wanted and looks_like_file(fresh)):
        return "src"
    return "name" if {"music", "sound"} & set(wanted) else "text"


def change_or_add(clause: Clause) -> op.Operation | None:
    """ "Show the title …": change the title, or add one when there is none."""
    twin = Clause(clause.text, clause.values, set(clause.used))
    found = change(clause)
    wanted = roles(twin)
    adder = ADDERS.get(wanted[0]) if wanted else None
    fresh = adder(twin) if adder and twin.left("text", "file") else None
    if not isinstance(fresh, op.AddLayer) or not fresh.values.keys() & {"text", "name", "src"}:
        return found
    if not isinstance(found, op.Change):
        clause.used |= twin.used
        return fresh
    shown = found.range is not None or clause.has(_SHOWS)
    if found.values.keys() & {"text", "name", "src"} or not shown:
        return found
    clause.used |= twin.used
    return replace(found, otherwise=fresh, near=clause.has(_SHOWS))
