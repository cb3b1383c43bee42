"""What one edit does to a timeline, and what kind of change that is.

A step holds its deltas, and timelines are folded from them when needed: a whole timeline in every step
would make a long recipe quadratic.
"""

from nemo_spec.timeline.deltas.base import Delta, fold
from nemo_spec.timeline.deltas.layers import AddLayer, AddUnknownLayers, Canvas, Lift, Unpredictable
from nemo_spec.timeline.deltas.rotation import RotateBy
from nemo_spec.timeline.deltas.speed import FreezeFrame, Retime, Reverse
from nemo_spec.timeline.deltas.video import (
    Append,
    Assemble,
    Cut,
    FadeVideo,
    RemoveUnknown,
    SetProperties,
    Split,
    Transition,
)  # fmt: skip

__all__ = [
    "AddLayer", "AddUnknownLayers", "Append", "Assemble", "Canvas", "Cut", "Delta", "FadeVideo",
    "FreezeFrame", "Lift", "RemoveUnknown", "Retime", "Reverse", "RotateBy", "SetProperties", "Split",
    "Transition", "Unpredictable", "fold",
]  # fmt: skip
