"""The language server: what the editor asks, answered from the documents it has open.

Texts come whole, not as changes: a recipe is small, and editors disagree about what ends a line.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.formatter import format_source
from nemo_spec.language.source import Span
from nemo_spec.lsp.completion import Suggestion, What, suggestions
from nemo_spec.lsp.document import Document
from nemo_spec.lsp.fixes import Fix, fixes_of
from nemo_spec.lsp.hints import hints
from nemo_spec.lsp.hover import explanation
from nemo_spec.lsp.names import (
    NotRenamed,
    Project,
    definition_of,
    name_at,
    renamed,
    used_file,
)
from nemo_spec.lsp.positions import Width, offset_of, position, range_of, whole
from nemo_spec.project_root import project_root
from nemo_spec.version import __version__

MOST_DIAGNOSTICS = 500
"""An editor that is shown more of one file shows none of them well."""
AT_ONCE = 0.1
"""Seconds: where a check takes longer, it waits until no key has come for as long as it takes."""
_KINDS: Mapping[What, types.CompletionItemKind] = {
    "verb": types.CompletionItemKind.Function,
    "option": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.Value,
    "name": types.CompletionItemKind.Variable,
    "file": types.CompletionItemKind.File,
    "folder": types.CompletionItemKind.Folder,
}


class RecipeServer(LanguageServer):
    """Holds the open documents by their URI."""

    def __init__(self) -> None:
        super().__init__("nemo-spec", __version__, types.TextDocumentSyncKind.Full)
        self.documents: dict[str, Document] = {}
        self._taken: dict[str, float] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        for method, (answer, options) in _FEATURES.items():
            self.feature(method, options)(answer)

    def width(self, text: str) -> int:
        """How many of the editor's units a text takes."""
        return int(self.workspace.position_codec.client_num_units(text))

    def document(self, uri: str) -> Document:
        """The document as the editor has it now. Raises JsonRpcInvalidParams where it is not open."""
        if uri not in self.workspace.text_documents:  # it would be read from disk
            raise JsonRpcInvalidParams(f"{uri} is not open")
        text = self.workspace.get_text_document(uri).source
        known = self.documents.get(uri)
        if known is None or known.text != text:
            known = self.documents[uri] = Document(_path(uri), text)
        return known

    def project(self, document: Document) -> Project:
        """The recipes that may share names with a document."""
        texts = {one.path.resolve(): one.source for one in self.documents.values()}
        return Project(project_root(document.path.parent), texts)

    def publish(self, uri: str) -> None:
        """Tell the editor what is wrong with a document."""
        self.put_off(uri)
        document, begun = self.document(uri), time.monotonic()
        shown = document.diagnostics[:MOST_DIAGNOSTICS]
        found = [_diagnostic(one, self.width) for one in shown]
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version=version)
        )
        self._taken[uri] = time.monotonic() - begun

    def publish_soon(self, uri: str) -> None:
        """The same after a key: at once, or once the typing pauses."""
        taken = self._taken.get(uri, 0)
        if taken < AT_ONCE:
            self.publish(uri)
            return
        self.put_off(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(taken, self.publish, uri)

    def put_off(self, uri: str) -> None:
        """Do not check a document that waits for it."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def check_again(self) -> None:
        """Files have changed on disk, which any document may use."""
        texts = {uri: one.text for uri, one in self.documents.items()}
        self.documents = {uri: Document(_path(uri), text) for uri, text in texts.items()}
        for uri in texts:
            self.publish(uri)


def _path(uri: str) -> Path:
    """Where a document lies; one that was never saved counts as lying in the current folder."""
    path = uris.to_fs_path(uri)
    return Path(path) if path and "\0" not in path else Path.cwd() / "untitled.edit"


def _diagnostic(diagnostic: Diagnostic, width: Width) -> types.Diagnostic:
    severity = types.DiagnosticSeverity
    assert diagnostic.span is not None
    message = diagnostic.message
    return types.Diagnostic(
        range_of(diagnostic.span, width),
        f"{message}: {diagnostic.cure}" if diagnostic.cure else message,
        severity=severity.Error if diagnostic.severity == "error" else severity.Warning,
        code=diagnostic.code,
        source="nemo-spec",
    )


# ---- Documents -----------------------------------------------------------------------------------


def did_open(server: RecipeServer, params: types.DidOpenTextDocumentParams) -> None:
    server.publish(params.text_document.uri)


def did_change(server: RecipeServer, params: types.DidChangeTextDocumentParams) -> None:
    server.publish_soon(params.text_document.uri)


def did_save(server: RecipeServer, params: types.DidSaveTextDocumentParams) -> None:
    server.check_again()


def did_close(server: RecipeServer, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.documents.pop(uri, None)
    server.put_off(uri)
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def did_change_watched_files(
    server: RecipeServer, params: types.DidChangeWatchedFilesParams
) -> None:
    server.check_again()


# ---- Questions -----------------------------------------------------------------------------------


def completion(server: RecipeServer, params: types.CompletionParams) -> types.CompletionList:
    document = server.document(params.text_document.uri)
    offset = offset_of(document.source, params.position, server.width)
    found = suggestions(document, offset)
    items = [_item(one, order, document, offset, server.width) for order, one in enumerate(found)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(
    one: Suggestion, order: int, document: Document, offset: int, width: Width
) -> types.CompletionItem:
    place = range_of(Span(document.source, offset - one.replaces, offset), width)
    return types.CompletionItem(
        one.text,
        kind=_KINDS[one.what],
        detail=one.about or None,
        sort_text=f"{order:05}",
        filter_text=one.text,
        text_edit=types.TextEdit(place, one.text),
    )


def hover(server: RecipeServer, params: types.HoverParams) -> types.Hover | None:
    document = server.document(params.text_document.uri)
    offset = offset_of(document.source, params.position, server.width)
    found = explanation(document, offset)
    if found is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, found.text)
    return types.Hover(content, range_of(found.span, server.width))


def formatting(
    server: RecipeServer, params: types.DocumentFormattingParams
) -> list[types.TextEdit]:
    """Nothing where a piece cannot be read: the diagnostics say so already."""
    document = server.document(params.text_document.uri)
    text = format_source(document.source)
    if not isinstance(text, str) or text == document.text:
        return []
    return [types.TextEdit(whole(document.source, server.width), text)]


def code_action(server: RecipeServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    document, width = server.document(params.text_document.uri), server.width
    first = offset_of(document.source, params.range.start, width)
    last = offset_of(document.source, params.range.end, width)
    near = (
        one
        for one in document.diagnostics
        if one.span and one.span.start <= last and first <= one.span.end
    )
    uri = params.text_document.uri
    return [_action(uri, fix, one, width) for one in near for fix in fixes_of(document, one)]


def _action(uri: str, fix: Fix, diagnostic: Diagnostic, width: Width) -> types.CodeAction:
    edit = types.TextEdit(range_of(fix.span, width), fix.text)
    return types.CodeAction(
        fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(diagnostic, width)],
        is_preferred=True,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def inlay_hint(server: RecipeServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    document, width = server.document(params.text_document.uri), server.width
    found = [
        types.InlayHint(
            position(document.source, hint.behind.end, width), hint.text, padding_left=True
        )
        for hint in hints(document)
    ]
    return [one for one in found if params.range.start <= one.position <= params.range.end]


def definition(server: RecipeServer, params: types.DefinitionParams) -> types.Location | None:
    """The file of a `use`, the `let` of a name."""
    document, width = server.document(params.text_document.uri), server.width
    offset = offset_of(document.source, params.position, width)
    statement = document.statement_at(offset)
    used = used_file(statement, document.path.resolve()) if statement else None
    if used is not None:
        start = types.Position(0, 0)
        return types.Location(used.as_uri(), types.Range(start, start)) if used.is_file() else None
    if (name := name_at(document.recipe, offset)) is None:
        return None
    found = definition_of(server.project(document), document.path.resolve(), name.name)
    return types.Location(found[0].as_uri(), range_of(found[1], width)) if found else None


def prepare_rename(server: RecipeServer, params: types.PrepareRenameParams) -> types.Range | None:
    document = server.document(params.text_document.uri)
    offset = offset_of(document.source, params.position, server.width)
    found = name_at(document.recipe, offset)
    return range_of(found.span, server.width) if found else None


def rename(server: RecipeServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Raises JsonRpcInvalidParams where the new name cannot be one."""
    document, width = server.document(params.text_document.uri), server.width
    offset = offset_of(document.source, params.position, width)
    if (found := name_at(document.recipe, offset)) is None:
        return None
    project, path = server.project(document), document.path.resolve()
    try:
        places = renamed(project, path, found.name, params.new_name)
    except NotRenamed as error:
        raise JsonRpcInvalidParams(str(error)) from None
    open_uris = {one.path.resolve(): uri for uri, one in server.documents.items()}
    return types.WorkspaceEdit(
        changes={
            open_uris.get(path, path.as_uri()): [
                types.TextEdit(range_of(span, width), params.new_name) for span in spans
            ]
            for path, spans in places.items()
        }
    )


_FEATURES: dict[str, tuple[Callable[..., Any], Any]] = {
    types.TEXT_DOCUMENT_DID_OPEN: (did_open, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (did_change, None),
    types.TEXT_DOCUMENT_DID_SAVE: (did_save, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (did_close, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (did_change_watched_files, None),
    types.TEXT_DOCUMENT_COMPLETION: (
        completion,
        types.CompletionOptions(trigger_characters=["$", "{", '"', "'", "/", " "]),
    ),
    types.TEXT_DOCUMENT_HOVER: (hover, None),
    types.TEXT_DOCUMENT_FORMATTING: (formatting, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        code_action,
        types.CodeActionOptions([types.CodeActionKind.QuickFix]),
    ),
    types.TEXT_DOCUMENT_INLAY_HINT: (inlay_hint, None),
    types.TEXT_DOCUMENT_DEFINITION: (definition, None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (prepare_rename, None),
    types.TEXT_DOCUMENT_RENAME: (rename, types.RenameOptions(prepare_provider=True)),
}


def serve() -> None:
    """Serve one editor over standard input and output until it says `exit`. Whatever else prints, prints to
    standard error: one stray line would end the conversation."""
    log = logging.StreamHandler()
    log.addFilter(_is_news)
    logging.getLogger("pygls").addHandler(log)
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    RecipeServer().start_io(stdout=protocol)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether the editor has not been told already, in its answer."""
    return not (record.exc_info and isinstance(record.exc_info[1], JsonRpcException))
