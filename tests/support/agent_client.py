"""An AI agent's side of `nemo-spec mcp`: the protocol's own client, over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from base64 import b64decode
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from mcp import Client

from support.waiting import PATIENCE

T = TypeVar("T")


class Answer(NamedTuple):
    """What a tool said, whether it was an error, and its pictures."""

    text: str
    refused: bool
    pictures: list[bytes]


class Agent:
    """Calls the tools of one running server."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def call(self, tool: str, **arguments: Any) -> Answer:
        result = await self.client.call_tool(tool, arguments)
        texts = [part.text for part in result.content if part.type == "text"]
        pictures = [b64decode(part.data) for part in result.content if part.type == "image"]
        return Answer("\n".join(texts), bool(result.is_error), pictures)

    async def read(self, uri: str) -> str:
        result = await self.client.read_resource(uri)
        return "\n".join(part.text for part in result.contents)


def with_agent(
    folder: Path,
    act: Callable[[Agent], Awaitable[T]],
    *options: str,
    environment: dict[str, str] | None = None,
) -> T:
    """What an agent gets out of a server that was started in a folder."""
    from mcp import Client  # half a second that only this test should take
    from mcp.client.stdio import StdioServerParameters

    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "nemo_spec", "mcp", *options],
        cwd=str(folder),
        env={**os.environ, **(environment or {})},
    )

    async def session() -> T:
        async with Client(command) as client:
            return await act(Agent(client))

    return asyncio.run(asyncio.wait_for(session(), PATIENCE))
