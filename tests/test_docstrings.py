"""The docstrings of the pure rooms are contracts: parameters and defaults are as stated, and examples run."""

import ast
import doctest
import enum
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import recruit
from recruit import documents, matching, vocabulary

ROOT = Path(recruit.__file__).parent
ROOMS = [documents, matching, vocabulary]
MADE_BY_A_FUNCTION = "<factory>"  # how a dataclass shows such a default
SIZES = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def modules_of(room: ModuleType) -> list[ModuleType]:
    found = pkgutil.walk_packages(room.__path__, prefix=f"{room.__name__}.")
    return [room, *(importlib.import_module(module.name) for module in found)]


MODULES = [module for room in ROOMS for module in modules_of(room)]


def room_of(module_name: str) -> str:
    return ".".join(module_name.split(".")[:2])


def names_used_by_other_rooms() -> set[tuple[str, str]]:
    """A name is public when another room imports it, or its own room hands it out."""
    used = set()
    for path in ROOT.rglob("*.py"):
        importer = ".".join(["recruit", *path.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or node.module is None:
                continue
            hands_out = importer == room_of(node.module)
            if hands_out or room_of(node.module) != room_of(importer):
                used |= {(node.module, alias.name) for alias in node.names}
    return used


def callables_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(thing):
            yield f"{module.__name__}.{name}", thing
        elif inspect.isclass(thing):
            yield f"{module.__name__}.{name}", thing
            for method, function in vars(thing).items():
                if inspect.isfunction(function) and not method.startswith("_"):
                    yield f"{module.__name__}.{name}.{method}", function


CALLABLES = {label: thing for module in MODULES for label, thing in callables_of(module)}


def sections_of(docstring: str) -> dict[str, str]:
    """Split a numpydoc text at its underlined heads."""
    parts = re.split(r"^([A-Z][A-Za-z ]+)\n-{3,}\n", docstring, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def documented_parameters(docstring: str) -> dict[str, str]:
    """What stands after the colon, by the name before it; ``a, b : int`` documents both."""
    rows = re.findall(r"^(\*{0,2}\w[\w*, ]*?) : (.+)$", sections_of(docstring).get("Parameters", ""), re.MULTILINE)
    return {name.strip(" *"): kind for names, kind in rows for name in names.split(",")}


def signature_parameters(thing: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    parameters = inspect.signature(thing).parameters
    return {name: parameter for name, parameter in parameters.items() if name not in {"self", "cls"}}


def is_derived(parameter: inspect.Parameter) -> bool:
    """A field that a dataclass fills by itself; nobody passes it."""
    return parameter.name.startswith("_") or repr(parameter.default) == MADE_BY_A_FUNCTION


def stated_default(kind: str) -> str | None:
    found = re.search(r"\bdefault (.+)$", kind)
    return found[1].strip("`") if found else None


def ways_to_write(value: object) -> set[str]:
    """Every way in which a docstring may state this default."""
    ways = {repr(value), str(value), f"{type(value).__name__}()"}
    if isinstance(value, str):
        ways.add(f'"{value}"')
    if isinstance(value, enum.Enum):
        ways |= {repr(value.value), f"{type(value).__name__}.{value.name}"}
    if callable(value):
        ways.add(getattr(value, "__name__", ""))
    if isinstance(value, int):
        ways |= {f"{value // size} {unit}" for unit, size in SIZES.items() if value % size == 0}
    return ways


def is_constant(thing: Callable[..., Any], name: str | None, value: object) -> bool:
    """Tell whether a default is stated as the name of a constant of its module."""
    return vars(sys.modules[thing.__module__]).get(str(name)) is value


def is_public(label: str) -> bool:
    module, _, name = label.rpartition(".")
    owner, _, class_name = module.rpartition(".")
    return (module, name) in PUBLIC or (owner, class_name) in PUBLIC


PUBLIC = names_used_by_other_rooms()
PUBLIC_FUNCTIONS = [label for label, thing in CALLABLES.items() if inspect.isfunction(thing) and is_public(label)]
WITH_PARAMETERS = [
    label for label, thing in CALLABLES.items() if "Parameters" in sections_of(inspect.getdoc(thing) or "")
]


@pytest.mark.parametrize("label", CALLABLES)
def test_everything_has_a_docstring(label: str) -> None:
    assert CALLABLES[label].__doc__, f"{label} does not say what it is for"


@pytest.mark.parametrize("label", PUBLIC_FUNCTIONS)
def test_public_functions_describe_what_they_take_and_give(label: str) -> None:
    function = CALLABLES[label]
    sections = sections_of(inspect.getdoc(function) or "")
    if signature_parameters(function):
        assert "Parameters" in sections
    if inspect.signature(function).return_annotation not in {None, "None"}:
        assert "Returns" in sections or "Yields" in sections


@pytest.mark.parametrize("label", WITH_PARAMETERS)
def test_documented_parameters_are_those_of_the_signature_in_its_order(label: str) -> None:
    documented = documented_parameters(inspect.getdoc(CALLABLES[label]) or "")
    owed = [
        name
        for name, parameter in signature_parameters(CALLABLES[label]).items()
        if name in documented or not is_derived(parameter)
    ]
    assert list(documented) == owed


@pytest.mark.parametrize("label", WITH_PARAMETERS)
def test_stated_defaults_are_those_of_the_signature(label: str) -> None:
    parameters = signature_parameters(CALLABLES[label])
    for name, kind in documented_parameters(inspect.getdoc(CALLABLES[label]) or "").items():
        stated, default = stated_default(kind), parameters[name].default
        if default is inspect.Parameter.empty:
            assert stated is None, f"{name} has no default"
        elif not is_derived(parameters[name]) and not is_constant(CALLABLES[label], stated, default):
            assert stated in ways_to_write(default), f"{name} is by default {default!r}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    results = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0
