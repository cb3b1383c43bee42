"""Frames that give something that is there another text, sound or colour, and undo."""

from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.frames.changes import has_article, target
from mock_server.agent.frames.levels import level
from mock_server.agent.frames.looks import color
from mock_server.agent.frames.phrasing import file_name, looks_like_file, need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.files import is_sound


def rewrite(s: Slots) -> op.Operation | None:
    """Another text for something that is there: "change 'A' to 'B'", a typo corrected."""
    need(not s.has("remove", "add", "music", "effect", "overlay", "video", "clip", "sound", "file"))
    typo = s.take("typo")
    verb = s.take("set", "rename", "replace") | s.take("says")
    to = s.said("title", "lower-third") and s.row("^title|lower-third to ^text") is not None
    need(typo or verb or s.chinese or s.said("it") or to or _names_the_new(s))
    need(typo or verb or not (s.chinese and s.has("show", "to")))  # "“甲”一直到“乙”出现"
    need(not _tells_what_is_new(s))
    s.all("set", "rename", "replace", "says", "typo", "show", "instead")
    role = s.take("label:role")
    need(typo or verb or s.said("must", "it") or not (s.chinese and s.has("lower-third")))
    need(not role or typo or verb or not s.chinese)  # "人名条“王芳”，职位“导演”" is a new one
    need(not (has_article(s) or any(one.words.lower() == "as a" for one in s.tokens)))
    wanted = _rewritten(s)
    old = s.one("range")
    need(old is None or s.said(*_LAYERS_OF_TEXT))
    wanted = replace(wanted, at=old) if old is not None else wanted
    texts = [str(one) for one in s.all("text")]
    need(len(texts) < 2 or not s.said("and"))  # "swap 'A' and 'B'"
    s.take("it")
    need(not s.has("colorword", "styleword", "fontword", "sizeword"))
    need(1 <= len(texts) <= 2 and not any(map(looks_like_file, texts)))
    s.all("to", "out", "says", "not")
    if len(texts) == 2:
        old, new = texts
        return op.Change(replace(wanted, text=old, touched=False), {"sub" if role else "text": new})
    need(wanted.touched or s.said(*_LAYERS_OF_TEXT))
    need(_is_new_text(s))
    return op.Change(wanted, {"sub" if role else "text": texts[0]})


def _tells_what_is_new(s: Slots) -> bool:
    """Whether a participle tells what a new text is to say: "caption from 10 to 13 s saying 'A'"."""
    told = any(token.words.lower() in _TELLING for token in s.tokens)
    named = any(token.words.lower() in ("the", "my", "our", "that", "this") for token in s.tokens)
    return told and not (named or s.said("set", "rename", "replace", "typo", "must", "it"))


_TELLING = ("saying", "that says", "which says", "that reads", "which reads", "reading")


def _names_the_new(s: Slots) -> bool:
    """Whether "should be" says what is to be read: "the title should be 'B' instead"."""
    return s.said("must") and (
        s.count("text") == 2 or (s.said("instead") and s.said(*_LAYERS_OF_TEXT))
    )


def _is_new_text(s: Slots) -> bool:
    """Whether the words before the text say that it is what is to be read, not a name."""
    at = next(i for i, token in enumerate(s.tokens) if token.is_a("text"))
    before = [
        one
        for one in s.tokens[:at]
        if one.is_a("it") or not (one.carries_nothing or one.is_a("stop"))
    ][-1:]
    kinds = (
        "to",
        "says",
        "rename",
        "replace",
        "it",
        "typo",
        "must",
        *(("set",) if s.chinese else ()),
    )
    if s.said("rename") and s.count("text") == 1:
        return True  # "rename the title 'B'"
    swapped = s.said("replace") and any(one.words.lower() in ("with", "by") for one in s.tokens)
    return swapped or any(one.is_a(kind) for one in before for kind in kinds)


_LAYERS_OF_TEXT = ("title", "caption", "lower-third", "words", "voiceover")


def _rewritten(s: Slots) -> op.Target:
    if s.has(*_LAYERS_OF_TEXT):
        return target(s)
    both = s.count("text") == 2
    if both:
        s.take("it")
        return op.Target(op.TEXTS)
    need(s.it in op.TEXTS)
    s.take("it")
    return op.Target((s.it,), touched=True)


def replace_sound(s: Slots) -> op.Operation | None:
    """Other music instead of what is there; or an uploaded sound instead of the picture's own."""
    sets = s.said("set") and not s.row("^volume ^set")  # "…, set its volume to 25 %"
    need(s.take("replace", "set", "show") or s.said("instead"))
    s.all("replace", "set", "show")
    instead = s.take("instead")
    source = file_name(s)
    if s.has("music") or (s.it == "music" and not s.has("sound")):
        fresh_one = source or s.has("something") or (s.said("music") and s.row("to ^mood|text"))
        need(s.said("replace") or instead or (sets and fresh_one))
        wanted = target(s)
        named = s.row("text")
        names = [] if named is None or source else [str(named["text"])]
        old = None
        if source is None and s.has("text"):
            old, names = names[0], [str(s.one("text"))]
        moods = [] if names else s.all("mood")
        need(len(moods) <= (1 if source else 2))
        if len(moods) == (1 if source else 2):
            wanted = replace(wanted, text=moods.pop(0), touched=False)
        mood = moods[0] if moods else None
        fresh = source or (names[0] if names else mood)
        need(fresh is not None)
        s.all("something", "to", "by", "mooded", "music", "it")
        need(source is None or is_sound(source))
        key = "src" if source else "name"
        if old is not None:
            wanted = replace(wanted, text=old, touched=False)
        to, by = level(s)
        need(by is None)
        values = {key: str(fresh)} | ({} if to is None else {"vol": to})
        takes_its_place = source is not None and any(one.words.lower() == "as" for one in s.tokens)
        added = op.AddLayer("music", None, None, values) if takes_its_place else None
        # "use song.mp3 as the soundtrack instead"
        return op.Change(wanted, values, otherwise=added)
    need(source is not None and is_sound(str(source)) and s.take("sound"))
    s.all("sound", "music")
    need(s.said("replace") or instead)
    to, by = level(s)
    need(by is None)
    s.all("volume", "to")
    return op.ReplaceSound(str(source), to)


def undo(s: Slots) -> op.Operation | list[op.Operation] | None:
    """Take back the last message that changed something, the last two, or all of them."""
    if s.take("undotwo"):
        return [op.Undo(), op.Undo()]
    if s.take("undoall"):
        return op.Undo(everything=True)
    need(s.take("undo"))
    need(not s.take("undo"))
    s.all("it", "last", "show")
    return op.Undo()


def recolor(s: Slots) -> op.Operation | None:
    """ "Red please" right after a text."""
    need(s.it in op.TEXTS and not s.said("it", "title", "caption", "words", "lower-third"))
    value = color(s)
    need(value is not None)
    s.all("set")
    many = any(one.words in ("都", "全都", "全部") for one in s.tokens)
    return op.Change(op.Target((s.it,), touched=True, many=many, alone=many), {"color": value})
