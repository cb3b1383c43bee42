"""The server of an agent as the protocol's own client meets it."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.agent_client import Agent, with_agent
from support.golden_cases import FILES

pytestmark = pytest.mark.skipif(not find_spec("mcp"), reason="the extra `mcp` is not installed")
TOKEN = "NEMO-TOKEN-0123456789abcdef0123456789"
RECIPE = 'title 0-3s "Intro"\nexport 90p mp4 10fps low\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / ".nemo-spec").mkdir(parents=True)
    (folder / "here.edit").write_text(RECIPE)
    (folder / "talk.mp4").write_bytes((FILES / "talk.mp4").read_bytes())
    (tmp_path / "secret.edit").write_text("titel of a secret\n")
    (folder / "link.edit").symlink_to(tmp_path / "secret.edit")
    return folder


def test_what_an_agent_does_offline(project: Path):
    async def act(agent: Agent) -> None:
        tools = {tool.name: tool for tool in (await agent.client.list_tools()).tools}
        assert set(tools) == {
            "check", "help", "plan", "apply", "verify", "show", "status", "credits",
        }  # fmt: skip
        assert "credits" not in json.dumps(tools["apply"].input_schema)
        changing = [name for name, tool in tools.items() if not tool.annotations.read_only_hint]
        assert changing == ["apply"]

        found = json.loads((await agent.call("check", recipe="here.edit")).text)
        assert (found["errors"], found["files"]) == (0, ["here.edit"])
        wrong = await agent.call("check", recipe="here.edit", text="titel 0-3s 'a'")
        assert json.loads(wrong.text)["problems"][0]["cure"] == "did you mean `title`?"
        assert (await agent.call("help", topic="title")).text.startswith("title RANGE")
        assert (await agent.call("help", topic="E102")).text.startswith("E102: unknown verb")

        shown = await agent.call("plan", recipe="here.edit", clips=["talk.mp4"])
        assert "about 50 credits" in shown.text
        applied = await agent.call("apply", recipe="here.edit", clips=["talk.mp4"])
        report = json.loads(applied.text)
        assert report["result"] == "met"
        assert (project / "out" / "here-90p.mp4").is_file() or [*(project / "out").iterdir()]

        drawn = await agent.call("show", file="here.edit", clips=["talk.mp4"])
        assert "Intro" in drawn.text
        (picture,) = drawn.pictures
        assert picture[:4] == b"\x89PNG"
        (project / "draft.json").write_text('{"t": []}')
        verified = await agent.call(
            "verify", recipe="here.edit", draft="draft.json", clips=["talk.mp4"]
        )
        assert json.loads(verified.text)["result"] == "not met"

        assert "## " in await agent.read("nemo-spec://language")
        assert await agent.read("nemo-spec://recipes") == "here.edit"
        assert await agent.read("nemo-spec://recipes/here.edit") == RECIPE
        for tool in ("status", "credits"):
            answer = await agent.call(tool)
            assert answer.refused
            assert "--max-credits" in answer.text

    with_agent(project, act)


def test_an_agent_cannot_leave_the_project_or_raise_the_ceiling(project: Path):
    async def act(agent: Agent) -> None:
        (project / "out.edit").write_text('use "../secret.edit"\n' + RECIPE)
        (project / "clip.edit").write_text('clip a "../talk.mp4"\n' + RECIPE)
        (project.parent / "talk.mp4").write_bytes((FILES / "talk.mp4").read_bytes())
        (project.parent / "draft.json").write_text('{"t": []}')
        (project / ".nemo-spec" / "draft.json").write_text('{"t": []}')
        (project / "away").symlink_to(project.parent)
        (project / "value.edit").write_text('let f = "talk.mp4"\nclip a "{f}"\n' + RECIPE)
        (project / "token.edit").write_text(f'title 0-3s "{TOKEN}"\n')
        answers = [
            await agent.call(tool, recipe=recipe)
            for tool in ("check", "plan", "apply")
            for recipe in ("../secret.edit", "link.edit", "out.edit", "clip.edit", "/etc/passwd")
        ]
        answers += [
            await agent.call("apply", recipe="here.edit", clips=["../talk.mp4"]),
            await agent.call("verify", recipe="here.edit", draft="../draft.json"),
            await agent.call("show", file="../secret.edit"),
            await agent.call("show", file="away/draft.json"),
            await agent.call("verify", recipe="here.edit", draft=".nemo-spec/draft.json"),
            await agent.call("plan", recipe="C:\\here.edit", clips=["talk.mp4"]),
            await agent.call("plan", recipe="here.edit\0", clips=["talk.mp4"]),
            await agent.call("plan", recipe="here.edit", clips=["file:///etc/passwd"]),
            await agent.call("plan", recipe="value.edit", values={"f": "../talk.mp4"}),
        ]
        for place in ("../x.mp4", "away/x.mp4", ".nemo-spec/x.mp4", ".git/x.mp4", "talk.mp4"):
            (project / "to.edit").write_text(f'mute\nexport 90p mp4 low to "{place}"\n')
            answers.append(await agent.call("apply", recipe="to.edit", clips=["talk.mp4"]))
        for uri in (
            "../secret.edit", "..%2Fsecret.edit", "link.edit", "%2Fetc%2Fpasswd", "/etc/passwd",
            "%2e%2e/secret.edit", "here.edit%00", "C:%5Chere.edit", "away/secret.edit",
        ):  # fmt: skip
            with pytest.raises(Exception, match=r"Unknown|outside|ends in"):
                await agent.read(f"nemo-spec://recipes/{uri}")
        assert all(answer.refused for answer in answers)
        assert not any("titel" in answer.text or "root:" in answer.text for answer in answers)

        raised = await agent.call("apply", recipe="here.edit", clips=["talk.mp4"], max_credits=900)
        raised_too = await agent.call("plan", recipe="here.edit", limit=900, offline=False)
        spent = "spend" in raised.text.lower()
        assert not spent, raised.text
        assert "credits may be spent" not in raised_too.text
        token = await agent.call("plan", recipe="token.edit", clips=["talk.mp4"])
        assert not token.refused
        assert TOKEN not in token.text
        assert TOKEN not in await agent.read("nemo-spec://recipes/token.edit")

    with_agent(project, act, environment={"NEMO_TOKEN": TOKEN})
