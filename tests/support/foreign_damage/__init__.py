"""Damage to drafts, and harmless rewriting, by somebody who knows nothing of the product.

Works on draft JSON as the mock writes it (docs/draft.md). Nothing here may import `nemo_spec`.
"""

from support.foreign_damage import (
    footage,
    links,
    regions,
    sound,
    speech,
    structure,
    switches,
    times,
    words,
)
from support.foreign_damage.scene import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for room in (switches, times, words, sound, footage, structure, speech, regions, links)
    for kind in room.KINDS
}
"""Every kind of damage by its name."""
