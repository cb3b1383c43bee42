"""One run, told to programs: JSON, JUnit XML and annotations say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from support.paths import ROOT
from support.short_recipes import MEDIA, TALK, carried_out, program_of

from nemo_spec.cli.main import main
from nemo_spec.compile.loader import open_recipe
from nemo_spec.report import github, junit
from nemo_spec.report import json as json_report
from nemo_spec.report.difference import DiffLine
from nemo_spec.report.record import Record
from nemo_spec.run import events
from nemo_spec.verdict.findings import Finding

CLIP = str(MEDIA / TALK[0])
ODD = '100% <odd> & "no", a: b'
RECIPE = "title 0-3s '100% <odd> & \"no\", a: b'; music 'lo-fi'\nmute\nexport 720p mp4\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recipe whose title was not done, and a sound that nobody asked for."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a,b.edit").write_text(RECIPE, "utf-8")
    draft = carried_out(program_of(RECIPE), without=0)
    draft["t"].append(
        {"tt": 1, "sg": [{"role": "sound", "s": 0, "d": 9, "name": "\x00\ufffe\x1b["}]}
    )
    (tmp_path / "draft.json").write_text(json.dumps(draft), "utf-8")
    return tmp_path


def verify(*reports: str) -> int:
    wanted = [word for report in reports for word in ("--report", report)]
    return main(["verify", "a,b.edit", CLIP, "--draft", "draft.json", *wanted])


def test_json_holds_every_line(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert verify("json") == 1
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert "1 of 3" not in captured.out
    assert "2 of 3 lines met" in captured.err
    assert (found["version"], found["recipe"], found["result"]) == (1, "a,b.edit", "not met")
    assert [line["status"] for line in found["lines"]] == ["missing", "met", "met"]
    title = found["lines"][0]
    assert [title[key] for key in ("file", "line", "column", "end_line")] == ["a,b.edit", 1, 1, 1]
    assert RECIPE[: title["end_column"] - 1] == title["text"]
    assert title["findings"][0]["instruction"].startswith("Add a title")
    assert [finding["status"] for finding in found["beside"]] == ["unrequested"]
    assert found["timeline"].startswith("Timeline (")


def test_the_page_names_every_key(folder: Path, capsys: pytest.CaptureFixture[str]):
    verify("json")
    page = (ROOT / "docs" / "reports.md").read_text("utf-8")
    found = json.loads(capsys.readouterr().out)
    keys = {*found, *found["lines"][0], *found["lines"][0]["findings"][0]}
    assert [key for key in sorted(keys) if f"`{key}`" not in page.replace("lines[].", "")] == []


def test_junit_is_xml_with_the_right_counts(folder: Path):
    assert verify("junit:r.xml") == 1
    whole = ElementTree.parse(folder / "r.xml").getroot()
    suite = whole[0]
    assert (whole.tag, suite.tag, suite.get("name")) == ("testsuites", "testsuite", "a,b.edit")
    for counted in (whole, suite):
        assert [counted.get(k) for k in ("tests", "failures", "errors", "skipped")] == list("4100")
    failure = suite[0].find("failure")
    assert failure is not None
    assert failure.get("type") == "missing"
    assert ODD in str(failure.get("message"))
    assert suite[0].get("line") == "1"


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f\x0b", "\ufffe", "\uffff", "\ud800"])
def test_junit_replaces_what_xml_cannot_hold(bad: str, folder: Path):
    """Wherever it comes from: names of files, what the service says, what a recipe quotes."""
    planned = open_recipe(folder / "a,b.edit", [CLIP]).planned
    ran = Record(planned, f"1{bad}.edit", error=f"2{bad}", expected=f"3{bad}")
    ran.differences = [DiffLine("~", f"4{bad}")]
    missing = Finding("missing", 0, f"5{bad}", f"6{bad}", f"7{bad}")
    ran.take(events.Checked((missing, Finding("unreadable", None, f"8{bad}"))))
    skipped = Record(None, "x.edit", skipped=f"9{bad}")
    text = junit.report_all([ran, skipped])
    assert not any(one in text for one in bad if one != "\x7f"), "which XML may hold"
    read = "".join(
        value
        for element in ElementTree.fromstring(text.encode()).iter()
        for value in (*element.attrib.values(), element.text or "")
    )
    for number in range(1, 10):
        assert (
            f"{number}{bad}".translate(dict.fromkeys(map(ord, set(bad) - {"\x7f"}), "\ufffd"))
            in read
        )


def test_annotations_are_one_line_each_and_escaped(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert verify("github") == 1
    error, warning = capsys.readouterr().out.splitlines()
    assert error.startswith("::error file=a%2Cb.edit,line=1,col=1,endLine=1,endColumn=")
    assert 'title=missing::no title "100%25 <odd> & "no", a: b" in the draft%0Asent: ' in error
    assert warning.startswith("::warning file=a%2Cb.edit,title=unrequested::")


def test_several_reports_at_once_and_wrong_ones_before_anything(folder: Path):
    assert verify("json:r.json", "junit:r.xml", "github:r.txt") == 1
    assert {path.name for path in folder.glob("r.*")} == {"r.json", "r.xml", "r.txt"}
    assert verify("json", "github") == 2
    assert verify("json:no/such/folder.json") == 2
    for wrong in ("yaml", "json:", ""):
        with pytest.raises(SystemExit):
            verify(wrong)


def test_a_run_that_broke_off_is_failed_everywhere(folder: Path):
    planned = open_recipe(folder / "a,b.edit", [CLIP]).planned
    assert planned is not None
    record = Record(planned, "a,b.edit", error="no\nanswer")
    found: dict[str, Any] = json.loads(json_report.report(record))
    assert (found["result"], found["error"]) == ("failed", "no\nanswer")
    assert {line["status"] for line in found["lines"]} == {"not reached"}
    suite = ElementTree.fromstring(junit.report(record))[0]
    assert (suite.get("errors"), suite.get("skipped")) == ("1", "4")
    assert github.report(record) == "::error file=a%2Cb.edit,title=failed::no%0Aanswer\n"


def test_apply_reports_too(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "c.edit").write_text('title 0-1s "Hi"', "utf-8")
    clip = str(MEDIA / "product.mp4")
    assert main(["apply", "c.edit", clip, "--offline", "--report", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["result"], found["lines"][0]["status"]) == ("met", "met")
    assert found["session"]
