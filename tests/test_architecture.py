"""The house has one direction: what stands higher in this list never imports what stands lower."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import textrepair

SOURCE = Path(textrepair.__file__).parent

#: Modules and packages of `textrepair`, the longest name that fits counts. Each may import itself and those above it.
LAYERS = (
    "version",
    "budget caching codes kept digest families errors imports kernel later memo model words",
    "apart",
    "automaton lexicon language patterns origin edits settings plugins requirements evidence",
    "document",
    "checkers",
    "rules",
    "resolve defects plans active selection tuning",
    "sections carry ready",
    "work",
    "scan crlf",
    "protect exemptions",
    "matching",
    "engine",
    "repairer",
    "corpora",
    "rules.examples rules.negatives rules.lint rules.learn rules.page rules.reference rules.screen",
    "run",
    "baseline gate reports",
    "config",
    "cli",
    "main",
)
HEIGHT = {unit: height for height, units in enumerate(LAYERS) for unit in units.split()}
ALIASES = {"__version__": "version", "__init__": "version", "__main__": "main", "": "version"}

#: Calls that speak to the terminal or end the process.
LOUD = {
    "print",
    "exit",
    "quit",
    "sys.exit",
    "os._exit",
    "SystemExit",
    "click.echo",
    "sys.stdout.write",
    "sys.stderr.write",
}

MODULES = sorted(SOURCE.rglob("*.py"))


def unit(name: str) -> str:
    """The entry of `LAYERS` that a dotted module name, without `textrepair.`, belongs to."""
    name = ALIASES.get(name, name)
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in HEIGHT:
            return ".".join(parts[:length])
    raise AssertionError(f"{name} stands on no layer: add it to LAYERS")


def name_of(path: Path) -> str:
    """`rules.load` of `src/textrepair/rules/load.py`."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of what a module imports from `textrepair`, inside functions too; not for types only."""
    tree = ast.parse(path.read_text("utf-8"))
    package = ("textrepair", *path.relative_to(SOURCE).parent.parts)
    for node in runtime_nodes(tree):
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            names = [f"{module}.{a.name}" for a in node.names]
        else:
            continue
        yield from ((node.lineno, n.partition(".")[2]) for n in names if n.split(".")[0] == "textrepair")


def runtime_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but the bodies of `if TYPE_CHECKING:`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from runtime_nodes(node)


@pytest.mark.parametrize("path", [p for p in MODULES if p != SOURCE / "__init__.py"], ids=name_of)
def test_imports_point_one_way(path):
    """From the command line down to the model, never back."""
    own = unit(name_of(path))
    for line, name in imports(path):
        other = unit(name)
        assert HEIGHT[other] <= HEIGHT[own], f"{path.name}:{line}: {own} imports {other}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(path):
    """A library that prints or exits can't be used inside another program."""
    if unit(name_of(path)) in ("cli", "main"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            call = ast.unparse(node.func)
            assert call not in LOUD, f"line {node.lineno}: {call}"


def test_nothing_is_called_utils():
    """A name that says nothing collects everything."""
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert not names & {"util", "utils", "helper", "helpers", "common", "misc"}


def test_every_folder_says_what_it_is():
    """In the docstring of its `__init__`."""
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{name_of(path)} has no docstring"
