"""Load a saved plan, or what an earlier run was called with; refuse either if it is stale."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from nemo_spec.api.request import Request
from nemo_spec.compile import Program
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.journal import Journal, Run
from nemo_spec.run.session.last_session import applied_session
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.workspace import journal_place, text_of, unknown_session
from nemo_spec.safe_files import read_bounded, write_named

MAX_PLAN = 8_000_000
"""Bytes. A command line, which is all that a plan repeats, is shorter."""
_FORMAT = "nemo-spec plan"
_VERSION = 1
_SHAPE: dict[str, type] = {
    "recipe": str, "clips": list, "set": list, "key": str, "text": str, "fresh": bool,
    "unrequested": str, "session": str, "draft": str,
}  # fmt: skip
"""The keys of a saved plan. Lists hold texts; `session` and `draft` are empty for a new session."""


class Stale(Exception):
    """A saved plan or an earlier run no longer fits. `str()` is one sentence with the cure."""


def arguments_of(request: Request, root: Path, service: str) -> dict[str, Any]:
    """What a run is called with, for the journal. Files below the project's folder are relative to it,
    so that a copied project finds its own."""
    policy = request.policy
    return {
        "set": list(request.settings),
        "output": _within(root, request.output) if request.output else None,
        "per": policy.per,
        "repairs": policy.repairs,
        "unrequested": policy.unrequested,
        "max_credits": policy.limit,
        "fresh": policy.fresh,
        "session": policy.session,
        "together": policy.together,
        "deliver_doubted": policy.deliver_doubted,
        "dialect": _within(root, request.dialect_file) if request.dialect_file else None,
        "recipe": _within(root, request.recipe),
        "clips": [_within(root, Path(clip)) for clip in request.clips],
        "service": service,
    }


def _within(root: Path, file: Path) -> str:
    place, root = file.resolve(), root.resolve()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else str(place)


def request_of(run: Run, root: Path, *, retry: bool = False) -> Request:
    """What continues a run of the project at `root`. Raises Stale when its recipe is gone.

    Earlier versions noted all files absolute; where the project was moved or copied since, they are
    looked for where it lies now.
    """
    kept = run.arguments
    recipe = Path(str(kept.get("recipe", run.recipe)))
    before = root
    if recipe.is_absolute() and not recipe.is_relative_to(root):
        before = _root_before(recipe, root)

    def now(file: str | Path) -> Path:
        place = Path(file)
        if place.is_absolute() and place.is_relative_to(before):
            place = place.relative_to(before)
        return root / place

    begun = bool(run.session)
    policy = Policy(
        per=kept.get("per", "line"),
        repairs=kept.get("repairs", 1),
        unrequested=kept.get("unrequested", "report"),
        limit=kept.get("max_credits"),
        retry=retry,
        fresh=bool(kept.get("fresh")) and not begun,
        session="" if begun else kept.get("session") or "",
        together=kept.get("together") or "",
        deliver_doubted=bool(kept.get("deliver_doubted")),
    )
    dialect = kept.get("dialect")
    return Request(
        Path(os.path.relpath(now(recipe))),
        tuple(str(now(clip)) for clip in kept.get("clips", ())),
        tuple(kept.get("set", ())),
        Path(os.path.relpath(now(kept["output"]))) if kept.get("output") else None,
        policy,
        resumed=run,
        dialect_file=now(dialect) if dialect else None,
    )


def _root_before(recipe: Path, root: Path) -> Path:
    """The folder in which the project lay when its recipe was there. Raises Stale."""
    for folder in list(recipe.parents)[::-1]:
        if (root / recipe.relative_to(folder)).is_file():
            return folder
    raise Stale(f"{recipe} is not in this project – `nemo-spec apply RECIPE` begins a run here")


def save_plan(
    file: Path, request: Request, program: Program, key: str, session: str, draft: str
) -> None:
    """Save what was planned. `session` is the one that the recipe had, `draft` the hash of the draft
    that was planned for; both are empty for a new session. Raises OSError."""
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "recipe": str(request.recipe),
        "clips": list(request.clips),
        "set": list(request.settings),
        "key": key,
        "text": text_of(program),
        "fresh": request.policy.fresh,
        "unrequested": request.policy.unrequested,
        "session": session,
        "draft": draft,
    }
    # In ASCII, since names of files need not be UTF-8.
    write_named(file, (json.dumps(content, indent=2) + "\n").encode())


def with_saved_plan(request: Request) -> Request:
    """The request, completed where its recipe is a saved plan. Raises Stale when that cannot be used."""
    file, policy = request.recipe, request.policy
    saved = _read(file)
    if saved is None:
        return request
    if request.clips or request.settings or policy.fresh or policy.session:
        raise Stale(f"{file} already names its clips, values and session – leave them out")
    if saved.get("version") != _VERSION:
        raise Stale(f"{file} was saved by another nemo-spec – make it again")
    if not _is_whole(saved):
        raise Stale(f"{file} is damaged – make the plan again")
    update = {name: saved[name] for name in ("fresh", "unrequested")}
    return request._replace(
        recipe=Path(saved["recipe"]),
        clips=tuple(saved["clips"]),
        settings=tuple(saved["set"]),
        policy=replace(policy, **update, draft=saved["draft"] or None),
        plan_file=file,
        saved=saved,
    )


def check_saved(request: Request, program: Program, key: str, session: str) -> None:
    """Raises Stale when recipe, clips, service or session are not those of the plan."""
    saved = request.saved
    if saved is None:
        return
    if saved["text"] != text_of(program):
        raise Stale(f"{request.recipe} has changed since this plan was saved – make it again")
    if saved["key"] != key:
        raise Stale("the clips or the service are not those of this plan – make it again")
    if saved["session"] != session:
        raise Stale("the recipe was applied since this plan was saved – make it again")


def check_known(policy: Policy, journal: Journal, machine: Machine, key: str) -> None:
    """Raises Stale when the recipe was applied before in a session that the journal does not know: a
    new session would be paid for twice."""
    if policy.fresh or policy.session:
        return
    noted = [machine.session_of(key), applied_session(machine.root, key)]
    if session := unknown_session(journal, key, noted):
        raise Stale(
            f"this recipe was applied before, in session {session}, which "
            f"{journal_place(machine.root)} does not know – continue it with "
            f"`--session {session}`, or begin a new one with `--fresh`"
        )


def check_resumed(run: Run | None, key: str, service: str) -> None:
    """Raises Stale when a run would continue in another session than its own."""
    if run is None:
        return
    check_service(run, service)
    if run.key != key:
        cure = "`nemo-spec apply` begins a session with these"
        raise Stale(f"the clips are no longer those of run {run.id} – {cure}")


def check_service(run: Run, service: str) -> None:
    """Raises Stale when a run was at another service than the environment names."""
    there = run.arguments.get("service", service)
    if there != service:
        raise Stale(f"run {run.id} was at {there}: set NEMO_API_URL to that")


def _is_whole(saved: Mapping[str, Any]) -> bool:
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
