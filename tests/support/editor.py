"""An editor that speaks to `nemo-spec lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from support.waiting import PATIENCE

T = TypeVar("T")
COMMAND = [sys.executable, "-m", "nemo_spec", "lsp", "--stdio"]


class Editor:
    """One running server with its client; every method waits for the answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started = time.monotonic()
        self._loop = asyncio.new_event_loop()
        self.client: LanguageClient = self.run(ClientServerConfig(COMMAND).start())
        hints = types.InlayHintClientCapabilities()
        capabilities = types.ClientCapabilities(
            text_document=types.TextDocumentClientCapabilities(inlay_hint=hints)
        )
        self.run(
            self.client.initialize_session(
                types.InitializeParams(capabilities, root_uri=folder.as_uri())
            )
        )

    def run(self, answer: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(asyncio.wait_for(answer, PATIENCE))

    def close(self) -> None:
        self.run(self.client.shutdown_session())
        self.run(self.client.stop())
        self._loop.close()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def at(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str) -> list[types.Diagnostic]:
        """Open a document; what is wrong with it."""
        item = types.TextDocumentItem(self.uri(name), "nemo-edit", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return self._told(name)

    def change(self, name: str, text: str, version: int) -> list[types.Diagnostic]:
        """Type another text into an open document; what is wrong with it now."""
        item = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, [whole]))
        return self._told(name)

    def _told(self, name: str) -> list[types.Diagnostic]:
        told = self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        params = self.run(told)
        assert params.uri == self.uri(name)
        return list(params.diagnostics)
