"""One class per verb: its syntax, its sentence, its effect."""

# A verb is known once its module is imported; this order is that of the reference within a group.
from nemo_spec.verbs import project, join, split_screen, cuts, text  # noqa: F401, I001
from nemo_spec.verbs import overlays, picture, sound, expect  # noqa: F401
