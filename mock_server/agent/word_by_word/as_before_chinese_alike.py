"""What a Chinese message asks for of another, or once more, by the one before."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.word_by_word.as_before_told import Told, things_in, with_value
from mock_server.agent.word_by_word.chinese_times import ms
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import LAYERS, Draft

_LONG = rf"(?:{NUMBER}) ?秒钟?"
_STOP = r"(?:就好|就行|就够|就可以|吧|了|啊|呀)*[ 。.!！]*"
_ALSO_SO_LONG = Regex(
    rf"[ ,，]*(?P<what>画面|视频|音乐|标题|字幕|logo)也(?:要|加|来|做|给我)*(?:一个|个)?[,，]?"
    rf"(?P<d>{_LONG})?{_STOP}"
)
_INSTEAD = Regex(
    r"[ ,，]*(?:那就|那)?(?:改成|改为|换成)(?P<rest>(?:把)?(?:剪|删|去|砍|只留|静音|加|倒放|放|打|最|前"
    r"|后|第|[0-9]).+)"
)
_HOW = {
    "grow", "shrink", "place", "color", "points", "backing", "opaque", "scale", "change", "make", "move",
    "comma", "stop", "to", "bit", "outline", "also", "and",
}  # fmt: skip


def also_so_long(message: str, told: Told, names: tuple[str, ...]) -> list[Part] | None:
    """ "画面也要，2秒", of what fades."""
    found = _ALSO_SO_LONG.fullmatch(message)
    things = things_in(told.parts)
    own = kinds(told.parts)
    if not found or not told.single or len(things) != 1 or not own & {"fadein", "fadeout"}:
        return None
    if not own <= {
        "thing",
        "fadein",
        "fadeout",
        "long",
        "atstart",
        "atend",
        "range",
        "stop",
        "add",
        "change",
        "make",
    }:
        return None
    named = parts_of(found["what"], Draft(told.now, files=names), names) or []
    lengths = [one for one in told.parts if one.kind == "long"]
    if len(named) != 1 or len(lengths) != 1 or named[0].value == things[0].value:
        return None
    if not isinstance(named[0].value, Thing) or not (
        named[0].value.which or named[0].value.role == "video"
    ):
        return None
    long = ms(found["d"]) if found["d"] else lengths[0].value
    return [named[0] if one is things[0] else one for one in with_value(told.parts, "long", long)]


def instead(message: str, told: Told, names: tuple[str, ...]) -> list[Part] | None:
    """ "改成剪掉最后5秒", behind what was undone."""
    found = _INSTEAD.fullmatch(message)
    if not found or not kinds(told.parts) <= {"undo", "stop"}:
        return None
    return parts_of(found["rest"], Draft(told.now, files=names), names)


def of_what_is_new(message: str, told: Told, names: tuple[str, ...]) -> list[Part] | None:
    """ "再大一点，换到右上角", or "开头也淡入1秒", of the one layer that was told of."""
    if not told.single and len(told.now.roles) != len(told.then.roles) + 1:
        return None
    parts = parts_of(message, Draft(told.now, True, names), names)
    if not parts or things_in(parts):
        return None
    own = kinds(parts)
    faded = own <= {"atstart", "atend", "also", "fadein", "fadeout", "long", "stop"} and own & {
        "fadein",
        "fadeout",
    }
    thing = _one_layer(told, names)
    if thing is None:
        return None
    if (
        faded
        and kinds(told.parts) & {"fadein", "fadeout"}
        and not kinds(told.parts) & own & {"fadein", "fadeout"}
    ):
        return [Part("thing", thing, ""), *(one for one in parts if one.kind != "also")]
    if own <= _HOW and "comma" in own:
        return [Part("thing", thing, ""), *parts]
    return None


def _one_layer(told: Told, names: tuple[str, ...]) -> Thing | None:
    """The one layer that was added, or changed."""
    if len(told.now.roles) == len(told.then.roles) + 1:
        added = [*told.now.roles]
        for role in told.then.roles:
            if role in added:
                added.remove(role)
        alike = [i for i, role in enumerate(told.now.roles) if added == [role]]
        return Thing(added[0], (alike[0],)) if len(alike) == 1 else None
    things = [one.value for one in things_in(told.parts) if isinstance(one.value, Thing)]
    same = (
        [*told.now.roles] == [*told.then.roles] and len(things) == 1 and len(things[0].which) == 1
    )
    return things[0] if same and things[0].role in LAYERS else None
