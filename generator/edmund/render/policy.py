"""The rule that templates take no decisions about the schema, as a check of a template's syntax tree.

A template may print, loop, test a bool, include, and define and call macros. It may not compare,
compute, combine conditions, assign, or filter: if it wants to, the view lacks a field.
"""

from __future__ import annotations

import jinja2
from jinja2 import nodes

__all__ = ["decisions_in"]

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Macro,
    nodes.Call,
    nodes.Const,
    nodes.Tuple,
)


def decisions_in(source: str, name: str) -> list[str]:
    """Every construct of the template `source` that the rule forbids, as `name:line: what`."""
    tree = jinja2.Environment().parse(source, name)
    found: list[str] = []
    macros = {m.name for m in tree.find_all(nodes.Macro)}
    imported = {
        alias if isinstance(alias, str) else alias[1]
        for node in tree.find_all(nodes.FromImport)
        for alias in node.names
    }
    modules = {node.target for node in tree.find_all(nodes.Import)}
    pending: list[nodes.Node] = [tree]
    while pending:
        node = pending.pop()
        pending.extend(node.iter_child_nodes())
        problem = _problem(node, macros | imported, modules)
        if problem is not None:
            found.append(f"{name}:{node.lineno}: {problem}")
    return sorted(found)


def _problem(node: nodes.Node, macros: set[str], modules: set[str]) -> str | None:
    if not isinstance(node, _ALLOWED):
        return f"{type(node).__name__} is a decision or a computation"
    if isinstance(node, nodes.If | nodes.Not):
        tested = node.test if isinstance(node, nodes.If) else node.node
        if not isinstance(tested, nodes.Name | nodes.Getattr | nodes.Not):
            return "only a field that is a bool may be tested"
    if isinstance(node, nodes.For) and (node.test is not None or node.recursive):
        return "a loop may not filter or recurse"
    if isinstance(node, nodes.Call):
        callee = node.node
        of_macro = isinstance(callee, nodes.Name) and callee.name in macros | {"caller"}
        of_module = (
            isinstance(callee, nodes.Getattr)
            and isinstance(callee.node, nodes.Name)
            and callee.node.name in modules
        )
        if not (of_macro or of_module):
            return "only macros may be called"
    if isinstance(node, nodes.Include) and not isinstance(node.template, nodes.Const):
        return "an include names its template"
    return None
