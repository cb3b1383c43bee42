"""pytest: `.edit` files are tests, and the fixture `apply_recipe` applies one inside a test.

Nothing of nemo-spec is imported before the first of them runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from nemo_spec.api.results import Result
    from nemo_spec.harness.target import Target
    from nemo_spec.report.record import Record

    ApplyRecipe = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("nemo-spec", "recipes (nemo-spec)")
    add = group.addoption
    add(
        "--nemo-server",
        metavar="URL",
        help="test recipes on this server instead of the bundled mock",
    )
    add("--nemo-seed", type=int, default=0, metavar="N", help="random seed of the bundled mock")
    add(
        "--nemo-fault",
        action="append",
        default=[],
        metavar="NAME[:KEY=VALUE,…]",
        help="make the bundled mock misbehave, for example claimed_not_applied:match=title",
    )
    parser.addini(
        "nemo_recipes",
        "folders whose .edit files are collected (default: all collected folders). A file that is named "
        "on the command line is always collected",
        type="paths",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--nemo-fault"):
        if config.getoption("--nemo-server"):
            raise pytest.UsageError("--nemo-fault is for the bundled mock, not for a server")
        _faults(config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RecipeFile | None:
    if file_path.suffix != ".edit":
        return None
    folders = parent.config.getini("nemo_recipes")
    meant = not folders or any(file_path.is_relative_to(folder) for folder in folders)
    if not meant and not parent.session.isinitpath(file_path):
        return None
    return RecipeFile.from_parent(parent, path=file_path)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Skip recipes that others use, unless they are named."""
    recipes = [item for item in items if isinstance(item, RecipeItem)]
    if not recipes:
        return
    from nemo_spec.harness.discovery import used_recipes

    parts = used_recipes([item.path for item in recipes])
    for item in recipes:
        user = parts.get(item.path.resolve())
        if user is not None and not session.isinitpath(item.path):
            item.part_of = user.name


class RecipeFile(pytest.File):
    """A recipe is one test: its lines edit one draft, and none can be tested alone."""

    def collect(self) -> Iterator[RecipeItem]:
        yield RecipeItem.from_parent(self, name=self.path.stem)


class RecipeItem(pytest.Item):
    part_of = ""

    def runtest(self) -> None:
        from nemo_spec.harness.case import Case, run_case

        seed = self.config.getoption("--nemo-seed")
        path = Path(_shown(self.path))
        record = run_case(Case(path, seed, part_of=self.part_of), _target(self.config))
        if record.skipped:
            pytest.skip(record.skipped)
        if record.result != "met":
            raise NotMet(record)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, NotMet):
            return Explanation(self.path, excinfo.value.record)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, _shown(self.path)


class NotMet(Exception):
    """A recipe that is not met; Python is not to blame, so no traceback is shown."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.path)
        self.record = record


class Explanation:
    """What pytest shows instead of a traceback: the output of `nemo-spec test`."""

    def __init__(self, path: Path, record: Record) -> None:
        self.record = record
        self.reprcrash = Crash(path, record)

    def __str__(self) -> str:
        return self._text(color=False)

    def toterminal(self, writer: Any) -> None:
        writer.line(self._text(color=writer.hasmarkup))

    def _text(self, *, color: bool) -> str:
        from nemo_spec.report.cases import explained, headline

        return f"{headline(self.record, color=color)}\n\n{explained(self.record, color=color)}"


class Crash:
    """The line of a recipe, and what is wrong with it in one sentence."""

    def __init__(self, path: Path, record: Record) -> None:
        from nemo_spec.report.cases import first_wrong

        self.path = str(path)
        self.lineno, self.message = first_wrong(record)

    def __str__(self) -> str:
        return f"{self.path}:{self.lineno}: {self.message}"


@pytest.fixture
def apply_recipe(request: pytest.FixtureRequest) -> Iterator[ApplyRecipe]:
    """`apply_recipe(path, *clips, settings={…}, render=False)` applies a recipe and returns a
    `nemo_spec.Result`: `.met`, `.findings`, `.timeline`, `.requests`, `.files`, `.explained`, ….

    It goes to the mock of the fixture `nemo_mock` where the test has one, with the faults that the
    test gave it; otherwise to the target of all recipes.
    """
    from nemo_spec.api.apply import apply_on
    from nemo_spec.harness.bundled_mock import target_on

    with ExitStack() as stack:
        if "nemo_mock" in request.fixturenames:
            target = stack.enter_context(target_on(request.getfixturevalue("nemo_mock")))
        else:
            target = _target(request.config)
        seed = request.config.getoption("--nemo-seed")
        folder = request.getfixturevalue("tmp_path")

        def apply_recipe(
            recipe: str | os.PathLike[str], *clips: str | os.PathLike[str],
            settings: Mapping[str, object] | None = None, render: bool = False,
        ) -> Result:  # fmt: skip
            return apply_on(
                target, recipe, *clips, values=settings or {}, seed=seed, folder=folder,
                render=render,
            )  # fmt: skip

        yield apply_recipe


_KEY = pytest.StashKey["Target"]()


def _target(config: pytest.Config) -> Target:
    """The service of this process, from its first use to the end of the run."""
    if _KEY not in config.stash:
        from nemo_spec.nemo.errors import NemoError

        stack = ExitStack()
        try:
            config.stash[_KEY] = stack.enter_context(_opened(config))
        except NemoError as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None
        config.add_cleanup(stack.close)
    return config.stash[_KEY]


def _opened(config: pytest.Config) -> AbstractContextManager[Target]:
    server = config.getoption("--nemo-server")
    if server:
        from nemo_spec.harness.server import server_target

        return server_target(server, _note)
    from nemo_spec.harness.bundled_mock import bundled_target

    return bundled_target(_faults(config))


def _note(text: str) -> None:
    print(f"note: {text}", file=sys.stderr)


def _faults(config: pytest.Config) -> list[dict[str, object]]:
    from nemo_spec.harness.bundled_mock import fault

    try:
        return [fault(text) for text in config.getoption("--nemo-fault")]
    except ValueError as error:
        raise pytest.UsageError(f"--nemo-fault: {error}") from None


def _shown(path: Path) -> str:
    """Relative to the current folder, if the file is inside it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
