"""Transitions of every kind, and speeds that change: another way, another length, not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from support.foreign_damage.regions import lose, main, put
from support.foreign_damage.scene import Apply, Kind, Owners, Piece, Scene

_OTHER = {
    "wipe-left": "wipe-right", "wipe-right": "wipe-left", "slide-left": "slide-right",
    "slide-right": "slide-left", "dip-black": "dip-white", "dip-white": "dip-black",
}  # fmt: skip


def _link(change: Callable[[dict[str, Any]], bool | None], *kinds: str) -> Apply:
    """Damage a transition, of one of these kinds (default: of any)."""

    def apply(scene: Scene) -> Owners | None:
        links = [p["tr"] for p in scene.main if "tr" in p]
        found = [one for one in links if not kinds or one.get("type", "fade") in kinds]
        scene.chance.shuffle(found)
        if not any(change(one) is not False for one in found[:1]):
            return None
        return scene.on_video("transition", "join")

    return apply


def from_the_other_side(link: dict[str, Any]) -> None:
    link["type"] = _OTHER[link["type"]]


def a_fade_instead(link: dict[str, Any]) -> None:
    link["type"] = "fade"


def another_way(link: dict[str, Any]) -> None:
    link["type"] = {"wipe-left": "slide-left", "slide-left": "wipe-left"}.get(
        link["type"], "wipe-left"
    )


def shorter(link: dict[str, Any]) -> bool:
    link["d"] //= 4
    return "overlap" not in link


def _kinds_of_links() -> Iterator[Kind]:
    for kind in _OTHER:
        yield Kind(f"{kind} from the other side", "it comes from the wrong side, or in another colour",
                   _link(from_the_other_side, kind))  # fmt: skip
        yield Kind(f"{kind} becomes a fade", "it dissolves", _link(a_fade_instead, kind))
        yield Kind(f"{kind} becomes another", "it wipes or slides", _link(another_way, kind))


def overlap_forgotten(link: dict[str, Any]) -> bool:
    """The clips lie over each other, and nothing says so."""
    return link.pop("overlap", None) is not None


def overlap_claimed(link: dict[str, Any]) -> bool:
    """The clips touch, and should lie over each other."""
    return "overlap" not in link and link.update(overlap=True) is None


# ---- Speeds that change --------------------------------------------------------------------------


def _ramp(change: Callable[[Piece], bool | None]) -> Apply:
    return main(change, "speed")


def ramp_turned_around(piece: Piece) -> bool:
    if "speed_to" not in piece:
        return False
    first, last = piece.get("speed", 1), piece["speed_to"]
    piece["speed"], piece["speed_to"] = last, first
    return True


def evenly_fast(piece: Piece) -> bool:
    """As long as it was, at one speed."""
    if "speed_to" not in piece:
        return False
    piece["speed"] = (piece.get("speed", 1) + piece.pop("speed_to")) / 2
    return True


KINDS: tuple[Kind, ...] = (
    *_kinds_of_links(),
    Kind("transition shorter", "it is over too soon", _link(shorter)),
    Kind("transition of an unknown kind", "it may do anything", _link(lambda one: one.update(type=3)),
         doubtful=True),
    Kind("overlap forgotten", "both play at once", _link(overlap_forgotten), doubtful=True),
    Kind("overlap claimed", "both may play at once", _link(overlap_claimed)),
    Kind("ramp lost", "it does not get faster", _ramp(lose("speed_to"))),
    Kind("ramp at one speed", "it does not get faster", _ramp(evenly_fast)),
    Kind("ramp the other way", "it slows down", _ramp(ramp_turned_around)),
    Kind("ramp steeper", "it gets too fast", _ramp(put("speed_to", lambda was: was * 1.6))),
    Kind("ramp garbled", "at any speed",
         _ramp(put("speed_to", "fast", only_if=lambda piece: "speed_to" in piece)), doubtful=True),
    Kind("ramp unasked", "it gets faster",
         main(put("speed_to", 3.0, only_if=lambda p: p["d"] > 2500 and p.get("out", 0) > p.get("in", 0)))),
)  # fmt: skip
