"""--watch: run a command again whenever a file that it has read is saved."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_PAUSE = 0.3
"""Seconds between two looks at the files: saving feels immediate, and costs nothing."""

Stamps = dict[Path, tuple[int, int]]


def add_watch_argument(parser: argparse.ArgumentParser, more: str = "") -> None:
    """--watch"""
    parser.add_argument(
        "--watch", action="store_true", help=f"run again whenever a file is saved{more}"
    )


def watch(
    run: Callable[[], int],
    files: Callable[[], Iterable[Path]],
    pause: Callable[[float], object] = time.sleep,
) -> int:
    """Run, and run again after every change, until Ctrl-C ends it; returns the last exit code.

    `files` are those to look at, asked for anew each time: a recipe may include others meanwhile.
    """
    code = 0
    try:
        while True:
            before = _stamps(files())
            code = run()
            print("watching for changes; Ctrl-C ends", file=sys.stderr, flush=True)
            while _stamps(files()) == before:
                pause(_PAUSE)
            print(file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return code


def _stamps(files: Iterable[Path]) -> Stamps:
    """When each file was written and how long it is; one that is gone has none."""
    found: Stamps = {}
    for path in files:
        try:
            seen = path.stat()
        except OSError:
            continue
        found[path] = (seen.st_mtime_ns, seen.st_size)
    return found
