"""The bundled mock in a process of its own, to send large files to and fro."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Unavailable
from nemo_spec.nemo import Nemo, Settings

CLIENT = "00000000-0000-4000-8000-000000000001"


@dataclass(frozen=True)
class Mock:
    """Its address and folder, and a client with a session."""

    url: str
    folder: Path
    process: int
    nemo: Nemo
    session: str

    @property
    def upload_url(self) -> str:
        return f"{self.url}/api/upload-video/nemo_agent/me/{self.session}"

    def peak(self) -> int:
        """The most memory that it ever held, in bytes. Raises Unavailable where nobody knows."""
        try:
            status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        except OSError:
            raise Unavailable("the peak memory of a running process is known on Linux") from None
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@contextmanager
def mock() -> Iterator[Mock]:
    """A mock on a free port that forgets everything at the end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        command = [sys.executable, "-m", "mock_server", "--data", name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            url = process.stdout.readline().rpartition(" ")[2].strip()
            try:
                with Nemo(Settings(api_url=url)) as nemo:
                    nemo.token = nemo.anonymous_token(CLIENT).token
                    session = nemo.create_session("bench", "en").session_id
                    yield Mock(url, Path(name), process.pid, nemo, session)
            finally:
                process.kill()
