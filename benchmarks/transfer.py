"""Large files, up to the bundled mock and down from it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

from benchmarks import peers
from benchmarks.clips import ffmpeg
from benchmarks.figure import AtMost, Figure, Unavailable
from benchmarks.process import MB, interleaved, peak, run, script
from benchmarks.service import Mock, mock

LARGE, SMALL = 500, 5
ROUNDS = 5
UPLOAD = """
import sys
from benchmarks.process import peak
from benchmarks.internals import command
assert command("upload", sys.argv[1]) == 0
print("peak", peak())
"""


def file_of(megabytes: int) -> Path:
    """An mp4 of this size: a few seconds of picture, the rest is noise in a box that players skip."""

    def make(path: Path) -> None:
        picture = ["-f", "lavfi", "-i", "testsrc2=s=640x360:d=5", "-pix_fmt", "yuv420p"]
        ffmpeg(*picture, "-crf", "20", str(path))
        left = megabytes * MB - path.stat().st_size
        with path.open("ab") as out:
            out.write(left.to_bytes(4, "big") + b"free")
            left -= 8
            while left:
                left -= out.write(os.urandom(min(left, MB)))

    return peers.cached(f"{megabytes}MB.mp4", make)


def curl(*arguments: str | Path) -> Callable[[], object]:
    """A run of curl. Raises Unavailable where there is none."""
    if not (program := which("curl")):
        raise Unavailable("there is no curl here")
    return lambda: run([program, "-sS", "--fail-with-body", *arguments])


def upload() -> Iterator[tuple[float, float]]:
    file = file_of(LARGE)
    with mock() as service:
        token = f"Authorization: Bearer {service.nemo.token}"
        theirs = curl("-H", token, "-F", f"files=@{file}", service.upload_url)
        yield from interleaved(lambda: service.nemo.upload(service.session, file), theirs, ROUNDS)


def download() -> Iterator[tuple[float, float]]:
    with mock() as service, tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        address = service.nemo.upload(service.session, file_of(LARGE))[0].cdn_url
        assert address
        theirs = curl("-o", folder / "theirs", address)

        def ours() -> None:
            (folder / "ours").unlink(missing_ok=True)
            service.nemo.download(address, folder / "ours")

        yield from interleaved(ours, theirs, ROUNDS)


def upload_memory(megabytes: int) -> Callable[[], Iterator[tuple[float, float]]]:
    """The larger one of the peaks of `nemo-spec upload` and of the mock, in MB."""

    def measure() -> Iterator[tuple[float, float]]:
        file = file_of(megabytes)
        for _ in range(5):
            with mock() as service:
                said = script(UPLOAD, file, env=_account(service)).output
                client = int(said.rpartition("peak ")[2])
                yield max(client, peak(service.process)) / MB, 1.0

    return measure


def _account(service: Mock) -> dict[str, str]:
    token = service.nemo.token or ""
    return {"NEMO_API_URL": service.url, "NEMO_TOKEN": token, "HOME": str(service.folder)}


def _memory_figure(megabytes: int) -> Figure:
    what = f"peak memory of `nemo-spec upload` and of the mock, the larger one, {megabytes} MB"
    limit = AtMost(120, unit="MB")
    return Figure(f"upload-memory-{megabytes}", what, "–", limit, upload_memory(megabytes))


FIGURES = [
    Figure("upload", "upload of 500 MB to the mock", "`curl -F`", AtMost(1.15), upload),
    _memory_figure(SMALL),
    _memory_figure(LARGE),
    Figure("download", "download of 500 MB, safe on the disk", "`curl -o`", AtMost(1.15), download),
]
