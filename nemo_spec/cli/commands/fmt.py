"""nemo-spec fmt PATH … – recipes in canonical form; a file that cannot be read as one stays as it is."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from errno import EACCES
from pathlib import Path

from nemo_spec.cli.exit_codes import FAILED, NOT_MET, OK, REFUSED
from nemo_spec.cli.process import standard_input, write_utf8
from nemo_spec.language.diagnostics import Diagnostic, in_order, rendered, visible
from nemo_spec.language.formatter import format_source
from nemo_spec.language.parser import MAX_BYTES, read_source, source_of
from nemo_spec.language.source import Source

EPILOG = """Only spacing, line ends and quotes change, never the meaning of a recipe; comments keep their
place. A recipe with an unterminated text, or with characters that are not part of the language, is
refused and left as it is. Exit code: 0 done, 1 with --check if something would change,
2 refused, 3 not written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="an .edit file, a folder of them, or - for stdin"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing, list what would change"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing, show what would change")


def run(options: argparse.Namespace) -> int:
    """Format, or say what would be. Every file is looked at, also behind one that is refused."""
    codes = [OK]
    refused: list[Diagnostic] = []
    for path in _recipes(options.paths):
        source = _read(path)
        after = format_source(source) if isinstance(source, Source) else [source]
        if isinstance(source, Source) and isinstance(after, str):
            codes.append(_deliver(path, source, after, options))
        elif isinstance(after, list):
            refused += after
            codes.append(REFUSED)
    for text in rendered(in_order(refused)):
        print(text, file=sys.stderr)
    return max(codes)


def _recipes(names: list[str]) -> Iterator[Path | None]:
    """The files of those names and every recipe in folders; None for standard input."""
    for name in names:
        path = Path(name)
        if name == "-":
            yield None
        elif name and _is_folder(path):
            yield from sorted(found for found in path.rglob("*.edit") if found.is_file())
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no file name at all; reading it will say so
        return False


def _read(path: Path | None) -> Source | Diagnostic:
    if path is None:
        return source_of("<stdin>", standard_input(MAX_BYTES))
    if os.path.islink(path):  # noqa: PTH114 (does not raise for what is no file name)
        from nemo_spec.recipe.library import refused_link

        if refused := refused_link(path):
            return refused
    return read_source(path)


def _deliver(path: Path | None, source: Source, after: str, options: argparse.Namespace) -> int:
    changes = source.original != after
    if options.diff:
        _show_diff(source, after)
    if options.check:
        if changes and not options.diff:
            print(f"would change {visible(source.name)}")
        return NOT_MET if changes else OK
    if options.diff:
        return OK
    if path is None:
        _show(after)
        return OK
    return _write(path, after) if changes else OK


def _show_diff(source: Source, after: str) -> None:
    """As `diff -u` has it."""
    old, new = _lines(source.original), _lines(after)
    for line in unified_diff(old, new, source.name, f"{source.name} (formatted)", lineterm=""):
        _show(f"{line}\n")


def _show(text: str) -> None:
    """Text of a recipe: UTF-8 as in the file, but to a terminal, which it must not drive."""
    if sys.stdout.isatty():
        print("\n".join(map(visible, text.split("\n"))), end="")
    else:
        write_utf8(text)


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines


def _write(path: Path, text: str) -> int:
    try:
        _replace(path.resolve(), text.encode())
    except OSError as error:
        print(f"error: cannot write {visible(str(path))}: {error.strerror}", file=sys.stderr)
        return FAILED
    print(f"formatted {visible(str(path))}")
    return OK


def _replace(path: Path, content: bytes) -> None:
    """Replace the file in one step, so that nobody ever sees half of it."""
    if not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".nemo-spec-fmt-")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
