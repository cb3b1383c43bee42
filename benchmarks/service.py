"""The bundled mock in a process of its own, to send large files to and fro."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.internals import client
from benchmarks.process import environment

CLIENT = "00000000-0000-4000-8000-000000000001"


@dataclass(frozen=True)
class Mock:
    """Its address, folder and process id, and a client with a session."""

    url: str
    folder: Path
    process: int
    nemo: Any
    session: str

    @property
    def upload_url(self) -> str:
        return f"{self.url}/api/upload-video/nemo_agent/me/{self.session}"


@contextmanager
def mock(*options: str) -> Iterator[Mock]:
    """A mock on a free port that forgets everything at the end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        command = [sys.executable, "-m", "mock_server", "--data", name, *options]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, text=True, env=environment()) as process:
            assert process.stdout
            url = process.stdout.readline().rpartition(" ")[2].strip()
            try:
                with client(url) as nemo:
                    nemo.token = nemo.anonymous_token(CLIENT).token
                    session = nemo.create_session("bench", "en").session_id
                    yield Mock(url, Path(name), process.pid, nemo, session)
            finally:
                process.kill()
