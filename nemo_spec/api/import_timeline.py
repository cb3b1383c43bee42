"""A recipe that leads to the timeline of another editor, or of a draft."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path, PurePosixPath

from nemo_spec.api.drafts import Known, draft_in, load_draft
from nemo_spec.interchange.imported import MOST_BYTES, Imported, NotImported
from nemo_spec.interchange.media import Places, locate, names_of
from nemo_spec.interchange.readable import readable, unreadable
from nemo_spec.interchange.recipe_text import recipe_of
from nemo_spec.interchange.sequence import Media
from nemo_spec.safe_files import read_bounded
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.model import Timeline

READS = (".otio", ".xml", ".edl", ".json", ".v3.xml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The text of a recipe, what it does not say, and the files that it names."""

    text: str
    unsaid: Sequence[str]
    media: Mapping[str, Media]


def import_timeline(
    path: Path,
    output: Path,
    *,
    rate: Fraction,
    folders: Sequence[Path] = (),
    partial: bool = False,
    dialect: Dialect = DOCUMENTED,
) -> Recipe:
    """The recipe for `output` that leads to the timeline in a file; an EDL counts frames at `rate`, a draft
    is spelled in `dialect`.

    Raises NotImported, also where a draft cannot be read in part unless `partial`; NoDraft, NotInstalled.
    """
    found = _read(path, rate, dialect)
    unread = unreadable(found.timeline)
    if unread and not partial:
        reasons = [*(f"{one} cannot be read" for one in unread), "leave that out with --partial"]
        raise NotImported("\n".join(reasons))
    timeline = readable(found.timeline)
    known = {name: _beside(path, place) for name, place in found.files.items()}
    for name in names_of(timeline):
        known.setdefault(name, path.parent / Path(name).name)
    located = locate(timeline, Places(known, (*folders,)), output)
    addresses = {n: _address(m.path, output) for n, m in located.found.items()}
    shown = [one.name for one in timeline.segments if one.role in ("clip", "overlay") and one.name]
    missing = [name for name in dict.fromkeys([*found.files, *shown]) if name not in located.found]
    addresses |= {name: found.files.get(name, _last(name)) for name in missing}
    lengths = {n: m.clip.length for n, m in located.found.items() if m.clip.length}
    unsaid = [*found.unsaid, *(f"where {name} is" for name in missing)]
    text = recipe_of(_named(timeline, located.found), addresses, lengths, unsaid)
    said = [line for line in text.split("\n") if line.startswith("# not said: ")]
    return Recipe(text, [line.removeprefix("# not said: ") for line in said], located.found)


def _read(path: Path, rate: Fraction, dialect: Dialect) -> Imported:
    try:
        content = read_bounded(path, MOST_BYTES)
    except OSError as error:
        raise NotImported(error.strerror or "it cannot be read") from None
    name = path.name.lower()
    if name.endswith(".otio"):
        from nemo_spec.interchange import read_otio

        return read_otio.read(content)
    if name.endswith(".edl"):
        from nemo_spec.interchange import read_edl

        return read_edl.read(content, rate)
    if name.endswith(".xml") and b"<draft" not in content[:4096]:
        from nemo_spec.interchange import read_fcp7

        return read_fcp7.read(content)
    if not name.endswith((".json", ".xml")):
        raise NotImported(f"name a file that ends in {', '.join(READS)}")
    timeline = draft_in(load_draft(content, str(path)), str(path)).read(Known(dialect=dialect))
    if not timeline.segments:
        raise NotImported("nothing is on this timeline")
    return Imported(timeline)


def _last(name: str) -> str:
    """A file that only a draft names, without folders: it may be anywhere, and only there by chance."""
    return PurePosixPath(name.replace("\\", "/")).name or "clip"


def _beside(path: Path, place: str) -> Path:
    """Relative paths are seen from the file that holds them."""
    return path.parent / place


def _address(path: Path, output: Path) -> str:
    with suppress(ValueError):  # another drive
        return Path(os.path.relpath(path, output.parent.resolve())).as_posix()
    return path.as_posix()


def _named(timeline: Timeline, media: Mapping[str, Media]) -> Timeline:
    """A picture is one by what its file holds, whatever the foreign file says of it."""
    main = [
        one.with_properties(still=True, freeze=None)
        if one.name in media and media[one.name].is_still
        else one
        for one in timeline.main
    ]
    return replace(timeline, main=main)
