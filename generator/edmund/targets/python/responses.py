"""Lowering of what answers hold beside the schema's own types: pages of collections."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.surface.elements import Surface
from edmund.surface.type_parts import list_of
from edmund.targets.python.declarations import RUNTIME_NAMES, Declarations
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout
from edmund.targets.python.literals import class_heading, docstring
from edmund.targets.python.model_views import PageBaseView, PageModuleView, PageView

__all__ = ["lower_page_base", "lower_pages"]


def lower_page_base(package: str, layout: Layout) -> PageBaseView:
    """The base of all pages: what the service says about a collection beside its items."""
    return PageBaseView(package, layout.page_base.cls)


def lower_pages(
    names: Sequence[str], surface: Surface, layout: Layout, package: str
) -> PageModuleView:
    """The module with the pages of collections of the types `names` (OData JSON Format 4.01, section 13)."""
    hidden = frozenset({"value", *(layout.pages[name].cls for name in names)})
    checked, real = Imports(hidden | RUNTIME_NAMES), Imports(hidden | RUNTIME_NAMES)
    base = real.use(f"{package}.{MODELS}.{layout.page_base.module}", layout.page_base.cls, "_")
    checked.reserve(base)
    declarations = Declarations(surface, layout, package, checked, real, hidden)
    pages = tuple(
        PageView(
            heading=class_heading(layout.pages[name].cls, base),
            docstring=docstring(f"One page of a collection of {name}.", 4),
            declaration=declarations.declare(
                "value",
                "value",
                list_of(name),
                is_navigation=True,
            ),
        )
        for name in names
    )
    return PageModuleView(
        imports=tuple(real.statements(0)),
        typing_imports=tuple(checked.statements(4)),
        pages=pages,
    )
