"""One class per verb: its syntax, its sentence, its effect."""

# A verb is known once its module is imported; this order is that of the reference within a group.
from nemo_spec.verbs import (  # noqa: I001
    project, delivery, join, split_screen, pauses, cuts, speed, text, overlays, picture, sound, expect,  # noqa: F401
    chapter,  # noqa: F401
)  # fmt: skip
