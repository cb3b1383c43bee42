"""A speed that changes evenly over the time that it makes: where each moment of the material plays.

Speeds are factors, 2 is twice as fast; `first` is that at the start and `last` that at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from nemo_spec.timeline.properties import same


def played_at(first: float, last: float, length: float, inside: float) -> float:
    """When (ms from its start) a moment `inside` a ramp plays that takes in `length` ms."""
    if first == last:
        return inside / first
    return 2 * length * (speed_at(first, last, length, inside) - first) / (last**2 - first**2)


def speed_at(first: float, last: float, length: float, inside: float) -> float:
    """How fast that moment plays: over what is played, the square of the speed changes evenly."""
    return sqrt(first**2 + (last**2 - first**2) * inside / length)


def share_played(first: float, last: float, share: float) -> float:
    """How much of its material (0–1) a ramp has played after a share (0–1) of its time."""
    return (2 * first * share + (last - first) * share**2) / (first + last)


def share_of_time(first: float, last: float, share: float) -> float:
    """How much of its time (0–1) a ramp takes for a share (0–1) of its material."""
    if first == last:
        return share
    return (speed_at(first, last, 1, share) - first) / (last - first)


def speeds_of(properties: Mapping[str, object]) -> tuple[float, float]:
    """How fast a segment plays at its start and at its end."""
    first = properties.get("speed", 1)
    last = properties.get("speed_to", first)
    if isinstance(first, int | float) and isinstance(last, int | float):
        return first, last
    return 1, 1


def speeds(first: float, last: float) -> dict[str, object]:
    """The same as properties; `speed_to` is there for a ramp alone, and what is left of one for a few
    milliseconds is none any more."""
    first, last = round(first, 6), round(last, 6)
    return {"speed": first, "speed_to": None if same("speed_to", first, last, 0) else last}
