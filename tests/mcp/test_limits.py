"""What an agent is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemo_spec.mcp.limits import Allowance, Folder, Refused


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "project"
    (root / "deep").mkdir(parents=True)
    (root / ".nemo-spec").mkdir()
    (tmp_path / "secret.edit").write_text("titel\n")
    (tmp_path / "secret.mp4").touch()
    (root / "here.edit").write_text("trim pauses\n")
    (root / "link.edit").symlink_to(tmp_path / "secret.edit")
    (root / "inner.edit").symlink_to(root / "here.edit")
    (root / "away").symlink_to(tmp_path)
    return Folder(root.resolve())


@pytest.mark.parametrize("name", ["here.edit", "./here.edit", "deep/../here.edit", "inner.edit"])
def test_a_recipe_of_the_project(folder: Folder, name: str):
    assert folder.recipe(name).read_text() == "trim pauses\n"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.edit", "deep/../../secret.edit", "link.edit", "away/secret.edit", "/etc/passwd",
        "~/x.edit/../../../secret.edit", "", " ", "a\0b.edit", ".nemo-spec/x.edit", "deep", ".",
    ],
)  # fmt: skip
def test_nothing_else(folder: Folder, name: str):
    with pytest.raises(Refused):
        folder.recipe(name)


@pytest.mark.parametrize(
    "text",
    [
        'clip a "../secret.mp4"',
        'clip a "away/secret.mp4"',
        'clip a "~/nothing.mp4"',
        'clip a "/dev/null"',
        'let up = ".."\nclip a "{up}/secret.mp4"',
        'music from "../secret.mp4"',
        'overlay 0-3s "../nothing.png"',
        'captions from "../../etc/passwd"',
        'use "../secret.edit"',
        'use "link.edit"',
        'use "deep/more.edit"',
    ],
)
def test_a_recipe_cannot_lead_out_either(folder: Folder, text: str):
    (folder.root / "deep" / "more.edit").write_text('overlay 0-3s "../../nothing.png"\n')
    recipe = folder.root / "out.edit"
    recipe.write_text(text)
    with pytest.raises(Refused, match="outside the project") as refused:
        folder.hold(recipe, (), ())
    assert "titel" not in str(refused.value)


def test_nor_can_a_value(folder: Folder):
    recipe = folder.root / "out.edit"
    recipe.write_text('let f = "here.mp4"\nclip a "{f}"\n')
    folder.hold(recipe, (), ())
    with pytest.raises(Refused, match="outside"):
        folder.hold(recipe, (), ["f=../secret.mp4"])


def test_what_is_spent_is_gone():
    allowance = Allowance(50)
    with allowance.run() as spending:
        assert (spending.limit, allowance.left) == (50, 0)
        spending.cost = 30
    assert allowance.left == 20


def test_what_nobody_knows_counts_as_spent():
    allowance = Allowance(50)
    with pytest.raises(OSError, match="gone"), allowance.run():
        raise OSError("gone")
    assert allowance.left == 0


def test_more_than_was_allowed_leaves_nothing():
    allowance = Allowance(50)
    with allowance.run() as spending:
        spending.cost = 80
    assert allowance.left == 0


def test_a_run_that_claims_to_bring_credits_raises_nothing():
    allowance = Allowance(50)
    with allowance.run() as spending:
        spending.cost = -1000
    assert allowance.left == 50


def test_without_a_ceiling_there_is_nothing_to_spend():
    allowance = Allowance(None)
    with allowance.run() as spending:
        assert spending.limit is None
        spending.cost = 50
    assert allowance.is_offline
