"""A second opinion: structural changes between two documents, read off the XML by the plainest rules.

It shares nothing with Edmund: no reader, no model, no notion of what breaks. It says (kind, element) as
expected.json of the real pairs does, and is meant for documents that are valid.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

Changes = Iterator[tuple[str, str]]
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
FACETS = ("MaxLength", "Precision", "Scale", "Unicode", "SRID")
CHILDREN = {
    "EntitySet": "entity-set",
    "Singleton": "singleton",
    "ActionImport": "operation-import",
    "FunctionImport": "operation-import",
}


class Document:
    """Elements of one document by qualified name."""

    def __init__(self, path: Path) -> None:
        schemas = list(ElementTree.parse(path).iter(f"{EDM}Schema"))
        self.aliases = {s.get("Alias", ""): s.get("Namespace", "") for s in schemas}
        self.namespaces = {s.get("Namespace", "") for s in schemas}
        self.types: dict[str, Element] = {}
        self.operations: dict[str, dict[str, Element]] = {}
        self.children: dict[str, Element] = {}
        for schema in schemas:
            for found in schema:
                name = f"{schema.get('Namespace')}.{found.get('Name')}"
                match found.tag.removeprefix(EDM):
                    case "EntityType" | "ComplexType" | "EnumType" | "TypeDefinition":
                        self.types[name] = found
                    case "Action" | "Function":
                        key = self.overload(name, found)
                        self.operations.setdefault(name, {})[key] = found
                    case "EntityContainer":
                        for child in found:
                            if child.tag.removeprefix(EDM) in CHILDREN:
                                self.children[f"{name}/{child.get('Name')}"] = child

    def type(self, text: str | None) -> str:
        """A type with its namespace instead of an alias."""
        if text is None:
            return ""
        if text.startswith("Collection("):
            return f"Collection({self.type(text[11:-1])})"
        namespace, _, name = text.rpartition(".")
        return f"{self.aliases.get(namespace, namespace)}.{name}"

    def overload(self, name: str, found: Element) -> str:
        binding, own = parameters(found)
        bound = self.type(binding.get("Type")) if binding is not None else ""
        names = ",".join(sorted(p.get("Name", "") for p in own))
        return f"{name}({bound})" if found.tag == f"{EDM}Action" else f"{name}({bound}|{names})"

    def line(self, name: str) -> list[Element]:
        """The type and its bases, nearest first."""
        found: list[Element] = []
        while name in self.types:
            found.append(self.types[name])
            name = self.type(self.types[name].get("BaseType"))
        return found

    def key(self, name: str) -> list[str | None]:
        for t in self.line(name):
            if t.find(f"{EDM}Key") is not None:
                return [ref.get("Name") for ref in t.iter(f"{EDM}PropertyRef")]
        return []

    def inherits(self, name: str, tag: str, member: str) -> bool:
        return any(member in members(t, tag) for t in self.line(name)[1:])


def parameters(found: Element) -> tuple[Element | None, list[Element]]:
    every = found.findall(f"{EDM}Parameter")
    return (every[0], every[1:]) if found.get("IsBound") == "true" else (None, every)


def members(found: Element, tag: str) -> dict[str, Element]:
    return {m.get("Name", ""): m for m in found.findall(f"{EDM}{tag}")}


def nullable(found: Element) -> bool:
    return found.get("Nullable") != "false"


def changes(old: Document, new: Document) -> set[tuple[str, str]]:
    """All structural changes, order and annotations aside."""
    found: set[tuple[str, str]] = set()
    for kind, before, after in (
        ("namespace", old.namespaces, new.namespaces),
        ("type", set(old.types), set(new.types)),
        ("operation", set(old.operations), set(new.operations)),
    ):
        found |= {(f"{kind}-removed", name) for name in before - after}
        found |= {(f"{kind}-added", name) for name in after - before}
    for name in old.types.keys() & new.types.keys():
        found |= set(_type(old, new, name))
    for name in old.operations.keys() & new.operations.keys():
        found |= set(_operation(old, new, old.operations[name], new.operations[name]))
    return found | set(_container(old, new))


def _type(old: Document, new: Document, name: str) -> Changes:
    one, other = old.types[name], new.types[name]
    if one.tag != other.tag:
        yield "type-kind-changed", name
    elif one.tag == f"{EDM}EnumType":
        yield from _enum(name, one, other)
    elif one.tag == f"{EDM}TypeDefinition":
        if one.get("UnderlyingType") != other.get("UnderlyingType"):
            yield "type-definition-underlying-changed", name
    else:
        yield from _structured(old, new, name)


def _enum(name: str, one: Element, other: Element) -> Changes:
    before, after = _values(one), _values(other)
    for member in before.keys() - after.keys():
        yield "enum-member-removed", f"{name}/{member}"
    for member in after.keys() - before.keys():
        yield "enum-member-added", f"{name}/{member}"
    for member in before.keys() & after.keys():
        if before[member] != after[member]:
            yield "enum-member-value-changed", f"{name}/{member}"
    if one.get("IsFlags", "false") != other.get("IsFlags", "false"):
        yield "enum-flags-changed", name


def _values(found: Element) -> dict[str, int]:
    return {n: int(m.get("Value", i)) for i, (n, m) in enumerate(members(found, "Member").items())}


def _structured(old: Document, new: Document, name: str) -> Changes:
    one, other = old.types[name], new.types[name]
    rebased = old.type(one.get("BaseType")) != new.type(other.get("BaseType"))
    if rebased:
        yield "base-type-changed", name
    redeclared = (one.find(f"{EDM}Key") is None) != (other.find(f"{EDM}Key") is None)
    if old.key(name) != new.key(name) or redeclared:
        yield "key-changed", name
    for attribute, stem in (
        ("Abstract", "abstract"),
        ("OpenType", "open-type"),
        ("HasStream", "has-stream"),
    ):
        flags = [t.get(attribute) == "true" for t in (one, other)]
        if flags[0] != flags[1]:
            yield f"{stem}-{'added' if flags[1] else 'removed'}", name
    for tag, stem in (("Property", "property"), ("NavigationProperty", "navigation")):
        before, after = members(one, tag), members(other, tag)
        for member in before.keys() - after.keys():
            hoisted = new.inherits(name, tag, member)
            yield f"{stem}-{'hoisted-to-base' if hoisted else 'removed'}", f"{name}/{member}"
        for member in after.keys() - before.keys():
            pushed = old.inherits(name, tag, member)
            yield f"{stem}-{'pushed-down' if pushed else 'added'}", f"{name}/{member}"
        for member in before.keys() & after.keys():
            for kind in _member(old, new, before[member], after[member], stem):
                yield kind, f"{name}/{member}"


def _member(old: Document, new: Document, one: Element, other: Element, stem: str) -> Iterator[str]:
    if old.type(one.get("Type")) != new.type(other.get("Type")):
        yield f"{stem}-type-changed"
    elif nullable(one) != nullable(other):
        many = old.type(one.get("Type")).startswith("Collection(")
        word = "relaxed" if nullable(other) else "tightened"
        yield "collection-nullable-changed" if many else f"nullable-{word}"
    if stem == "property":
        if any(one.get(facet) != other.get(facet) for facet in FACETS):
            yield "facet-changed"
        if one.get("DefaultValue") != other.get("DefaultValue"):
            yield "default-value-changed"
    elif (one.get("ContainsTarget") == "true") != (other.get("ContainsTarget") == "true"):
        yield "navigation-containment-changed"


def _operation(
    old: Document, new: Document, before: dict[str, Element], after: dict[str, Element]
) -> Changes:
    for key in before.keys() - after.keys():
        function = before[key].tag == f"{EDM}Function"
        yield "function-overload-removed" if function else "operation-removed", key
    for key in after.keys() - before.keys():
        yield "overload-added", key
    for key in before.keys() & after.keys():
        yield from _overload(old, new, key, before[key], after[key])


def _overload(old: Document, new: Document, key: str, one: Element, other: Element) -> Changes:
    before = {p.get("Name", ""): p for p in parameters(one)[1]}
    after = {p.get("Name", ""): p for p in parameters(other)[1]}
    for name in before.keys() - after.keys():
        yield "operation-parameter-removed", f"{key}/{name}"
    for name in after.keys() - before.keys():
        terms = [a.get("Term", "") for a in after[name].findall(f"{EDM}Annotation")]
        optional = any(t.endswith(".OptionalParameter") for t in terms) or (
            other.tag == f"{EDM}Action" and nullable(after[name])
        )
        yield f"operation-parameter-added-{'optional' if optional else 'required'}", f"{key}/{name}"
    for name in before.keys() & after.keys():
        if old.type(before[name].get("Type")) != new.type(after[name].get("Type")):
            yield "operation-parameter-type-changed", f"{key}/{name}"
        if nullable(before[name]) != nullable(after[name]):
            word = "relaxed" if nullable(after[name]) else "tightened"
            yield f"operation-parameter-nullable-{word}", f"{key}/{name}"
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield "operation-parameter-order-changed", key
    results = [o.find(f"{EDM}ReturnType") for o in (one, other)]
    types = [
        d.type(r.get("Type")) if r is not None else ""
        for d, r in zip((old, new), results, strict=True)
    ]
    if types[0] != types[1]:
        word = "added" if not types[0] else "removed" if not types[1] else "changed"
        yield f"return-type-{word}", key
    if (one.get("IsComposable") == "true") != (other.get("IsComposable") == "true"):
        yield "operation-composable-changed", key
    if one.get("EntitySetPath") != other.get("EntitySetPath"):
        yield "operation-entity-set-path-changed", key


def _container(old: Document, new: Document) -> Changes:
    for name in old.children.keys() - new.children.keys():
        yield f"{CHILDREN[old.children[name].tag.removeprefix(EDM)]}-removed", name
    for name in new.children.keys() - old.children.keys():
        yield f"{CHILDREN[new.children[name].tag.removeprefix(EDM)]}-added", name
    for name in old.children.keys() & new.children.keys():
        one, other = old.children[name], new.children[name]
        stem = CHILDREN[one.tag.removeprefix(EDM)]
        if one.tag != other.tag:
            yield "container-child-kind-changed", name
            continue
        types = [
            d.type(c.get("EntityType") or c.get("Type") or c.get("Action") or c.get("Function"))
            for d, c in ((old, one), (new, other))
        ]
        if types[0] != types[1]:
            yield f"{stem}-type-changed", name
        before, after = (
            {b.get("Path"): b.get("Target") for b in c.findall(f"{EDM}NavigationPropertyBinding")}
            for c in (one, other)
        )
        for path in before.keys() | after.keys():
            if before.get(path) != after.get(path):
                word = "added" if path not in before else "changed" if path in after else "removed"
                yield f"navigation-binding-{word}", f"{name}/{path}"
