"""The language server as an editor meets it: another process, spoken to over stdio."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types
from support.editor import COMMAND, Editor
from support.paths import INTERVIEW
from support.short_recipes import program_of

from nemo_spec.lsp.server import RecipeServer

BRAND = 'let company = "Acme"\n'
RECIPE = f"""clip a "{INTERVIEW}"
use "brand.edit"
title 0-3s "🎬 {{company}}" at top
generate 1s 'sea'
export 1080p mp4
"""


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("project").resolve()
    (folder / ".nemo-spec").mkdir()
    (folder / "brand.edit").write_text(BRAND)
    editor = Editor(folder)
    yield editor
    editor.close()


@pytest.fixture(scope="module")
def name(editor: Editor) -> str:
    assert editor.open("film.edit", RECIPE) == []
    return "film.edit"


def at(line: int, character: int) -> types.Position:
    return types.Position(line, character)


def test_what_is_wrong_is_told_while_typing(editor: Editor):
    assert editor.open("typed.edit", "/* 🎬 */ cut")
    found, *_ = editor.change("typed.edit", 'title 0-3s "🎬" att top\n', 2)
    assert (found.code, found.range) == ("E103", types.Range(at(0, 16), at(0, 19)))
    assert found.message.endswith("did you mean `at`?")
    assert editor.change("typed.edit", 'title 0-3s "🎬" at top\n', 3) == []


def test_a_cure_is_a_code_action(editor: Editor):
    editor.open("wrong.edit", 'titel 0-3s "a"\n')
    params = types.CodeActionParams(
        editor.at("wrong.edit"), types.Range(at(0, 2), at(0, 2)), types.CodeActionContext([])
    )
    (action,) = editor.run(editor.client.text_document_code_action_async(params))
    assert (action.title, action.kind) == ("Write `title`", "quickfix")
    (edit,) = action.edit.changes[editor.uri("wrong.edit")]
    assert (edit.new_text, edit.range) == ("title", types.Range(at(0, 0), at(0, 5)))


def test_completion_replaces_what_is_typed(editor: Editor, name: str):
    params = types.CompletionParams(editor.at(name), at(2, 31))
    found = editor.run(editor.client.text_document_completion_async(params))
    item = next(item for item in found.items if item.label == "top-left")
    assert item.text_edit.range == types.Range(at(2, 29), at(2, 31))


def test_hover(editor: Editor, name: str):
    params = types.HoverParams(editor.at(name), at(3, 1))
    found = editor.run(editor.client.text_document_hover_async(params))
    assert "generate T" in found.contents.value
    assert found.range == types.Range(at(3, 0), at(3, 8))


def test_the_length_behind_each_edit(editor: Editor, name: str):
    params = types.InlayHintParams(editor.at(name), types.Range(at(0, 0), at(9, 0)))
    found = editor.run(editor.client.text_document_inlay_hint_async(params))
    assert [(hint.label, hint.position) for hint in found] == [
        ("→ 40.8 s", at(2, 32)),
        ("→ 41.8 s", at(3, 17)),
    ]


def test_formatting(editor: Editor):
    editor.open("loose.edit", "cut   0-3s;export 1080p 'a'")
    params = types.DocumentFormattingParams(
        editor.at("loose.edit"), types.FormattingOptions(4, True)
    )
    (edit,) = editor.run(editor.client.text_document_formatting_async(params))
    assert edit.new_text == 'cut 0-3s\nexport 1080p "a"\n'
    assert edit.range == types.Range(at(0, 0), at(0, 27))


def test_a_used_file_and_a_name_are_found(editor: Editor, name: str):
    params = types.DefinitionParams(editor.at(name), at(1, 8))
    found = editor.run(editor.client.text_document_definition_async(params))
    assert found.uri == editor.uri("brand.edit")
    params = types.DefinitionParams(editor.at(name), at(2, 17))
    found = editor.run(editor.client.text_document_definition_async(params))
    assert (found.uri, found.range.start) == (editor.uri("brand.edit"), at(0, 4))


def test_a_name_is_renamed_in_both_files(editor: Editor, name: str):
    params = types.RenameParams(editor.at(name), at(2, 17), "firm")
    found = editor.run(editor.client.text_document_rename_async(params))
    places = {uri: [edit.range for edit in edits] for uri, edits in found.changes.items()}
    assert places == {
        editor.uri("brand.edit"): [types.Range(at(0, 4), at(0, 11))],
        editor.uri(name): [types.Range(at(2, 16), at(2, 23))],
    }


def test_a_name_that_cannot_be_one_is_refused(editor: Editor, name: str):
    params = types.RenameParams(editor.at(name), at(2, 17), "two words")
    with pytest.raises(Exception, match="is not a name"):
        editor.run(editor.client.text_document_rename_async(params))


def test_a_question_about_what_is_not_open_is_refused(editor: Editor, tmp_path: Path):
    """Nothing is read from disk that the editor has not opened."""
    (tmp_path / "there.edit").write_text("titel\n")
    there = types.TextDocumentIdentifier((tmp_path / "there.edit").as_uri())
    with pytest.raises(Exception, match="is not open"):
        editor.run(
            editor.client.text_document_hover_async(types.HoverParams(there, types.Position(0, 0)))
        )


def test_it_ends_without_a_word():
    asked = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **one}) for one in asked]
    sent = "".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in bodies)
    done = subprocess.run(COMMAND, input=sent.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Content-Length: ")
    assert done.stdout.endswith(b'"result": null}')


def test_many_keys_in_a_row_are_checked_once_where_that_takes_long(
    monkeypatch: pytest.MonkeyPatch,
):
    checked: list[str] = []

    async def type_fast() -> None:
        for _ in range(9):
            server.publish_soon("slow")
            server.publish_soon("quick")
        await asyncio.sleep(0.3)

    server = RecipeServer()
    monkeypatch.setattr(server, "publish", checked.append)
    server._taken["slow"] = 0.15
    asyncio.run(type_fast())
    assert checked == ["quick"] * 9 + ["slow"]


def test_the_first_problems_within_a_second_of_the_start(tmp_path: Path):
    """On a machine that loads the server's libraries in a third of one: any other takes its own time."""
    libraries = _processor_seconds_of(
        [sys.executable, "-c", "import pygls.lsp.server, lark, pydantic"]
    )
    editor = Editor(tmp_path)
    try:
        assert editor.open("here.edit", "titel\n")[0].code == "E102"
        assert _processor_seconds(editor) < 3 * libraries
    finally:
        editor.close()


def test_a_change_of_200_lines_is_checked_before_the_next_key(editor: Editor):
    lines = [f'title {second}-{second + 1}s "Part {second}" at top' for second in range(190)]
    text = "\n".join(["generate 300s 'sea'", *lines, *["# remark"] * 8, "export 1080p mp4"])
    editor.open("long.edit", text)
    before = _processor_seconds(editor)
    for version in range(2, 12):
        editor.change("long.edit", f"{text}\n# {version}\n", version)
    taken = _processor_seconds(editor) - before
    began = time.process_time()
    for version in range(2, 12):
        program_of(f"{text}\n# {version}\n")
    assert taken < 3 * (time.process_time() - began), (
        "little more than what is checked takes by itself"
    )


def _processor_seconds_of(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, check=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def _processor_seconds(editor: Editor) -> float:
    """What the server has used so far; on systems that do not tell, since its start."""
    process = editor.client._server
    assert process is not None
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return time.monotonic() - editor.started
    return (int(fields[11]) + int(fields[12])) / 100
