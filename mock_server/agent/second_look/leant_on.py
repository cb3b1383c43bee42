"""What a message leaves to the one before it: "remove it and the title", "only from 20 to 30", "put it at
the bottom instead" behind "remove the logo". `made` is what that message did."""

import re

from mock_server.agent.lexicon.named_last import THING
from mock_server.agent.second_look.edit import Edit, differs, exactly, has
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_NAMED = words(rf"\b{THING}\b")
_AND = r"(?:and|as well as|plus|along with|together with)"
_IT = r"(?:it|that|this|them|those|these)"
_IT_AND_MORE = words(
    rf"\b{_IT}(?: (?:out|in|up|down|away|off))?,? {_AND}(?: also)? (?:the |my |that |all )+"
    rf"(?:[a-z]+ )?{THING}\b",
    rf"\b{THING},? {_AND} {_IT}\b(?=\W*(?:\Z|(?:to|at|from|in|on|for|until|by|over|too)\b))",
)


def _leaves_it(message: str, made: Edit, edit: Edit) -> bool:
    """ "Make the logo bigger", "remove it and the title", and the title alone is gone."""
    if not made.layers or not edit.values or edit.before[0] != edit.after[0]:
        return False
    touched = {now.get("id") for _, now in made.layers if now}
    done = {(was or now).get("id") for was, now in edit.layers}
    return touched.isdisjoint(done) and bool(_IT_AND_MORE.search(message))


def does_one_of_two(plain: str, edit: Edit) -> bool:
    """ "Mute it and the music", and the music alone is silent."""
    if edit.before[0] != edit.after[0] or len(edit.layers) != 1 or edit.added:
        return False
    told = _IT_AND_MORE.search(plain)
    one = LAYERS.get(str(edit.layers[0][0].get("role")))
    return bool(told and one and one.search(told[0]))


_OH = r"(?:(?:actually|no|but|and|sorry|wait|oh|hm+|ok|i mean|i meant|please|rather)[, ]+)*"
_A_PART = Regex(
    rf"\W*{_OH}(?:(?:only|just) (?:for|in|from|during|while|when|until|till|at|over|between|after|before"
    rf"|the (?:first|last|opening|final))\b|from [\w:.]+(?: ?(?:s|secs?|seconds?))? on(?:wards?)?\W*\Z"
    r"|(?:for|in|during) the (?:first|last) [\w.]+ (?:s|secs?|seconds?)(?: only)?\W*\Z)",
    re.IGNORECASE,
)
_ENDS = words(r"\A[^.;]*\b(?:until|till)\b")
_ONE_MORE = words(r"\A\W*and\b")
_WHEN = ("s", "d")
_LOOKS = (
    "vol", "duck", "opacity", "pos", "size", "scale", "color", "style", "background", "outline",
    "shadow", "fade_in", "fade_out", "x", "y",
)  # fmt: skip


def _cuts_what_was_changed(message: str, made: Edit, edit: Edit) -> bool:
    """ "Mute the music", "only for the first 10 seconds", and behind that there is no music; "hide the
    logo", and another thing is shown for so long."""
    changed = {was["id"] for was, now in made.altered if differs(was, now, *_LOOKS)}
    timed = {was["id"] for was, now in made.altered if differs(was, now, *_WHEN)}
    gone = any(not now for _, now in made.layers) and not made.added
    ends = bool(_ENDS.search(message))  # as a text does: "in blue please", "only until 3"
    more = bool(
        _ONE_MORE.match(message)
    )  # "and only for the first 10 seconds" is of all of a picture
    return any(
        differs(was, now, *_WHEN)
        and (gone or was["id"] in changed - timed)
        and not (ends and "text" in was)
        and not (more and was.get("role") not in ("music", "sound", "voiceover"))
        for was, now in edit.altered
    ) and bool(_A_PART.match(message))


_PRONOUN = words(r"\b(?:it|them)\b")


def _does_it_to_another(message: str, made: Edit, edit: Edit) -> bool:
    """ "Remove the logo", "put it at the bottom instead", and the title is there."""
    gone = any(not now for _, now in made.layers)
    if not gone or made.added or made.altered or not _PRONOUN.search(message):
        return False
    if _NAMED.search(message):
        return False
    if edit.added:
        was, now = (set(map(exactly, side[0])) for side in (made.before, edit.after))
        return was != now
    faded = [has(side[0], "fade_in", "fade_out") for side in (edit.before, edit.after)]
    return bool(edit.altered) or faded[0] != faded[1]


_INSTEAD = words(
    r"\binstead\b", r"\brather than\b", r"\A\W*(?:no,? )?(?:don't|do not) [a-z]+ (?:it|that|them)\b"
)


_AT_THE_END = words(r"\binstead(?: please)?\W*\Z")


def _as_before(made: Edit, pair: tuple[Segment, Segment]) -> bool:
    """Whether a layer is changed as another one was just now, which is still so."""
    here = _looks_of(pair)
    return any(_looks_of(one) == here for one in made.altered)


def _looks_of(pair: tuple[Segment, Segment]) -> set[str]:
    return {"size" if key == "scale" else key for key in _LOOKS if differs(*pair, key)}


def _keeps_what_is_replaced(message: str, made: Edit, edit: Edit) -> bool:
    """ "Make the title red", "make it bold instead", and it is red and bold."""
    if not _INSTEAD.search(message):
        return False
    first = {was["id"]: (was, now) for was, now in made.altered}
    for was, now in edit.altered:
        if was["id"] not in first:
            if _AT_THE_END.search(message) and _as_before(made, (was, now)):
                return True
            continue
        before, there = first[was["id"]]
        keys = {key for key in _LOOKS if before.get(key) != there.get(key)}
        new = {key for key in _LOOKS if was.get(key) != now.get(key)} - keys
        left = any(now.get(key) != before.get(key) for key in keys)
        # What was told of it earlier may be what is replaced.
        if left and any(key not in was for key in new):
            return True
    return False


_BACK = Regex(
    r"\W*(?:please )?(?:(?:bring|put|get) (?:back )?|restore )(?:only |just )?(?:the |my )?[a-z -]+"
    r"(?:back)?\W*\Z",
    re.IGNORECASE,
)


def _brings_back_more(message: str, made: Edit, edit: Edit) -> bool:
    """ "Delete all text", "bring the title back", and the captions are back, too."""
    if not _BACK.match(message):
        return False
    named = {role for role, one in LAYERS.items() if one.search(message)}
    return bool(named) and any(one.get("role") not in named for one in edit.added)


_HERE = Regex(
    "[ ,，]*(?:请|帮我|就|也)*(?:在)?(?:这里|这儿|此处|这一?段|那里|那儿|那一?段|[这那]个地方)"
    "(?:里面?|上|中)?(?:也|再|给我)*(?:配|加|铺|垫|来|放|打|用|[改变换调]成)"
    "|[^,，。;；]{0,12}(?:配|加|铺|垫|放|用)[^,，。;；]{0,12}在?[这那][里儿][ 。.!]*\\Z"
)


def _is_there_all_along(message: str, made: Edit, edit: Edit) -> bool:
    """ "10到20秒静音", "这里配爵士乐", and there is jazz all the time."""
    part = len(made.after[0]) > len(made.before[0]) or any(
        not made.lasts(one) for one in made.added
    )
    all_along = edit.alike or any(map(edit.lasts, edit.added))
    return part and all_along and bool(_HERE.match(message))


CHECKS = (
    _leaves_it,
    _cuts_what_was_changed,
    _does_it_to_another,
    _keeps_what_is_replaced,
    _brings_back_more,
    _is_there_all_along,
)
