"""The kept folder of the benchmarks: environments of peers, and material that is slow to make."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.figure import Unavailable

KEPT = Path(__file__).parent.parent / ".bench"


def python(*requirements: str) -> Path:
    """The interpreter of an environment with these requirements, made at first use.

    Raises Unavailable when they cannot be installed.
    """
    label = hashlib.sha256(" ".join(requirements).encode()).hexdigest()[:12]
    home = KEPT / "peers" / label
    interpreter = home / "bin" / "python"
    done = home / ".installed"
    if done.exists():
        return interpreter
    try:
        _call([sys.executable, "-m", "venv", "--clear", str(home)])
        _call([str(interpreter), "-m", "pip", "install", "--quiet", *requirements])
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unavailable(f"cannot install {', '.join(requirements)}") from error
    done.touch()
    return interpreter


def cached(name: str, make: Callable[[Path], object]) -> Path:
    """The file of this name in the kept folder; `make` writes it to the path it is given, once."""
    path = KEPT / "material" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half_made = path.with_name(f"half-{name}")
        make(half_made)
        half_made.replace(path)
    return path


def _call(command: list[str]) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
