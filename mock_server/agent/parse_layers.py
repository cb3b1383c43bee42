"""Builders that add layers: texts, sounds and overlays."""

from mock_server.agent import operations as op
from mock_server.agent.building import Builder, file_name, looks_like_file, one_range
from mock_server.agent.clauses import Clause
from mock_server.agent.options import fades, first, level_of, option, position, text_options
from mock_server.agent.placeholders import marks, pattern
from mock_server.agent.ranges import Range

_MOODS = (
    (r"\blo-?fi\b", "lo-fi"),
    (r"\bupbeat\b|\bcheerful\b|轻快|欢快|活泼", "upbeat"),
    (r"\bcalm\b|\bsoft\b|\bgentle\b|\brelax\w*|舒缓|平静|柔和|轻柔|安静|轻松", "calm"),
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
DEFAULT_MOOD = "lo-fi"
_SOUNDS = (
    (r"\bwhoosh\b|嗖", "whoosh"),
    (r"\bding\b|\bbell\b|铃|叮", "ding"),
    (r"\bapplause\b|\bclap\w*|掌声|鼓掌", "applause"),
    (r"\bpop\b|啵", "pop"),
    (r"\bclick sound\b|\bclick\b|点击声|咔", "click"),
    (r"\blaugh\w*|笑声", "laugh"),
)
_PICTURE = (
    r"overlay|logo|watermark|picture|image|photo|superimpose|叠加|贴图|水印|画中画|图片|照片|图像"
)
_DUCK = (
    r"\bduck\w*|(?:lower\w*|quiet\w*|soft\w*|dip\w*|reduc\w*|drop\w*).{0,40}(?:under|during|while|when\w*)"
    r".{0,30}(?:speech|speak\w*|talk\w*|voice|dialog\w*)|闪避|避让|有人声时|说话时|人声时|语音时|讲话时"
)
_AT = (
    r"\b(?:at|from|time|timestamp|position|moment|starting at|starts? at):? (?:time )?(?:the )?<time>",
    r"(?:时间点?|时刻|位置|在|从)(?:为|是|在|:)? ?<time>",
    r"<time>处",
)
_LENGTH = (
    r"\b(?:for|lasting|lasts|last|long|length|duration|of|a)\b[^\ue000]{0,8}<time>",
    r"<time>[- ](?:long|in length|title|text|caption|lower|music|overlay|sound|voice)",
    r"(?:持续|时长|长度?|显示|停留)[^\ue000]{0,6}<time>",
    r"<time>的",
    r"<:text>,? ?<time>",
)


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


def _when(clause: Clause) -> tuple[Range | None, int | None]:
    """The range, or a range of unknown start from "at 3 s", as `range` and `at`."""
    found = one_range(clause)
    if found is not None:
        return found, None
    at = clause.take(*_AT)
    if at is not None:
        return None, at.ms
    length = clause.take(*_LENGTH)
    return (None if length is None else Range(0, length.ms)), None


def captions(clause: Clause) -> op.Operation | None:
    """Cues: each range with the text before or after it."""
    return _styled_cues(clause) or _plain_cues(clause)


_CUE = pattern("<:text> ?<:range>")


def _styled_cues(clause: Clause) -> op.Operation | None:
    """Cues as `“…” from 1 to 2 seconds, at the top`, each with its own options behind it."""
    starts = [match.start() for match in _CUE.finditer(clause.text)]
    if not starts or len(starts) != len(marks(clause.text, "range")):
        return None
    values = text_options(Clause(clause.text[: starts[0]], clause.values, clause.used))
    ends = [*starts[1:], len(clause.text)]
    parts = [
        Clause(clause.text[start:end], clause.values, clause.used)
        for start, end in zip(starts, ends, strict=True)
    ]
    texts = [part.next("text") for part in parts]
    spans = [part.next("range") for part in parts]
    own = tuple(text_options(part) for part in parts)
    clause.all("number")
    cues = tuple(zip(spans, texts, strict=True))
    if len(cues) == 1:
        return op.AddCaptions(cues, {**values, **own[0]})
    return op.AddCaptions(cues, values, own if any(own) else ())


def _plain_cues(clause: Clause) -> op.Operation | None:
    """Cues of any other form; what is said of one of them is meant for all."""
    values = text_options(clause)
    left = clause.left("range", "text")
    items = [clause.values.items[i] for i in left]
    spans = [item for item in items if isinstance(item, Range)]
    texts = [item for item in items if isinstance(item, str)]
    if not spans or len(spans) != len(texts):
        return None
    clause.used.update((*left, *clause.left("number")))
    return op.AddCaptions(tuple(zip(spans, texts, strict=True)), values)


def music(clause: Clause) -> op.Operation | None:
    values = sound_values(clause)
    source = file_name(clause, sound=True) or _file_said(clause)
    if source:
        values["src"] = source
    else:
        named = clause.next("text")
        values["name"] = named if named is not None else first(clause, _MOODS) or DEFAULT_MOOD
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("music", *_when(clause), values)


def _file_said(clause: Clause) -> str | None:
    if clause.has(r"\b(?:file|uploaded|upload|track from)\b|文件|上传"):
        return clause.next("file", "text")
    return None


def sound_values(clause: Clause) -> dict[str, object]:
    values: dict[str, object] = fades(clause)
    if clause.has(_DUCK):
        values["duck"] = True
    return values


def voiceover(clause: Clause) -> op.Operation | None:
    values = sound_values(clause)
    voice = option(clause, "voice")
    words = clause.next("text")
    if words is None:
        return None
    values |= {"text": words} | ({"voice": voice} if voice else {})
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("voiceover", *_when(clause), values)


def sound(clause: Clause) -> op.Operation | None:
    values = sound_values(clause)
    source = file_name(clause, sound=True)
    name = source or clause.next("text")
    name = first(clause, _SOUNDS) if name is None else name
    if name is None:
        return None
    values["src" if source else "name"] = name
    if level := option(clause, "volume"):
        values["vol"] = level_of(level)
    return op.AddLayer("sound", *_when(clause), values)


def overlay(clause: Clause) -> op.Operation | None:
    values: dict[str, object] = fades(clause)
    opacity, scale = option(clause, "opacity"), option(clause, "scale")
    source = file_name(clause) or (clause.next("text") if clause.has(_PICTURE) else None)
    if source is None:
        return None
    values |= {"src": source, "opacity": opacity, "scale": scale or clause.next("percent")}
    values["pos"] = position(clause)
    return op.AddLayer(
        "overlay", *_when(clause), {k: v for k, v in values.items() if v is not None}
    )


def bare_text(clause: Clause) -> op.Operation | None:
    """A title given only as a quote: "write “Hello” on the screen"."""
    texts = [clause.values.items[i] for i in clause.left("text", "file")]
    return None if any(looks_like_file(str(one)) for one in texts) else text("title")(clause)


def music_file(clause: Clause) -> op.Operation | None:
    """An uploaded sound, added without a stated purpose: music (assumed)."""
    if file_name(Clause(clause.text, clause.values, set(clause.used)), sound=True) is None:
        return None
    return music(clause)


def heard_captions(clause: Clause) -> op.Operation | None:
    """Captions of the speech, when the message does not spell it out."""
    values = text_options(clause)
    if clause.left("text"):
        return None
    clause.all("time", "number")
    return op.HeardCaptions(values)


ADDERS: dict[str, Builder] = {
    "title": text("title"),
    "lower-third": text("lower-third"),
    "caption": text("caption"),
    "music": music,
    "voiceover": voiceover,
    "sound": sound,
    "overlay": overlay,
}
