"""Hand a timeline over to another editor: where it comes from, where its files are, what survives."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from nemo_spec.api.arguments import FilePath, Values, paths_of, settings_of
from nemo_spec.api.drafts import Draft, Known, dialect_of_project
from nemo_spec.api.outputs import not_replaceable
from nemo_spec.api.results import InvalidRecipe
from nemo_spec.api.saved_plan import Stale, request_of
from nemo_spec.api.verify import known_of
from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.compile.measured import NotMeasured, as_measured
from nemo_spec.interchange.formats import FORMATS, NotInstalled, UnknownFormat, ending_of, written
from nemo_spec.interchange.losses import Loss, losses
from nemo_spec.interchange.markers import markers_of
from nemo_spec.interchange.media import Located, Places, by_name, locate
from nemo_spec.interchange.readable import readable, unreadable
from nemo_spec.interchange.sequence import rate_of, sequence_of, without_files_missing
from nemo_spec.project_root import project_root
from nemo_spec.recipe.library import overwritten
from nemo_spec.run.session.workspace import has_journal, journal_of
from nemo_spec.safe_files import write_named
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import Uploads

_UNHEARD = "left out, only the service knows what is said"
_APPLY_FIRST = "apply the recipe first, and hand over its draft with --draft FILE or --session ID"
_HEARD_HERE = (
    "the pauses are cut where they were heard here; the service may cut each a little elsewhere"
)


class NoHandoff(Exception):
    """Nothing was written; `str()` says why, one reason a line."""


@dataclass(frozen=True, slots=True)
class Source:
    """A timeline and where its files may be. `program` is that of its recipe, where there is one; `read`
    are the files that it comes from, none of which may be written; `notes` say how exact it is."""

    name: str
    timeline: Timeline
    known: Mapping[str, Path] = field(default_factory=dict)
    uploads: Uploads = field(default_factory=Uploads)
    program: Program | None = None
    read: Sequence[Path] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """What did not survive, what could not be read, and what is to be known of the files."""

    lost: Sequence[Loss]
    unread: Sequence[str]
    notes: Sequence[str]


def handoff(
    what: FilePath,
    *clips: FilePath,
    output: FilePath,
    draft: FilePath | None = None,
    values: Values = (),
    folders: Sequence[FilePath] = (),
    partial: bool = False,
    strict: bool = False,
) -> Handed:
    """Write a draft, or what a recipe leads to, for another editor; the name of `output` says for which.

    `draft` is the one that the recipe has led to; without it the recipe is handed over as it is predicted.
    Clips that are not where they were are looked for below `folders`. Raises InvalidRecipe, NoDraft,
    NoHandoff, NemoError, OSError.
    """
    path = Path(what)
    if path.suffix == ".edit":
        opened = open_recipe(path, paths_of(clips), settings_of(values), measure_pauses=True)
        source = source_of_recipe(opened, Path(draft) if draft else None)
    else:
        source = source_of_draft(path)
    places = [*map(Path, folders)]
    try:
        return hand_over(source, Path(output), folders=places, partial=partial, strict=strict)
    except (UnknownFormat, NotInstalled) as error:
        raise NoHandoff(f"{output}: {error}") from None


def source_of_draft(path: Path) -> Source:
    """The draft in a file; its clips may lie beside it. Raises NoDraft."""
    draft = Draft.load(path)
    timeline = draft.read(Known(dialect=dialect_of_project(project_root(Path()))))
    return Source(path.stem, timeline, files_beside(draft, path.parent), draft.uploads, read=[path])


def source_of_recipe(opened: Opened, draft: Path | None) -> Source:
    """A recipe as it is predicted, or as it has become in a draft. Raises InvalidRecipe, NoDraft,
    NoHandoff."""
    if draft is None:
        return source_of_prediction(opened)
    program = _program(opened)
    found = Draft.load(draft)
    timeline = found.read(known_of(opened, dialect_of_project(opened.root)))
    read = [*opened.read, draft]
    return Source(
        opened.path.stem, timeline, files_of_program(program), found.uploads, program, read
    )


def source_of_prediction(opened: Opened) -> Source:
    """A recipe as it is predicted, its pauses cut where they were heard here. Raises InvalidRecipe,
    NoHandoff."""
    program = _program(opened)
    try:
        timeline, has_cut = as_measured(program)
    except NotMeasured as verb:
        raise NoHandoff(f"only the service knows what `{verb}` leaves: {_APPLY_FIRST}") from None
    return Source(
        opened.path.stem, timeline, files_of_program(program), program=program, read=opened.read,
        notes=[_HEARD_HERE] if has_cut else [],
    )  # fmt: skip


def _program(opened: Opened) -> Program:
    if opened.program is None or not opened.is_good:
        raise InvalidRecipe(opened.diagnostics)
    return opened.program


def files_beside(draft: Draft, folder: Path) -> dict[str, Path]:
    """The uploads of a draft that lie in the folder of its file."""
    near = {file.name: folder / PurePath(file.name).name for file in draft.uploads.files}
    return {name: path for name, path in near.items() if path.is_file()}


def hand_over(
    source: Source,
    output: Path,
    *,
    folders: Sequence[Path] = (),
    partial: bool = False,
    strict: bool = False,
) -> Handed:
    """Write a timeline for another editor; all of the file or nothing. With `strict`, what does not survive
    is refused. Raises NoHandoff, UnknownFormat, NotInstalled, OSError."""
    ending = ending_of(output)
    if reason := not_replaceable(output, ending.rpartition(".")[2]):
        raise NoHandoff(f"cannot write {output}: {reason}")
    if not source.timeline.segments:
        raise NoHandoff("the timeline is empty")
    unread = unreadable(source.timeline)
    if unread and not partial:
        cure = "leave that out with --partial"
        raise NoHandoff("\n".join([*(f"{one} cannot be read" for one in unread), cure]))
    timeline, endless = _exact(readable(source.timeline))
    located = locate(timeline, _places(source, folders), output)
    _refuse_overwriting(source, located, output)
    lost = [*endless, *losses(timeline, FORMATS[ending], located.found)]
    if strict and (lost or located.problems):
        reasons = [*located.problems, *map(str, lost)]
        raise NoHandoff("\n".join([*reasons, f"--strict: not all of it survives in {ending}"]))
    markers = ()
    if source.program:
        rate = rate_of(timeline.canvas.get("fps"))
        markers = tuple(markers_of(source.program, timeline, rate))  # type: ignore[assignment]
    cut = sequence_of(timeline, located.found, source.name, markers, _addresses(source))
    if not FORMATS[ending].nameless:
        cut = without_files_missing(cut)
    if not any(track.role in FORMATS[ending].roles for track in cut.tracks):
        reasons = [*located.problems, *map(str, lost)]
        raise NoHandoff("\n".join([*reasons, _nothing_for(ending, timeline)]))
    write_named(output, written(cut, ending))
    notes = [*source.notes, *_uncaptioned(timeline, ending), *located.problems]
    return Handed(lost, unread, notes)


def _nothing_for(ending: str, timeline: Timeline) -> str:
    if FORMATS[ending].kinds == {"text"}:
        if "caption" in timeline.open_roles:
            return f"{_APPLY_FIRST}: its captions are there"
        return f"there are no captions or other texts on this timeline for a {ending} file"
    return f"nothing of this timeline has a place in {ending}"


def _uncaptioned(timeline: Timeline, ending: str) -> Iterator[str]:
    """Who asks for subtitles and gets the titles alone, hears of it."""
    roles = {*timeline.open_roles, *(layer.role for layer in timeline.layers)}
    if FORMATS[ending].kinds == {"text"} and "caption" not in roles:
        yield "there are no captions on this timeline: only its titles are in the file"


def _places(source: Source, folders: Sequence[Path]) -> Places:
    lengths = {f.name: f.duration for f in source.uploads.files if f.duration is not None}
    return Places(source.known, tuple(folders), lengths)


def _addresses(source: Source) -> dict[str, str]:
    """All uploads, also those of which there is no file here."""
    return {file.name: file.url for file in source.uploads.files}


def _exact(timeline: Timeline) -> tuple[Timeline, list[Loss]]:
    """Without the layers of which only the service knows how long they are, as a sound by its name."""
    layers = [one for one in timeline.layers if one.start.is_exact and one.end.is_exact]
    left = [one for one in timeline.layers if one not in layers]
    lost = [Loss(one, "left out, only the service knows how long it is") for one in left]
    unknown = [f"captions: {_UNHEARD}"] if "caption" in timeline.open_roles else []
    return replace(timeline, layers=layers), [*lost, *(Loss(None, one) for one in unknown)]


def _refuse_overwriting(source: Source, located: Located, output: Path) -> None:
    read = [*source.read, *source.known.values(), *(m.path for m in located.found.values())]
    for path in overwritten([output], read).values():
        raise NoHandoff(f"{os.path.relpath(output)} is {os.path.relpath(path)}, which is read")


# ---- Where files are -----------------------------------------------------------------------------


def files_of_program(program: Program) -> dict[str, Path]:
    """The local files of a recipe by their names at the service."""
    return by_name((upload.name, upload.path) for upload in program.uploads)


def files_of_session(root: Path, session: str) -> dict[str, Path]:
    """The same of the recipe that was last applied in a session, by the project's journal; empty where
    nothing was, or the recipe is gone. Raises JournalError."""
    if not has_journal(root):
        return {}
    with journal_of(root) as journal:
        run = next((one for one in journal.runs() if one.session == session), None)
    if run is None:
        return {}
    try:
        request = request_of(run, root)
    except Stale:
        return {}
    opened = open_recipe(request.recipe, paths_of(request.clips), request.settings)
    return files_of_program(opened.program) if opened.program else {}
