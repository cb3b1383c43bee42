"""The server that an agent's program starts: the Model Context Protocol over standard input and output."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from inspect import getdoc
from pathlib import Path
from typing import Any, ParamSpec

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError
from mcp.types import ToolAnnotations

from nemo_spec.api.drafts import NoDraft
from nemo_spec.api.results import InvalidRecipe
from nemo_spec.api.saved_plan import Stale
from nemo_spec.mcp.limits import Allowance, Folder, Refused
from nemo_spec.mcp.tools import Drawing, Tools
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.text import mask
from nemo_spec.report import pages
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.storage import JournalError
from nemo_spec.version import __version__

INSTRUCTIONS = """Edit videos with recipes: text files that end in .edit. Read nemo-spec://language once,
write a recipe, `check` it until nothing is wrong, `plan` it and tell the user what it costs, then `apply`
it. Only `apply` can spend credits, and only as many as the user has allowed. A result other than `met` is
not done: read the findings, and never tell the user otherwise."""
_EXPECTED = (Refused, InvalidRecipe, NoDraft, Stale, NemoError, JournalError, OSError)
TOOLS = ("check", "help", "plan", "apply", "verify", "show", "status", "credits")
CHANGING = ("apply",)
"""An agent's program may let the others through without asking its user."""
P = ParamSpec("P")


def build(root: Path, max_credits: float | None) -> MCPServer:
    """The server for one project. Raises BadSetting where the environment names no service."""
    environment()  # a token in the environment is known from here on, and masked
    tools = Tools(Folder(Path(os.path.realpath(root))), Allowance(max_credits))
    server = MCPServer(
        "nemo-spec", version=__version__, instructions=INSTRUCTIONS, log_level="CRITICAL"
    )
    for name in TOOLS:
        tool = getattr(tools, name)
        server.add_tool(
            _answering(tool, ToolError),
            name=name,
            description=getdoc(tool),
            annotations=ToolAnnotations(read_only_hint=name not in CHANGING),
            structured_output=False,
        )
    server.resource("nemo-spec://language", mime_type="text/markdown")(
        _answering(language, ResourceError)
    )

    def recipes() -> str:
        """The recipes of the project, one path a line."""
        return "\n".join(tools.recipes())

    def recipe(path: str) -> str:
        """The text of one recipe, by its path from the top of the project."""
        return tools.read(path)

    server.resource("nemo-spec://recipes", mime_type="text/plain")(
        _answering(recipes, ResourceError)
    )
    server.resource("nemo-spec://recipes/{+path}", mime_type="text/plain")(
        _answering(recipe, ResourceError)
    )
    return server


def language() -> str:
    """The whole language: values, verbs, options, what is checked."""
    return "\n".join([*pages.values(), "", *pages.statements()])


def _answering(function: Callable[P, str | Drawing], refusal: type[Exception]) -> Callable[P, Any]:
    """The same with what a user would be told as the answer, and no token in it."""

    @wraps(function)
    def answer(*arguments: P.args, **named: P.kwargs) -> Any:
        try:
            found = function(*arguments, **named)
            if isinstance(found, Drawing):
                return [mask(found.text), Image(data=found.png, format="png")]
            return mask(found)
        except _EXPECTED as error:
            raise refusal(mask(str(error) or type(error).__name__)) from None

    return answer


def serve(root: Path, max_credits: float | None) -> None:
    """Serve one agent until it closes the connection. Paths count from `root`."""
    os.chdir(root)
    build(root, max_credits).run("stdio")
