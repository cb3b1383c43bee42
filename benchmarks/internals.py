"""What the benchmarks use of the product and of the mock beside their commands: all of it stands here.

Each function imports what it needs when it is called, so that a process whose start or memory is
measured loads nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nemo_spec.compile import Program
    from nemo_spec.language.diagnostics import Diagnostic
    from nemo_spec.language.source import Source
    from nemo_spec.media.cues import Subtitles
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.verbs.material import Material

Work = Callable[[], object]


def command(*arguments: str | Path) -> int:
    """`nemo-spec` in this process, its output thrown away; the exit code."""
    from nemo_spec.cli.main import main

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return main([str(argument) for argument in arguments])


# Recipes -----------------------------------------------------------------------------------------


class _NoFiles:
    """A library without a disk: one clip, and no other file."""

    def __init__(self, clip_seconds: int) -> None:
        self.clip_seconds = clip_seconds

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        from nemo_spec.verbs.material import Material

        return Material(path, path, self.clip_seconds * 1000, width=1920, height=1080)

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        return _no_files()

    def file(self, path: str, source: Source) -> PurePath | Diagnostic:
        return _no_files()

    def subtitles(
        self, path: str, source: Source, encoding: str | None = None
    ) -> Subtitles | Diagnostic:
        return _no_files()


def _no_files() -> Diagnostic:
    from nemo_spec.language.diagnostics import Diagnostic

    return Diagnostic("E101", "no files here")


def steps(text: str, clip_seconds: int) -> None:
    """Parse, bind, plan, predict, and the sentences, over one clip.

    Raises ValueError for a recipe with an error: it would measure nothing.
    """
    _program(text, "talk.mp4", clip_seconds)


def _program(text: str, clip: str, clip_seconds: int) -> Program:
    from nemo_spec.compile import compile_plan
    from nemo_spec.language.source import Source
    from nemo_spec.recipe.plan import make_plan

    planned = make_plan(Source("bench.edit", text), _NoFiles(clip_seconds), clips=[clip])
    program = compile_plan(planned.plan)
    wrong: list[object] = [d for d in planned.diagnostics if d.severity == "error"]
    wrong += [problem for _, problem in program.problems if problem.is_error]
    if wrong:
        raise ValueError(f"the recipe of the benchmark is refused: {wrong[0]}")
    return program


def predicted_draft(text: str, clip: str, clip_seconds: int) -> dict[str, Any]:
    """The draft that a recipe over one clip should become.

    Raises ValueError for a recipe with an error.
    """
    from nemo_spec.timeline.properties import PROPERTIES, spellings_of

    timeline = _program(text, clip, clip_seconds).predicted
    tracks: dict[str, list[Any]] = {}
    for segment in timeline.segments:
        found: dict[str, Any] = {"role": segment.role, "s": segment.start.lo}
        found["d"] = segment.length.lo or 500  # how long a sound lasts, the service decides
        found["text" if segment.texts else "src"] = " ".join(segment.texts) or segment.name
        found |= dict(zip(("in", "out"), segment.source or (), strict=False))
        for key in segment.properties.keys() & PROPERTIES.keys() - {"cut"}:
            found[spellings_of(key)[0]] = segment.properties[key]
        tracks.setdefault(segment.role, []).append(found)
    types = {"clip": 0, "overlay": 0, "music": 1, "sound": 1, "voiceover": 1}
    return {
        "m": {"width": 1280, "height": 720, "fps": 30},
        "d": timeline.length.lo,
        "t": [{"tt": types.get(role, 7), "name": role, "sg": sg} for role, sg in tracks.items()],
    }


def formatted(text: str) -> None:
    """A recipe's text, as `fmt` writes it."""
    from nemo_spec.language.formatter import format_source
    from nemo_spec.language.source import Source

    format_source(Source("bench.edit", text))


def pauses_of_client(file: Path) -> object:
    """The pauses that `plan` finds by level, in a process of its own."""
    from nemo_spec.media import probe

    return probe._child_says(file, probe.SOUND_LIMIT, "sound", "0", "level")


# The journal -------------------------------------------------------------------------------------


def add_runs(project: Path, count: int) -> None:
    """Note so many earlier runs like the latest one in the journal of a project: each sent a repair, which
    made another draft."""
    from datetime import timedelta

    from nemo_spec.run.clock import Clock
    from nemo_spec.run.session.workspace import journal_of

    with journal_of(project) as journal:
        journal._db.rows("PRAGMA synchronous = OFF")  # nothing depends on these
        run = journal.runs()[0]
        steps, now = journal.steps(run.session), Clock().now()
        first = steps[0]
        draft = journal.draft(next(step.after for step in steps if step.after))
        for number in range(count):
            noted = journal.begin_run(run.recipe, run.arguments, run.key, now)
            journal.bind(noted, run.key, run.session, "")
            at, before = first.at - timedelta(days=1, seconds=-number), draft + b" " * number
            step = journal.begin(
                noted, run.session, "repair", f"Repair {number}.", at, before=before
            )
            journal.complete(step, "done", after=before + b" ", cost=1)
            journal.finish_run(noted, "met", 1, now)


# The service -------------------------------------------------------------------------------------


def client(url: str) -> Nemo:
    """A client of the service at this address, without a token."""
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.settings import Settings

    return Nemo(Settings(api_url=url))


@contextmanager
def mock_with(draft: dict[str, Any]) -> Iterator[tuple[Nemo, str]]:
    """A mock, a client of it with a token, and the id of a session whose draft is this one."""
    from mock_server import start
    from mock_server.state.store import compact

    with start() as mock, client(mock.url) as nemo:
        nemo.token = nemo.anonymous_token("00000000-0000-4000-8000-000000000004").token
        session = nemo.create_session("bench", "en").session_id
        mock.mock.store.run("update sessions set draft = ? where id = ?", compact(draft), session)
        yield nemo, session


def listener(url: str, home: Path, watch: Callable[[int], None]) -> Work:
    """Everything imported; called, it sends one instruction and listens to the answer as `apply`
    does. `watch` hears the number of each event."""
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.settings import Settings
    from nemo_spec.run.clock import Clock
    from nemo_spec.run.messages.conversation import listen
    from nemo_spec.run.service import Service
    from nemo_spec.run.timeouts import SERVICE

    class Watched(Nemo):
        def chat(self, session_id: str, text: str) -> Iterator[Any]:
            for number, event in enumerate(super().chat(session_id, text), 1):
                watch(number)
                yield event

    def work() -> None:
        with Watched(Settings(api_url=url), "benchmark") as nemo:
            service = Service(nemo, Clock(), home, SERVICE)
            for _ in listen(service, "session", "Trim the pauses.", "en"):
                pass

    return work


def stream_reader() -> Callable[[Iterable[bytes]], int]:
    """Everything imported; called, it makes typed events of the bytes of a stream and counts them."""
    from nemo_spec.nemo.dialect import Reader
    from nemo_spec.nemo.sse import SSEParser

    def read(chunks: Iterable[bytes]) -> int:
        parser, reader, count = SSEParser(), Reader(), 0
        for chunk in chunks:
            for message in parser.feed(chunk):
                for _ in reader.read(message):
                    count += 1
        return count

    return read


# The mock ----------------------------------------------------------------------------------------


def mock_for_many() -> AbstractContextManager[Any]:
    """A mock in this process as `nemo-spec test` runs it: a clip that many recipes share is looked
    at once."""
    from mock_server import start
    from nemo_spec.harness.bundled_mock import probe_once

    return start(credits=1000, probe=probe_once())


def pauses_of_mock(media: Any) -> object:
    """The pauses that the mock finds in an upload, whether or not it has heard it before."""
    from mock_server.media.silences import found

    return found(media, 600, None)


def probe(file: Path) -> Any:
    """What the mock knows of an upload: `duration_ms`, `width`, `height`, `fps`, …"""
    from mock_server.media import probe

    return probe.probe(file, file.name)


def act(instruction: str, draft: dict[str, Any], media: Mapping[str, Any]) -> dict[str, Any]:
    """The draft after the mock's agent has worked on it. Raises ValueError when it does nothing."""
    from mock_server import agent

    outcome = agent.act(instruction, draft, media)
    if not outcome.changed:
        raise ValueError(f"{instruction}: {outcome.reply}")
    return outcome.draft


def render(draft: dict[str, Any], media: Mapping[str, Any], out: Path, preset: str) -> None:
    """The mock's renderer."""
    from mock_server.render import render as renderer

    renderer(draft, media, out, preset=preset)


# Requests ----------------------------------------------------------------------------------------


def noted(url: str, token: str, requests: str, folder: str) -> None:
    """Send the requests in a file by our client, and note each message in two journals as `apply` does,
    but read no recipe and check no draft: the least that sends no message twice."""
    import gc
    import json
    import sys
    from datetime import UTC, datetime

    gc.disable()
    sys.modules["httpx._main"] = None  # type: ignore[assignment] # as in nemo_spec.cli.main
    import nemo_spec.cli.commands.apply  # noqa: F401 - what `apply` imports
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.settings import Settings
    from nemo_spec.run.session.journal import Journal

    def now() -> datetime:
        return datetime.now(UTC)

    nemo, before, step = Nemo(Settings(api_url=url), token), None, None
    places = [Path(folder, name) for name in ("project", "config")]
    with Journal.open(places[0]) as journal, Journal.open(places[1]) as record:
        run = journal.begin_run("a", {}, "key", now())
        journal.bind(run, "key", "session", "task")
        journal.record_in(record, "session")
        for _, address, body in json.loads(Path(requests).read_text(encoding="utf-8")):
            if body:
                text = body["new_message"]["parts"][0]["text"]
                step = journal.begin(
                    run, "session", "repair", text, now(), owners=[1], before=before
                )
                list(nemo.chat(body["session_id"], text))
            elif address.endswith("/latest"):
                before = nemo.state(address.split("/")[-2]).draft_json
                if step is not None:
                    journal.complete(step, "done", after=before, cost=0.0, met=["a"])
                step = None
            else:
                nemo.credits()
