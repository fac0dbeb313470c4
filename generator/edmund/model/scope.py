"""Names in a document: aliases, namespaces, and the qualified names that texts stand for.

An alias is local to the document that declares it (OData CSDL XML 4.01, sections 4.2 and 5.1.2). A
qualified name is a namespace or alias, a dot, and a simple identifier (section 15.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.csdl.document import Document, ReferenceElement

__all__ = ["ForeignAlias", "References", "Scope", "build_scopes", "split_collection", "split_name"]


def split_name(qualified: str) -> tuple[str, str]:
    """`a.b.c` as namespace `a.b` and simple name `c`; the namespace is empty when there is no dot."""
    namespace, _, simple = qualified.rpartition(".")
    return namespace, simple


def split_collection(text: str) -> tuple[str, bool]:
    """The item type of `Collection(T)` and True, or the text itself and False."""
    stripped = text.strip()
    if stripped.startswith("Collection(") and stripped.endswith(")"):
        return stripped[11:-1].strip(), True
    return stripped, False


@dataclass(frozen=True, slots=True)
class ForeignAlias:
    """An alias used in a document that does not declare it, though another document does."""

    alias: str
    namespace: str


@dataclass(slots=True)
class Scope:
    """What names mean in one document.

    `aliases` are the document's own; `foreign` those of the other documents where they are unambiguous,
    used only where nothing else fits and remembered in `foreign_used`.
    """

    source: str
    aliases: Mapping[str, str]
    namespaces: frozenset[str]
    foreign: Mapping[str, str]
    foreign_used: dict[str, ForeignAlias] = field(default_factory=dict)
    _qualified: dict[str, str] = field(default_factory=dict)

    def namespace(self, prefix: str) -> str | None:
        """The namespace that `prefix` stands for, or None when it is no alias and no namespace."""
        found = self.aliases.get(prefix)
        if found is not None:
            return found
        if prefix in self.namespaces:
            return prefix
        foreign = self.foreign.get(prefix)
        if foreign is not None:
            self.foreign_used.setdefault(prefix, ForeignAlias(prefix, foreign))
        return foreign

    def qualify(self, text: str) -> str:
        """`alias.name` with the namespace in place of the alias; any other text as it is."""
        known = self._qualified.get(text)
        if known is not None:
            return known
        prefix, _, simple = text.rpartition(".")
        namespace = self.namespace(prefix) if prefix else None
        qualified = text if namespace is None else f"{namespace}.{simple}"
        self._qualified[text] = qualified
        return qualified

    def qualify_type(self, text: str) -> str:
        """As `qualify`, inside `Collection(...)` too."""
        item, collection = split_collection(text)
        qualified = self.qualify(item)
        return f"Collection({qualified})" if collection else qualified


@dataclass(frozen=True, slots=True)
class References:
    """Namespaces that documents refer to and nobody has given, with the reference that names them."""

    by_namespace: Mapping[str, ReferenceElement]

    def find(self, namespace: str) -> ReferenceElement | None:
        return self.by_namespace.get(namespace)


def _own_aliases(document: Document) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for reference in document.references:
        for include in reference.includes:
            if include.alias is not None:
                aliases[include.alias] = include.namespace
    for schema in document.schemas:
        if schema.alias is not None:
            aliases[schema.alias] = schema.namespace
    return aliases


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for alias, namespace in pairs:
        found.setdefault(alias, set()).add(namespace)
    return {alias: next(iter(names)) for alias, names in found.items() if len(names) == 1}


def build_scopes(documents: Sequence[Document]) -> tuple[tuple[Scope, ...], References]:
    """One scope per document, in order, and the namespaces that are referred to but not given."""
    given = {schema.namespace for document in documents for schema in document.schemas}
    unread: dict[str, ReferenceElement] = {}
    for document in documents:
        for reference in document.references:
            for include in reference.includes:
                if include.namespace not in given:
                    unread.setdefault(include.namespace, reference)
    namespaces = frozenset(given | unread.keys() | {"Edm"})
    own = [_own_aliases(document) for document in documents]
    foreign = _unambiguous(pair for aliases in own for pair in aliases.items())
    scopes = tuple(
        Scope(document.source, aliases, namespaces, foreign)
        for document, aliases in zip(documents, own, strict=True)
    )
    return scopes, References(unread)
