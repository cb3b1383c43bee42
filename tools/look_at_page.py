"""Look at the review page in a browser, as wide as a phone and as a screen, light and dark.

    python tools/look_at_page.py [FOLDER]

Needs Chromium (or CHROMIUM=PATH), node, npm and the npm registry. A recipe is applied offline; its page
must not complain, must go to where a click says, and axe-core must find nothing serious. Pictures of it go
into FOLDER, by default build/page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("playwright-core@1.56.1", "axe-core@4.11.0")
RECIPE = """\
clip shot "product.mp4"
keep 0-8s
cut 2-3s
speed 2x 4-6s
title 0-2s "Morning <b>Brew</b>" fade in 0.3s
music "lo-fi" volume 30% fade out 1s
expect 1 title
export 540p mp4 10fps low
"""
LONGEST = 300  # seconds a step may take


def main(folder: Path) -> int:
    """0 where nothing is wrong."""
    browser = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if browser is None:
        print("there is no Chromium: name one with CHROMIUM=PATH")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        install(place)
        wrong = looked(browser, page_in(place), folder.resolve(), place)
    print("\n".join(wrong) or f"nothing is wrong; pictures are in {folder}")
    return 1 if wrong else 0


def install(place: Path) -> None:
    """Raises CalledProcessError."""
    flags = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(
        ["npm", "install", *flags, "--prefix", place, *PACKAGES], check=True, timeout=LONGEST
    )


def page_in(place: Path) -> Path:
    """The page of a recipe that was applied there."""
    shutil.copy(ROOT / "specs" / "media" / "product.mp4", place)
    (place / "brew.edit").write_text(RECIPE, "utf-8")
    command = [
        sys.executable,
        "-m",
        "nemo_spec",
        "apply",
        "brew.edit",
        "--offline",
        "--repairs",
        "0",
    ]
    report = ["--report", "html:page.html"]
    subprocess.run([*command, *report], cwd=place, timeout=LONGEST, check=True)
    return place / "page.html"


def looked(browser: str, page: Path, folder: Path, place: Path) -> list[str]:
    """What is wrong, in words. Raises CalledProcessError where the browser does not start."""
    command = ["node", ROOT / "tools" / "look_at_page.mjs", browser, page, folder]
    ran = subprocess.run(
        command, cwd=place, stdout=subprocess.PIPE, text=True, timeout=LONGEST, check=True
    )
    return ran.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:]) if sys.argv[1:] else ROOT / "build" / "page"))
