"""What was decided before, a plan in a file or a run: carried out as it was or not at all."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from nemo_spec.compile import Program
from nemo_spec.run.session.journal import Journal, Run
from nemo_spec.run.session.last_session import FOLDER, applied_session
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.workspace import text_of, unknown_session
from nemo_spec.safe_files import read_bounded, write_named

MAX_PLAN = 8_000_000
"""Bytes. A command line, which is all that a plan repeats, is shorter."""
_FORMAT = "nemo-spec plan"
_VERSION = 1
_KEPT = ("set", "output", "per", "repairs", "unrequested", "max_credits", "fresh", "session")
_SHAPE: dict[str, type] = {
    "recipe": str, "clips": list, "set": list, "key": str, "text": str, "fresh": bool,
    "unrequested": str, "session": str, "draft": str,
}  # fmt: skip
"""What stands in a saved plan. Lists hold texts; `session` and `draft` are empty for a new session."""


class Changed(Exception):
    """It cannot be carried out any more. `str()` is one sentence with the cure."""


def arguments_of(options: argparse.Namespace, root: Path, service: str) -> dict[str, Any]:
    """What `apply` was called with, independent of the folder that it was called in: files below the
    project's folder from there, so that they are those of the copy in a copied project."""
    kept = {name: getattr(options, name, None) for name in _KEPT}
    output = kept["output"]
    return kept | {
        "recipe": _within(root, options.recipe),
        "clips": [_within(root, Path(clip)) for clip in options.clips],
        "output": _within(root, output) if output else None,
        "service": service,
    }


def _within(root: Path, file: Path) -> str:
    place, root = file.resolve(), root.resolve()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else str(place)


def files_of(run: Run, root: Path) -> dict[str, Any]:
    """The files that a run was called with, in the project at `root` as it lies now.

    Earlier versions have noted all of them absolute; where their project was moved or copied, they
    are looked for where they are now. Raises Changed when the recipe is not there.
    """
    kept = run.arguments
    recipe = Path(str(kept.get("recipe", run.recipe)))
    before = root
    if recipe.is_absolute() and not recipe.is_relative_to(root):
        before = _root_before(recipe, root)

    def now(file: str) -> str:
        place = Path(file)
        if place.is_absolute() and place.is_relative_to(before):
            place = place.relative_to(before)
        return str(root / place)

    return {
        "recipe": now(str(recipe)),
        "clips": [now(clip) for clip in kept.get("clips", ())],
        "output": now(kept["output"]) if kept.get("output") else None,
    }


def _root_before(recipe: Path, root: Path) -> Path:
    """The folder in which the project lay when its recipe was there. Raises Changed."""
    for folder in list(recipe.parents)[::-1]:
        if (root / recipe.relative_to(folder)).is_file():
            return folder
    raise Changed(f"{recipe} is not in this project – `nemo-spec apply RECIPE` begins a run here")


def save_plan(
    options: argparse.Namespace, program: Program, key: str, session: str, draft: str
) -> None:
    """Write down what was planned. `session` is the one that the recipe had, `draft` the hash of the
    draft that was planned for; empty where there was none. Raises OSError."""
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "recipe": str(options.recipe),
        "clips": list(options.clips),
        "set": list(options.set),
        "key": key,
        "text": text_of(program),
        "fresh": options.fresh,
        "unrequested": options.unrequested,
        "session": session,
        "draft": draft,
    }
    # In ASCII, since names of files need not be UTF-8.
    write_named(options.output, (json.dumps(content, indent=2) + "\n").encode())


def with_saved_plan(options: argparse.Namespace) -> argparse.Namespace:
    """The options, completed where RECIPE is a saved plan. Raises Changed when it cannot be read."""
    saved = _read(options.recipe)
    if saved is None:
        return options
    if options.clips or options.set or options.fresh or options.session:
        raise Changed(f"{options.recipe} says itself which clips, values and session it is for")
    if saved.get("version") != _VERSION:
        raise Changed(f"{options.recipe} was saved by another nemo-spec – make it again")
    if not _is_whole(saved):
        raise Changed(f"{options.recipe} is damaged – make the plan again")
    update = {name: saved[name] for name in ("clips", "set", "fresh", "unrequested")}
    update |= {"recipe": Path(saved["recipe"]), "draft": saved["draft"] or None, "saved": saved}
    update["plan_file"] = options.recipe
    return argparse.Namespace(**vars(options) | update)


def check_saved(options: argparse.Namespace, program: Program, key: str, session: str) -> None:
    """Raises Changed when recipe, clips, service or session are not those of the plan."""
    saved = getattr(options, "saved", None)
    if saved is None:
        return
    if saved["text"] != text_of(program):
        raise Changed(f"{options.recipe} has changed since this plan was saved – make it again")
    if saved["key"] != key:
        raise Changed("the clips or the service are not those of this plan – make it again")
    if saved["session"] != session:
        raise Changed("the recipe was applied since this plan was saved – make it again")


def check_known(options: argparse.Namespace, journal: Journal, machine: Machine, key: str) -> None:
    """Raises Changed when a recipe was applied before in a session that its journal knows nothing of:
    a new session would be paid a second time."""
    if options.fresh or options.session:
        return
    noted = [machine.session_of(key), applied_session(machine.root, key)]
    if session := unknown_session(journal, key, noted):
        raise Changed(
            f"this recipe was applied before, in session {session}, of which "
            f"{Journal.path_in(machine.root / FOLDER)} knows nothing – go on with it by "
            f"`--session {session}`, or begin a new one with `--fresh`"
        )


def check_resumed(options: argparse.Namespace, key: str, service: str) -> None:
    """Raises Changed when a run would go on in another session than its own."""
    run: Run | None = getattr(options, "resumed", None)
    if run is None:
        return
    check_service(run, service)
    if run.key != key:
        cure = "`nemo-spec apply` begins a session with these"
        raise Changed(f"the clips are not those of run {run.id} any more – {cure}")


def check_service(run: Run, service: str) -> None:
    """Raises Changed when a run was at another service than the one of the environment."""
    there = run.arguments.get("service", service)
    if there != service:
        raise Changed(f"run {run.id} was at {there}: set NEMO_API_URL to that")


def _is_whole(saved: dict[str, Any]) -> bool:
    texts = (text for name in ("clips", "set") for text in (saved.get(name) or ()))
    return all(isinstance(saved.get(name), kind) for name, kind in _SHAPE.items()) and all(
        isinstance(text, str) for text in texts
    )


def _read(path: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(read_bounded(path, MAX_PLAN).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    is_plan = isinstance(content, dict) and content.get("format") == _FORMAT
    return content if is_plan else None
