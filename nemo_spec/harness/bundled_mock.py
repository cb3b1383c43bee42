"""The bundled mock in place of the service: the only module that imports it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock, FastForwardClock
from nemo_spec.run.session.auth import connect
from nemo_spec.run.timeouts import SERVICE

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from mock_server.media.probe import Media
    from mock_server.server import MockHandle
    from nemo_spec.harness.target import Target
    from nemo_spec.nemo.client import Nemo

FREE_CREDITS = 100
"""What a free account of the service holds; a session costs about 50, a generated clip about 100."""
PLENTY = 1000
"""Credits of each recipe under `nemo-spec test`, more than any recipe of the gallery costs."""

_CLIENT = "00000000-0000-4000-8000-000000000000"

IN_TESTS = SERVICE._replace(
    render_poll=0.1,
    render_limit=3600,
    only_heartbeats=60,
    stream_cap=300,
    still_working=60,
)
"""As patient as with the service, where pauses pass at once; a render and a stall take real time."""


@contextmanager
def bundled_service(
    faults: list[dict[str, object]], credits: int = FREE_CREDITS
) -> Iterator[tuple[Settings, Path]]:
    """A mock on a free loopback port, and an empty folder in place of the home folder.

    Its account holds `credits`, like a free one of the service.

    Tokens of the service and of the mock never mix: NEMO_TOKEN is ignored. Raises OSError where there is
    no ffmpeg that can render.
    """
    from mock_server import start
    from mock_server.media.ffmpeg import ffmpeg_exe

    ffmpeg_exe()
    with (
        tempfile.TemporaryDirectory(prefix="nemo-spec-") as home,
        start(faults=faults, credits=credits) as mock,
    ):
        yield Settings(api_url=mock.url, web_url=mock.url), Path(home)


@contextmanager
def bundled_target(
    faults: Sequence[dict[str, object]] = (), credits: int = PLENTY
) -> Iterator[Target]:
    """A mock for many recipes. Before each it forgets the last one and gets all faults again.

    Every recipe has `credits` of its own. Raises OSError where there is no ffmpeg that can render.
    """
    from mock_server import start
    from mock_server.media.ffmpeg import ffmpeg_exe

    ffmpeg_exe()
    with start(credits=credits, probe=probe_once()) as mock, target_on(mock) as target:

        def begin(seed: int) -> None:
            mock.begin_anew(seed, faults)
            _get_account(target.nemo, _CLIENT)

        yield replace(target, begin=begin)


@contextmanager
def target_on(mock: MockHandle) -> Iterator[Target]:
    """A running mock, as it is; every recipe gets an account of its own.

    Pauses pass on the mock's clock, so they take no time.
    """
    from nemo_spec.harness.target import Target
    from nemo_spec.nemo.client import Nemo

    with (
        tempfile.TemporaryDirectory(prefix="nemo-spec-") as folder,
        Nemo(Settings(api_url=mock.url, web_url=mock.url)) as nemo,
    ):
        home = Path(folder, "home")
        home.mkdir()
        clock = FastForwardClock(mock.advance)
        target = Target(nemo, clock, home, IN_TESTS, Path(folder), mock.requests, lambda: mock.bugs)
        yield replace(target, begin=lambda _: _get_account(nemo, str(uuid4())))


def _get_account(nemo: Nemo, client: str) -> None:
    account = nemo.anonymous_token(client)
    nemo.token, nemo.user_id, nemo.anonymous = account.token, account.user_id, True


@contextmanager
def bundled_service_to_check(credits: int) -> Iterator[tuple[Settings, Path]]:
    """The same, with a saved token that has so many credits; later tokens have the usual 100."""
    from mock_server import start

    with tempfile.TemporaryDirectory(prefix="nemo-spec-") as home, start(credits=credits) as mock:
        settings = Settings(api_url=mock.url, web_url=mock.url)
        connect(settings, Clock(), Path(home)).close()
        mock.change(credits=100)
        yield settings, Path(home)


def add_mock_arguments(parser: ArgumentParser) -> None:
    """All flags of the mock."""
    from mock_server.__main__ import add_arguments

    add_arguments(parser)


def documented_facts() -> dict[str, str]:
    """What is documented of the service, by the ids under which it is checked."""
    from mock_server.spec.facts import FACTS

    return {fact.id: fact.text for fact in FACTS if fact.status == "documented"}


def run_mock(options: Namespace) -> int:
    """A mock in the foreground. Returns 2 for a wrong option or a port that is taken. Raises
    OSError where there is no ffmpeg that can render."""
    from mock_server.__main__ import serve
    from mock_server.media.ffmpeg import ffmpeg_exe

    ffmpeg_exe()
    return serve({k: v for k, v in vars(options).items() if k != "command"}, "nemo-spec mock")


def font_pieces(text: str) -> Iterator[tuple[Path, int, str]]:
    """A line of text in pieces of one font each, as the mock draws it: the file of the font, its number in
    that file, the piece."""
    from mock_server.render.fonts import readable, typeface

    for run in typeface(text).runs(readable(text)):
        yield run.font.path, run.font.face, run.text


def probe_once() -> Callable[[Path, str], Media]:
    """The mock's own probe of an upload, done once per content: many recipes share a clip."""
    from mock_server.media.probe import probe

    known: dict[bytes, Media] = {}

    def look(path: Path, name: str) -> Media:
        with path.open("rb") as file:
            key = hashlib.file_digest(file, "sha256").digest()
        if key not in known:
            known[key] = probe(path, name)
        return replace(known[key], name=name, path=path)

    return look


def undrawable(text: str, font: str) -> tuple[str, ...]:
    """The characters for which the mock draws a box: no font has them, of its own or of the machine."""
    from mock_server.render import fonts

    return fonts.undrawable(text, font)


def face_taken(font: str) -> str:
    """The font that the mock draws with where this one is asked for; the same if it is there."""
    from mock_server.render import fonts

    return fonts.face_taken(font)


def fault(text: str) -> dict[str, object]:
    """A fault as `--fault` takes it. Raises ValueError."""
    from mock_server.api.errors import ApiError
    from mock_server.faults.injector import read_flag

    try:
        return dict(read_flag(text))
    except ApiError as error:
        raise ValueError(str(error)) from None
