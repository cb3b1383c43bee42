"""Batches for the tests that kill them, and what must be true in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from nemo_spec.run.session.workspace import journal_of
from support.chaos import CREDITS, EDIT, INSTRUCTIONS, SESSION, TRIES, Ended, Project

CLIPS = 6
EDITS = 'title 0.2-1s "One"\ncut 0-0.5s\n'
EXPORT = 'export 90p mp4 10fps low to "out/{clip}.mp4"\n'
COMMITS = 80
"""A batch makes at least so many: six clips, three messages each, a few commits for each of them."""


def studio(project: Project, *, renders: bool, clips: int = CLIPS) -> Project:
    """Several clips in place of one."""
    content = (project.work / "a.mp4").read_bytes()
    (project.work / "a.mp4").unlink()
    (project.work / "clips").mkdir()
    for number in range(clips):
        (project.work / "clips" / f"{number}.mp4").write_bytes(content + bytes([number]))
    (project.work / "work.edit").write_text(EDITS + EXPORT * renders, "utf-8")
    return project


ARGUMENTS = ("batch", "work.edit", "clips/*.mp4", "-n", "2")


def finish(
    project: Project,
    arguments: tuple[str, ...] = ARGUMENTS,
    before: Callable[[], object] = lambda: None,
) -> list[Ended]:
    """The same command until everything is done; `--retry` once an outcome is unknown. Each time
    something may be done before it."""
    ended: list[Ended] = []
    while not ended or ended[-1].code != 0:
        assert len(ended) < TRIES, ended
        before()
        doubtful = bool(ended) and ended[-1].code == 4
        ended.append(project.run(*arguments, *["--retry"] * doubtful))
        assert "Traceback" not in ended[-1].err, ended[-1]
        assert ended[-1].code in (0, 3, 4), ended[-1]
    return ended


def hold(project: Project, ended: list[Ended], *, renders: bool, clips: int = CLIPS) -> None:
    """Every instruction once in the session of every clip, and nothing else was paid."""
    with journal_of(project.work) as journal:
        sessions = {run.session for run in journal.runs() if run.session}
    applied: Counter[tuple[str, str]] = Counter()
    for session in sessions:
        for one in project.service.log(session):
            if one["call"] == "run_sse":
                applied[session, one["instruction"]] += one["applied"] or 0
    assert sorted(filter(None, applied.values())) == [1] * (clips * INSTRUCTIONS), ended
    assert available(project) == CREDITS - clips * (SESSION + INSTRUCTIONS * EDIT), ended
    found = sorted(path.name for path in (project.work / "out").glob("*.mp4")) if renders else []
    assert found == sorted(f"{number}.mp4" for number in range(clips if renders else 0))
    again = project.run(*ARGUMENTS)
    assert (again.code, "0 credits" in again.out.splitlines()[-1]) == (0, True), again


def available(project: Project) -> float:
    """Credits of its account."""
    words = project.run("credits").out.split()
    return float(next(word for word in words if word.replace(".", "").isdigit()))
