"""The shape of the code: rooms, sizes, dependencies, docstrings, and what may stand in no file."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kept.frameworks.demo import demo_pages

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for path in (ROOT / "src" / "kept").rglob("*.py") if "migrations" not in path.parts)
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 50
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.-])/(?:root|work|home)/\w",
            r"(?:py|test\.py)pi\.(?:org|python\.org)",
            r"python" + r"hosted\.org",
            r"registry\.npm" + r"js\.org",
            r"proxy\.golang" + r"\.org",
            r"cra" + r"tes\.io",
        ]
    ).encode()
)
"""Absolute paths of a machine and host names of package registries."""


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_every_import_contract_is_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert [place(path, lines) for path, lines in lengths.items() if lines > MOST_LINES] == []


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [
        place(path, function.lineno)
        for path in SOURCES
        for function in functions(parsed(path))
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_OF_A_FUNCTION
    ] == []


def test_everything_public_says_what_it_does() -> None:
    assert [place(path, line) for path in SOURCES for line in _undocumented(parsed(path))] == []


def _undocumented(tree: ast.Module | ast.ClassDef) -> Iterator[int]:
    """Give the lines of public modules, classes, functions and methods without a docstring."""
    if not ast.get_docstring(tree):
        yield getattr(tree, "lineno", 1)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name not in {"Meta", "Media"}:
            yield from _undocumented(node)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _is_bare(node):
            yield node.lineno


def _is_bare(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    overload = any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)
    return not (node.name.startswith("_") or overload or ast.get_docstring(node))


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "requirements").glob("*.in")))
def test_every_root_requirement_can_be_imported(name: str) -> None:
    modules = [_modules(each) for each in _requirements(ROOT / "requirements" / f"{name}.in")]
    if name == "bench" and not all(modules):
        pytest.skip("the benchmarks' peers are not installed here: make bench installs them")
    assert all(modules)
    wanted = sorted({module for each in modules for module in each})
    done = subprocess.run(
        [sys.executable, "-c", "".join(f"import {module}\n" for module in wanted)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "requirements").glob("*.in")))
def test_every_root_requirement_is_locked_and_the_lock_holds_for_any_machine(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    locked = {line.split("==")[0].split("[")[0].lower() for line in lock if "==" in line}
    wanted = {each.lower() for each in _requirements(ROOT / "requirements" / f"{name}.in")}
    assert wanted - locked == set(), "run make lock"
    assert [line for line in lock if line.startswith("-")] == []


def _requirements(path: Path) -> list[str]:
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [re.split(r"[\[<>=~!; ]", line)[0] for line in lines if line and not line.startswith("-")]


def _modules(distribution: str) -> list[str]:
    """Give what a distribution lets one import, one name a distribution; stubs and namespaces give a type checker's."""
    try:
        files = importlib.metadata.files(distribution) or []
    except importlib.metadata.PackageNotFoundError:
        return []
    tops = {file.parts[0] for file in files if len(file.parts) == 2 and file.parts[1].startswith("__init__.")}
    tops |= {file.stem for file in files if len(file.parts) == 1 and file.suffix == ".py"}
    importable = sorted(top for top in tops if top.isidentifier())
    stubs = any(file.parts[0].endswith("-stubs") for file in files)
    return importable[:1] or (["typing"] if stubs else [])


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("no git here: nothing says which files are tracked")
    files = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    found = {path: FORBIDDEN.search(path.read_bytes()) for path in files if path.is_file()}
    assert {str(path.relative_to(ROOT)): match[0] for path, match in found.items() if match} == {}


@pytest.mark.parametrize("arguments", [["--help"], ["read", str(demo_pages()[0])]], ids=["help", "read"])
def test_help_and_read_leave_django_unloaded(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kept", *arguments],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "kept" in loaded
    assert "django" not in loaded
