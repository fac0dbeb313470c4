"""Lowering of what answers hold beside the schema's own types: pages of collections, errors."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.model.elements import Model, TypeReference
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout
from edmund.targets.python.literals import docstring
from edmund.targets.python.model_views import ErrorView, PageBaseView, PageView

__all__ = ["lower_errors", "lower_page", "lower_page_base"]

_ERRORS = {
    "error_details": "ErrorDetails",
    "inner_error": "InnerError",
    "main_error": "MainError",
    "o_data_error": "ODataError",
}


def lower_page_base(package: str, layout: Layout) -> PageBaseView:
    """The base of all pages: what the service says about a collection beside its items."""
    return PageBaseView(package, layout.page_base.cls)


def lower_page(name: str, model: Model, layout: Layout, package: str) -> PageView:
    """One page of a collection of the type called `name` (OData JSON Format 4.01, section 13)."""
    place = layout.pages[name]
    taken = {place.cls, "value"}
    checked, real = Imports(taken), Imports(taken)
    base = real.use(f"{package}.{MODELS}.{layout.page_base.module}", layout.page_base.cls, "_")
    declarations = Declarations(model, layout, package, checked, real)
    declaration = declarations.declare(
        "value", "value", TypeReference(name, collection=True, nullable=False), is_navigation=True
    )
    return PageView(
        imports=tuple(real.statements(0)),
        typing_imports=tuple(checked.statements(4)),
        cls=place.cls,
        base=base,
        docstring=docstring(f"One page of a collection of {name}.", 4),
        declaration=declaration,
    )


def lower_errors(package: str) -> Iterator[tuple[str, ErrorView]]:
    """Modules by path that give the runtime's error classes the names that users know them by."""
    for module, cls in _ERRORS.items():
        yield f"o_data_errors/{module}.py", ErrorView(package, cls)
