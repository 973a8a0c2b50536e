"""The documents tell the truth: commands exist, links lead somewhere, words and errors are the code's."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WORDS = (
    "Page",
    "Capture",
    "Article",
    "Furniture",
    "Statement",
    "Evidence",
    "Quote",
    "Decision",
    "Commitment",
    "Development",
    "Gate",
    "Condition",
    "Firmness",
    "Stage",
    "Framework",
    "Topic",
    "Form",
    "Actor",
    "Group",
    "Role",
    "Term",
    "Incident",
    "Entry",
    "Ledger",
    "Valid",
    "Known",
    "Recorded",
    "As-of",
    "Projection",
    "Checkpoint",
    "Correction",
    "Check",
    "Published",
    "Lead",
)
"""The words that the design fixes."""


def help_of(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kept", *arguments, "--help"],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Give each command of a document's code, with its options: `kept read --json` is (read, [--json])."""
    code = re.findall(r"```(?:sh|text)?\n(.*?)```|`([^`\n]+)`", text, re.DOTALL)
    lines = [line for block, inline in code for line in (block or inline).splitlines()]
    found = [re.search(r"(?:^|[|/ ])kept +([a-z][a-z-]*)([^#|]*)", line) for line in lines]
    return [(match[1], re.findall(r"--[a-z][a-z-]*", match[2])) for match in found if match]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_document_names_exists_with_its_options(path: Path) -> None:
    for verb, options in commands(path.read_text(encoding="utf-8")):
        said = help_of(verb)
        assert [option for option in options if option not in said] == [], f"kept {verb}"


def test_the_readme_names_the_verbs_of_the_main_job() -> None:
    named = {verb for verb, _ in commands((ROOT / "README.md").read_text(encoding="utf-8"))}
    assert {"read", "init", "add", "review", "publish", "serve", "verify"} <= named


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in PAGES:
        for words in re.findall(r"(?m)(?:^|`)make ([a-z ]+)", path.read_text(encoding="utf-8")):
            assert set(words.split()) <= targets, f"{path.name}: make {words}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(path: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (path.parent / link).exists()] == []


def test_every_image_that_a_document_shows_is_there() -> None:
    if not (ROOT / "docs" / "images").is_dir():
        pytest.skip("the folder of screenshots is not made yet")
    for path in PAGES:
        for image in re.findall(r"!\[[^\]]+\]\(([^)\s]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / image).is_file(), f"{path.name}: {image}"


def test_the_page_of_errors_is_the_tree_of_errors() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "make_errors.py"), "--check"],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "unchanged"), "run tools/make_errors.py"


def glossary() -> dict[str, str]:
    """Give the glossary's words with the place in the code that each names."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][^|]*?) \| [^|]+ \|([^|]*)\|$", text, re.MULTILINE)
    return {word: place.strip(" `") for word, place in rows}


def test_every_word_of_the_design_stands_in_the_glossary() -> None:
    assert [word for word in WORDS if word not in glossary()] == []


def test_every_place_that_the_glossary_names_exists() -> None:
    for word, place in glossary().items():
        module, _, name = place.rpartition(".")
        if place:
            assert hasattr(import_module(module), name), word


def test_every_decision_says_why_and_what_was_given_up() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert all(part in text for part in ("**Decided.**", "**Why.**", "**Given up.**")), path.name


def test_the_changelog_keeps_a_place_for_what_comes() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
