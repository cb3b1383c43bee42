"""Builders for what lies above the picture: texts, sounds and overlays; adding and changing."""

from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.build_looks import louder
from mock_server.agent.building import Builder, file_name, looks_like_file, moment, one_range
from mock_server.agent.clauses import Clause
from mock_server.agent.options import fades, first, level_of, option, position, text_options

_MOODS = (
    (r"\blo-?fi\b", "lo-fi"),
    (r"\bupbeat\b|\bcheerful\b|轻快|欢快|活泼", "upbeat"),
    (r"\bcalm\b|\bsoft\b|\bgentle\b|\brelax\w*|舒缓|平静|柔和|轻柔|安静", "calm"),
    (r"\bepic\b|史诗|大气", "epic"),
    (r"\bhappy\b|快乐|开心", "happy"),
    (r"\bsad\b|悲伤|忧伤", "sad"),
    (r"\bcinematic\b|电影", "cinematic"),
    (r"\bambient\b|氛围|环境音", "ambient"),
    (r"\bjazz\w*|爵士", "jazz"),
    (r"\bpiano\b|钢琴", "piano"),
    (r"\bacoustic\b|原声", "acoustic"),
    (r"\b(?:electronic|techno|edm)\b|电子", "electronic"),
    (r"\brock\b|摇滚", "rock"),
    (r"\bclassical\b|古典", "classical"),
    (r"\binspir\w+|\bmotivat\w+|励志|激励", "inspiring"),
    (r"\bcorporate\b|商务", "corporate"),
)
_SOUNDS = (
    (r"\bwhoosh\b|嗖", "whoosh"),
    (r"\bding\b|\bbell\b|铃|叮", "ding"),
    (r"\bapplause\b|\bclap\w*|掌声|鼓掌", "applause"),
    (r"\bpop\b|啵", "pop"),
    (r"\bclick sound\b|\bclick\b|点击声|咔", "click"),
    (r"\blaugh\w*|笑声", "laugh"),
)
_DUCK = (
    r"\bduck\w*|(?:lower\w*|quiet\w*|soft\w*|dip\w*|reduc\w*|drop\w*).{0,40}(?:under|during|while|when\w*)"
    r".{0,30}(?:speech|speak\w*|talk\w*|voice|dialog\w*)|闪避|避让|有人声时|说话时|人声时|语音时|讲话时"
)
_CUE = r"<range|text>"


def text(role: str) -> Builder:
    """A builder for one new text of this role."""

    def build(clause: Clause) -> op.Operation | None:
        values = text_options(clause)
        texts = [str(value) for value in clause.all("text")]
        return op.AddLayer(role, *_when(clause), _text_values(role, texts) | values)

    return build


def _text_values(role: str, texts: list[str]) -> dict[str, object]:
    values: dict[str, object] = {"text": texts[0]} if texts else {}
    if len(texts) > 1 and role == "lower-third":
        values["sub"] = texts[1]
    elif len(texts) > 1:
        values["text"] = "\n".join(texts)
    return values


def _when(clause: Clause) -> tuple[op.Range | None, int | None]:
    """The range, or a range of unknown start from "at 3 s", as `range` and `at`."""
    found = one_range(clause)
    if found is not None:
        return found, None
    at = clause.take(
        r"\b(?:at|from|starting at) (?:the )?<time>", r"(?:在|从) ?<time>", r"<time>处"
    )
    if at is not None:
        return None, at.ms
    length = moment(clause)
    return (None if length is None else op.Range(0, length)), None


def captions(clause: Clause) -> op.Operation | None:
    """Cues: each range with the text before or after it."""
    values = text_options(clause)
    left = clause.left("range", "text")
    items = [clause.values.items[i] for i in left]
    spans = [item for item in items if isinstance(item, op.Range)]
    texts = [item for item in items if isinstance(item, str)]
    if not spans or len(spans) != len(texts):
        return None
    clause.used.update(left)
    return op.AddCaptions(tuple(zip(spans, texts, strict=True)), values)


def music(clause: Clause) -> op.Operation | None:
    values = _sound_values(clause)
    source = file_name(clause, sound=True) or _file_said(clause)
    if source:
        values["src"] = source
    else:
        values["name"] = clause.next("text") or first(clause, _MOODS) or "lo-fi"
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("music", *_when(clause), values)


def _file_said(clause: Clause) -> str | None:
    if clause.has(r"\b(?:file|uploaded|upload|track from)\b|文件|上传"):
        return clause.next("file", "text")
    return None


def _sound_values(clause: Clause) -> dict[str, object]:
    values: dict[str, object] = fades(clause)
    if clause.has(_DUCK):
        values["duck"] = True
    return values


def voiceover(clause: Clause) -> op.Operation | None:
    values = _sound_values(clause)
    voice = option(clause, "voice")
    words = clause.next("text")
    if words is None:
        return None
    values |= {"text": words} | ({"voice": voice} if voice else {})
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("voiceover", *_when(clause), values)


def sound(clause: Clause) -> op.Operation | None:
    values = _sound_values(clause)
    source = file_name(clause, sound=True)
    name = source or clause.next("text") or first(clause, _SOUNDS)
    if name is None:
        return None
    values["src" if source else "name"] = name
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("sound", *_when(clause), values)


def overlay(clause: Clause) -> op.Operation | None:
    values: dict[str, object] = fades(clause)
    opacity, scale = option(clause, "opacity"), option(clause, "scale")
    source = file_name(clause) or clause.next("text")
    if source is None:
        return None
    values |= {"src": source, "opacity": opacity, "scale": scale or clause.next("percent")}
    values["pos"] = position(clause)
    return op.AddLayer(
        "overlay", *_when(clause), {k: v for k, v in values.items() if v is not None}
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
    (r"\bfirst (?!<)|第一[个条段首]", 0),
    (r"\bsecond (?!<)|第二[个条段首]", 1),
    (r"\bthird (?:title|caption|sub|text|music|song|overlay|sound|voice)|第三[个条段首]", 2),
    (r"\b(?:last|final) (?!<)|最后一[个条段首]", -1),
)
_DUPLICATE = r"\bduplicate|\bsecond copy\b|\bextra copy\b|\brepeated\b|\btwice\b|重复|多余的"


def roles(clause: Clause) -> tuple[str, ...]:
    """The roles of the segments that the clause names."""
    found = first(clause, _ROLES)
    return found if isinstance(found, tuple) else ()


def _target(clause: Clause, *, named: bool = True) -> op.Target:
    which = first(clause, _WHICH)
    name = clause.next("text", "file") if named else None
    return op.Target(
        roles(clause),
        None if name is None else str(name),
        None,
        which if isinstance(which, int) else None,
        clause.has(_DUPLICATE),
    )


def remove(clause: Clause) -> op.Operation | None:
    target = _target(clause)
    at = one_range(clause)
    if at is None and (time := clause.next("time")) is not None:
        at = op.Range(time.ms, time.ms + 1)
    return op.Remove(op.Target(target.roles, target.text, at, target.which, target.duplicate))


_NEW_TEXT = (
    r"(?:to|with|by|into|as|say|says|read|reads|is|be|:) (?:the (?:text|words|one|title|music|name) )?<text>",
    r"(?:改成|改为|换成|换为|替换为|替换成|变成|为|成|:) ?<text>",
)
_OLD_RANGE = (
    r"(?:title|text|caption|music|third|overlay|effect|segment|over|<text|file>) ?(?:at|from|on|in)? ?<range>",
)
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


def change(clause: Clause) -> op.Operation | None:
    """Another text, range, level, place or look for something that exists."""
    values, named = _changed_values(clause)
    target = _target(clause, named=named or bool(clause.left("text", "file")))
    span = one_range(clause)
    at = clause.take(*_START) if span is None else None
    length = clause.take(*_LENGTH) if span is None else None
    by = None if "vol" in values else louder(clause) if _audible(target.roles) else None
    if not (values or span or at or length or by):
        return None
    return op.Change(target, values, span, at.ms if at else None, length.ms if length else None, by)


_ADDERS: dict[str, Builder] = {}


def change_or_add(clause: Clause) -> op.Operation | None:
    """ "Show the title …": the title that is there, or a new one when there is none."""
    twin = Clause(clause.text, clause.values, set(clause.used))
    found = change(clause)
    wanted = roles(twin)
    adder = _ADDERS.get(wanted[0]) if wanted else None
    fresh = adder(twin) if adder and twin.left("text", "file") else None
    if not isinstance(fresh, op.AddLayer) or not fresh.values.keys() & {"text", "name", "src"}:
        return found
    if not isinstance(found, op.Change):
        return fresh
    clause.used |= twin.used
    return replace(found, otherwise=fresh)


def _audible(wanted: tuple[str, ...]) -> bool:
    return bool({"music", "voiceover", "sound"} & set(wanted))


def _changed_values(clause: Clause) -> tuple[dict[str, object], bool]:
    wanted = roles(clause)
    if _audible(wanted):
        values = _sound_values(clause)
        level = option(clause, "volume")
        if level is not None:
            values["vol"] = level_of(level)
        if clause.has(r"\b(?:mute|silence)\b|静音"):
            values["vol"] = 0.0
    elif "overlay" in wanted:
        values = fades(clause) | {"opacity": option(clause, "opacity"), "pos": position(clause)}
        values["scale"] = option(clause, "scale") or clause.next("percent")
    else:
        values = text_options(clause)
    fresh = clause.take(*_NEW_TEXT) if clause.has(_RENAMES) else None
    if fresh is not None:
        key = "name" if _audible(wanted) else "src" if "overlay" in wanted else "text"
        values["src" if key == "name" and looks_like_file(str(fresh)) else key] = fresh
    return {key: value for key, value in values.items() if value is not None}, fresh is None


_ADDERS |= {
    "title": text("title"),
    "lower-third": text("lower-third"),
    "caption": text("caption"),
    "music": music,
    "voiceover": voiceover,
    "sound": sound,
    "overlay": overlay,
}
_RENAMES = (
    r"\b(?:change|changed|set|replace|rename|make|update|correct|edit|fix|say|says|read|reads|rewrite)\b"
    r"|改|换|替换|更新|修改"
)
