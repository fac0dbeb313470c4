"""The official client's module paths, served without files.

`from msgraph.generated.users.item.send_mail.send_mail_post_request_body import SendMailPostRequestBody`
names a place in the URL space. The finder walks the builders along that path and answers with the
class of the shared builder, or with one of the classes that lie beside it. Nothing is imported before
somebody asks, and a module of the package that exists as a file is never looked at here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from itertools import product
from types import ModuleType
from typing import Any

__all__ = ["install"]


def install(package: str, root: Callable[[], Any]) -> None:
    """Serve `package` (`msgraph.generated`); `root` gives a service builder without a connection."""
    finder = _Finder(package, root)
    if not any(isinstance(f, _Finder) and f.prefix == finder.prefix for f in sys.meta_path):
        sys.meta_path.append(finder)


class _Finder:
    """Last on `sys.meta_path`: asked only for modules that no file gives."""

    def __init__(self, package: str, root: Callable[[], Any]) -> None:
        self.prefix = f"{package}."
        self._root = root

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(self.prefix):
            return None
        parts = name[len(self.prefix) :].split(".")
        if parts[0] in ("models", "builders"):
            return None
        place = _walk(self._root(), parts)
        if place is not None:
            return ModuleSpec(name, _loader(None, place), is_package=True)
        beside = _walk(self._root(), parts[:-1])
        if beside is None:
            return None
        found = _class_beside(beside, parts[-1])
        return None if found is None else ModuleSpec(name, _loader(found, beside))


def _loader(found: type[Any] | None, builder: Any) -> Any:
    # Typed as anything: the abstract base class of loaders costs thirty modules to import.
    return _Loader(found, builder)


class _Loader:
    def __init__(self, found: type[Any] | None, builder: Any) -> None:
        self._found = found
        self._builder = builder

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        found, builder = self._found, type(self._builder)
        if found is None:
            return
        stem = _key(module.__name__.rpartition(".")[2])

        def attribute(name: str) -> Any:
            if _key(name) != stem:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
            if found is builder:
                from .configuration import QueryParameters, RequestConfiguration

                for method in ("Get", "Post", "Patch", "Put", "Delete"):
                    setattr(found, f"{name}{method}QueryParameters", QueryParameters)
                    setattr(found, f"{name}{method}RequestConfiguration", RequestConfiguration)
            return found

        setattr(module, "__getattr__", attribute)  # noqa: B010 - PEP 562


def _key(name: str) -> str:
    return name.replace("_", "").lower()


def _walk(builder: Any, parts: Sequence[str]) -> Any:
    """The builder at the end of the path, or None; `item` stands for a key."""
    for part in parts:
        step = _step(type(builder), part)
        if step is None:
            return None
        builder = getattr(builder, step)
        if callable(builder):
            builder = _with_any_key(builder)
        if builder is None:
            return None
    return builder


_ANY_KEYS = (
    *("0", "00000000-0000-0000-0000-000000000000", "true"),
    *("2000-01-01", "2000-01-01T00:00Z", "00:00", "PT0S"),
)


def _with_any_key(accessor: Any) -> Any:
    """The builder behind an accessor that takes keys or parameters: what they are does not matter."""
    code = accessor.__code__
    needed = code.co_argcount - 1 - len(accessor.__defaults__ or ())
    for keys in product(_ANY_KEYS, repeat=needed):
        try:
            return accessor(*keys)
        except ValueError:
            continue
    return None


def _step(owner: type[Any], part: str) -> str | None:
    if part.startswith("_"):
        return None
    for base in owner.__mro__:
        for name, member in vars(base).items():
            if name.startswith("_") or not (isinstance(member, property) or callable(member)):
                continue
            if name == part or (part == "item" and name.startswith("by_")):
                return name
    return None


def _class_beside(builder: Any, stem: str) -> type[Any] | None:
    """The builder's own class for `..._request_builder`, else the class of that name in its module."""
    if stem.endswith("_request_builder"):
        return type(builder)
    key = _key(stem)
    module = sys.modules[type(builder).__module__]
    for name, value in vars(module).items():
        if isinstance(value, type) and _key(name) == key and value.__module__ == module.__name__:
            return value
    return None
