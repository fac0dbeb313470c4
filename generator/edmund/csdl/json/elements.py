"""A CSDL JSON document as elements of CSDL (CSDL JSON 4.01, sections 3 to 13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from edmund.csdl.children import EDMX
from edmund.csdl.findings import Code
from edmund.csdl.json.expressions import AnnotationReader, is_named
from edmund.csdl.json.known_terms import Terms
from edmund.csdl.json.members import FACETS, Members, Source, typed_attributes
from edmund.csdl.json.scanner import JsonNode
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Span

__all__ = ["document_element"]

_COMPLEX = {"$BaseType": "BaseType", "$Abstract": "Abstract", "$OpenType": "OpenType"}
_OPERATION = {"$IsBound": "IsBound", "$EntitySetPath": "EntitySetPath"}


def document_element(root: JsonNode, source: Source, start: Span) -> XmlElement:
    """The document as the element that CSDL XML would have for it; what is wrong is among the findings."""
    top = source.object(root, "a CSDL JSON document")
    if top is None:
        return XmlElement(EDMX, "Edmx", {}, (), "", start)
    members = Members(source, top, "the document")
    version = members.take("$Version")
    attributes: dict[str, str] = {}
    if version is not None:
        text = source.text(version, "$Version")
        if text is not None:
            attributes["Version"] = text
    elif not any(name[:1] == "$" for name in top):
        source.findings.error(
            Code.NOT_CSDL, "this is JSON, but no CSDL JSON", start, hint=_hint(top)
        )
    else:
        source.findings.error(Code.MISSING_ATTRIBUTE, "the document has no member $Version", start)
    members.take("$EntityContainer")  # schemas say which containers there are
    reader = _Reader(source, AnnotationReader(source, Terms.of_document(top)))
    references = [reader.reference(uri, node) for uri, node in members.pairs("$Reference").items()]
    members.done()
    schemas = tuple(
        [reader.schema(name, node) for name, node in top.items() if name[:1] not in ("$", "@")]
    )
    services = XmlElement(EDMX, "DataServices", {}, schemas, "", start)
    return XmlElement(EDMX, "Edmx", attributes, (*references, services), "", start)


def _hint(top: Mapping[str, JsonNode]) -> str:
    if "openapi" in top or "swagger" in top:
        return "this is an OpenAPI document; CSDL is the answer to GET /$metadata"
    if "error" in top:
        return "this is an error that a service answered; CSDL is the answer to GET /$metadata"
    if "@odata.context" in top or "@context" in top:
        return "this is an answer with data; CSDL is the answer to GET /$metadata"
    return "CSDL JSON has a member $Version; it is the answer to GET /$metadata"


class _Reader:
    def __init__(self, source: Source, annotations: AnnotationReader) -> None:
        self._source = source
        self._annotations = annotations

    def reference(self, uri: str, node: JsonNode) -> XmlElement:
        members = self._source.object(node, f"the reference '{uri}'") or {}
        own = Members(self._source, members, "Reference")
        includes = [
            self._edmx("Include", each, {"$Namespace": "Namespace", "$Alias": "Alias"})
            for each in own.items("$Include")
        ]
        annotations = [
            self._edmx("IncludeAnnotations", each, _INCLUDE_ANNOTATIONS)
            for each in own.items("$IncludeAnnotations")
        ]
        own.done()
        children = (*includes, *annotations, *self._annotations.of(members))
        return XmlElement(EDMX, "Reference", {"Uri": uri}, children, "", self._source.span(node))

    def _edmx(self, name: str, node: JsonNode, wanted: Mapping[str, str]) -> XmlElement:
        members = self._source.object(node, name) or {}
        own = Members(self._source, members, name)
        attributes = own.attributes(wanted)
        own.done()
        children = self._annotations.of(members)
        return XmlElement(EDMX, name, attributes, children, "", self._source.span(node))

    def schema(self, namespace: str, node: JsonNode) -> XmlElement:
        members = self._source.object(node, f"the schema '{namespace}'") or {}
        own = Members(self._source, members, "Schema")
        attributes = {"Namespace": namespace, **own.attributes({"$Alias": "Alias"})}
        children: list[XmlElement] = []
        for target, each in own.pairs("$Annotations").items():
            inside = self._source.object(each, f"the annotations of '{target}'") or {}
            found = self._annotations.of(inside)
            children.append(self._source.element("Annotations", each, {"Target": target}, found))
        own.done()
        children += self._annotations.of(members)
        for name, each in members.items():
            if name[:1] == "$" or "@" in name:
                continue
            if isinstance(each.value, list):
                for overload in each.value:
                    children += self._listed(name, overload)
            else:
                children += self._declaration(name, each)
        return self._source.element("Schema", node, attributes, tuple(children))

    def _declaration(self, name: str, node: JsonNode) -> list[XmlElement]:
        members = self._source.object(node, f"'{name}'")
        if members is None:
            return []
        kind = members.get("$Kind")
        read = _KINDS.get(kind.value) if kind and isinstance(kind.value, str) else None
        if read is None:
            told = "no $Kind" if kind is None else "a $Kind that a schema cannot have"
            span = self._source.span(node)
            hint = "one of " + ", ".join(_KINDS)
            self._source.findings.error(Code.SHAPE, f"'{name}' has {told}", span, hint=hint)
            return []
        return [read(self, name, node, members)]

    def _listed(self, name: str, node: JsonNode) -> list[XmlElement]:
        """An overload; or what has its name too, which only this list can hold beside them."""
        inside = node.value if isinstance(node.value, dict) else {}
        kind = inside.get("$Kind")
        if kind is not None and isinstance(kind.value, str) and kind.value in _KINDS:
            return self._declaration(name, node)
        return [self._operation(name, node)]

    def _operation(self, name: str, node: JsonNode) -> XmlElement:
        members = self._source.object(node, f"an overload of '{name}'") or {}
        kind = members.get("$Kind")
        element = kind.value if kind is not None and isinstance(kind.value, str) else ""
        if element not in ("Action", "Function"):
            self._source.findings.error(
                Code.SHAPE,
                f"an overload of '{name}' is neither Action nor Function by its $Kind",
                self._source.span(node),
            )
            element = "Action"
        own = Members(self._source, members, element)
        attributes = {"Name": name, **own.attributes(_OPERATION)}
        if element == "Function":
            attributes |= own.attributes({"$IsComposable": "IsComposable"})
        children = [self._typed("Parameter", each) for each in own.items("$Parameter")]
        returned = own.take("$ReturnType")
        if returned is not None:
            children.append(self._typed("ReturnType", returned))
        own.done()
        children += self._annotations.of(members)
        return self._source.element(element, node, attributes, tuple(children))

    def _typed(self, element: str, node: JsonNode) -> XmlElement:
        """A parameter or return type."""
        members = self._source.object(node, element) or {}
        own = Members(self._source, members, element)
        attributes = {} if element == "ReturnType" else own.attributes({"$Name": "Name"})
        attributes.update(typed_attributes(own))
        own.done()
        return self._source.element(element, node, attributes, self._annotations.of(members))

    def entity_type(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "EntityType")
        attributes = {"Name": name, **own.attributes(_COMPLEX | {"$HasStream": "HasStream"})}
        key = own.take("$Key")
        keys = () if key is None else (self._key(key),)
        own.done()
        children = (*keys, *self._properties(members))
        return self._source.element("EntityType", node, attributes, children)

    def _key(self, node: JsonNode) -> XmlElement:
        """A name, or an object of one alias and its path (section 6.5)."""
        refs: list[XmlElement] = []
        for each in self._source.array(node, "$Key of EntityType") or []:
            if isinstance(each.value, dict):
                for alias, path in each.value.items():
                    text = self._source.text(path, "a path of $Key")
                    attributes = {"Name": text or "", "Alias": alias}
                    refs.append(self._source.element("PropertyRef", path, attributes))
            else:
                text = self._source.text(each, "an item of $Key")
                if text is not None:
                    refs.append(self._source.element("PropertyRef", each, {"Name": text}))
        return self._source.element("Key", node, {}, tuple(refs))

    def complex_type(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "ComplexType")
        attributes = {"Name": name, **own.attributes(_COMPLEX)}
        own.done()
        return self._source.element("ComplexType", node, attributes, self._properties(members))

    def _properties(self, members: dict[str, JsonNode]) -> tuple[XmlElement, ...]:
        children = list(self._annotations.of(members))
        for name, node in members.items():
            if name[:1] == "$" or "@" in name:
                continue
            inside = self._source.object(node, f"the property '{name}'")
            if inside is None:
                continue
            kind = inside.get("$Kind")
            if kind is None or kind.value == "Property":
                own = Members(self._source, inside, "Property")
                attributes = {"Name": name, **dict(typed_attributes(own))}
                attributes |= own.attributes({"$DefaultValue": "DefaultValue"})
                own.done()
                found = self._annotations.of(inside)
                children.append(self._source.element("Property", node, attributes, found))
            elif kind.value == "NavigationProperty":
                children.append(self._navigation(name, node, inside))
            else:
                self._source.findings.error(
                    Code.SHAPE,
                    f"'{name}' is neither Property nor NavigationProperty by its $Kind",
                    self._source.span(node),
                )
        return tuple(children)

    def _navigation(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "NavigationProperty")
        attributes = {"Name": name, **dict(typed_attributes(own))}
        attributes |= own.attributes({"$Partner": "Partner", "$ContainsTarget": "ContainsTarget"})
        annotations = self._annotations.by_owner(members, lambda name: name == "$OnDelete")
        children: list[XmlElement] = []
        pairs = own.pairs("$ReferentialConstraint")
        of_pairs = self._annotations.by_owner(pairs, is_named)
        for dependent, principal in pairs.items():
            if "@" in dependent:
                continue
            text = self._source.text(principal, "a referential constraint")
            both = {"Property": dependent, "ReferencedProperty": text or ""}
            found = of_pairs.get(dependent, ())
            children.append(self._source.element("ReferentialConstraint", principal, both, found))
        on_delete = own.take("$OnDelete")
        if on_delete is not None:
            action = self._source.text(on_delete, "$OnDelete")
            found = annotations.get("$OnDelete", ())
            given = {"Action": action or ""}
            children.append(self._source.element("OnDelete", on_delete, given, found))
        own.done()
        children += annotations.get("", ())
        return self._source.element("NavigationProperty", node, attributes, tuple(children))

    def enum_type(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "EnumType")
        wanted = {"$UnderlyingType": "UnderlyingType", "$IsFlags": "IsFlags"}
        attributes = {"Name": name, **own.attributes(wanted)}
        own.done()
        annotations = self._annotations.by_owner(members, is_named)
        children: list[XmlElement] = []
        for member, each in members.items():
            if member[:1] == "$" or "@" in member:
                continue
            given = {"Name": member}
            if isinstance(each.value, str):
                given["Value"] = str(each.value)
            elif each.value is not None:  # null says what XML says without a Value
                self._source.wrong(each, f"the value of '{member}'", "a number")
            found = annotations.get(member, ())
            children.append(self._source.element("Member", each, given, found))
        children += annotations.get("", ())
        return self._source.element("EnumType", node, attributes, tuple(children))

    def type_definition(
        self, name: str, node: JsonNode, members: dict[str, JsonNode]
    ) -> XmlElement:
        own = Members(self._source, members, "TypeDefinition")
        wanted = {"$UnderlyingType": "UnderlyingType", **FACETS}
        attributes = {"Name": name, **own.attributes(wanted)}
        if attributes.get("UnderlyingType") == "Edm.Decimal":
            attributes.setdefault("Scale", "variable")
        own.done()
        found = self._annotations.of(members)
        return self._source.element("TypeDefinition", node, attributes, found)

    def term(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "Term")
        attributes = {"Name": name, **dict(typed_attributes(own))}
        attributes |= own.attributes({"$BaseTerm": "BaseTerm", "$DefaultValue": "DefaultValue"})
        applies = [self._source.text(e, "an item of $AppliesTo") for e in own.items("$AppliesTo")]
        if applies:
            attributes["AppliesTo"] = " ".join([each for each in applies if each is not None])
        own.done()
        return self._source.element("Term", node, attributes, self._annotations.of(members))

    def container(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        own = Members(self._source, members, "EntityContainer")
        attributes = {"Name": name, **own.attributes({"$Extends": "Extends"})}
        own.done()
        children = list(self._annotations.of(members))
        for each, inside in members.items():
            if each[:1] == "$" or "@" in each:
                continue
            found = self._source.object(inside, f"'{each}'")
            if found is not None:
                children.append(self._child(each, inside, found))
        return self._source.element("EntityContainer", node, attributes, tuple(children))

    def _child(self, name: str, node: JsonNode, members: dict[str, JsonNode]) -> XmlElement:
        """An entity set, singleton or import: which one, its members tell (section 13)."""
        element, wanted = _child_kind(members)
        own = Members(self._source, members, element)
        attributes = {"Name": name, **own.attributes(wanted)}
        children: list[XmlElement] = []
        if element in ("EntitySet", "Singleton"):
            own.truth("$Collection")
            for path, target in own.pairs("$NavigationPropertyBinding").items():
                text = self._source.text(target, "a target of $NavigationPropertyBinding")
                both = {"Path": path, "Target": text or ""}
                children.append(self._source.element("NavigationPropertyBinding", target, both))
        own.done()
        children += self._annotations.of(members)
        return self._source.element(element, node, attributes, tuple(children))


def _child_kind(members: Mapping[str, JsonNode]) -> tuple[str, Mapping[str, str]]:
    if "$Action" in members:
        return "ActionImport", {"$Action": "Action", "$EntitySet": "EntitySet"}
    listed = {"$IncludeInServiceDocument": "IncludeInServiceDocument"}
    if "$Function" in members:
        return "FunctionImport", {"$Function": "Function", "$EntitySet": "EntitySet"} | listed
    collection = members.get("$Collection")
    if collection is not None and collection.value is not False:
        return "EntitySet", {"$Type": "EntityType"} | listed
    return "Singleton", {"$Type": "Type", "$Nullable": "Nullable"}


_INCLUDE_ANNOTATIONS = {
    "$TermNamespace": "TermNamespace",
    "$TargetNamespace": "TargetNamespace",
    "$Qualifier": "Qualifier",
}
_Read = Callable[[_Reader, str, JsonNode, dict[str, JsonNode]], XmlElement]
_KINDS: Mapping[str, _Read] = {
    "EntityType": _Reader.entity_type,
    "ComplexType": _Reader.complex_type,
    "EnumType": _Reader.enum_type,
    "TypeDefinition": _Reader.type_definition,
    "Term": _Reader.term,
    "EntityContainer": _Reader.container,
}
