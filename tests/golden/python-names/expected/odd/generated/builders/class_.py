"""Request builders around Odd.Names.class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odd.runtime.operations import Creates, Deletes, Lists, M, Reads, RequestBuilder, Updates

if TYPE_CHECKING:
    from odd.generated.builders._shared import (
        CountBuilder,
        ReferenceBuilder,
        ReferenceBuilder_2,
        ReferencesBuilder,
    )
    from odd.generated.models.class_ import Class_
    from odd.generated.models.class_collection_response import ClassCollectionResponse


class ClassCollectionLinks(RequestBuilder[M]):
    """Links of a collection of Odd.Names.class."""

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class ClassLinks(RequestBuilder[M]):
    """Links of Odd.Names.class."""

    @property
    def async_(self) -> ClassReferencedItemBuilder[M]:
        return self._child(ClassReferencedItemBuilder, "/async")

    @property
    def get_path(self) -> ClassReferencedCollectionBuilder[M]:
        return self._child(ClassReferencedCollectionBuilder, "/get")


class ClassCollectionBuilder(
    ClassCollectionLinks[M], Lists[M, "ClassCollectionResponse", "Class_"], Creates[M, "Class_"]
):
    _page = "class_collection_response:ClassCollectionResponse"
    _type = "Odd.Names.class"

    def by_import(self, import_: str) -> ClassItemBuilder[M]:
        return self._keyed(ClassItemBuilder, ("", import_, "Edm.String"))


class ClassItemBuilder(ClassLinks[M], Reads[M, "Class_"], Updates[M, "Class_"], Deletes[M]):
    _type = "Odd.Names.class"


class ClassReferencedCollectionBuilder(
    ClassCollectionLinks[M], Lists[M, "ClassCollectionResponse", "Class_"], Creates[M, "Class_"]
):
    _page = "class_collection_response:ClassCollectionResponse"
    _type = "Odd.Names.class"

    def by_import(self, import_: str) -> ClassReferencedItemBuilder_2[M]:
        return self._keyed(ClassReferencedItemBuilder_2, ("", import_, "Edm.String"))

    @property
    def ref(self) -> ReferencesBuilder[M]:
        return self._at("_shared:ReferencesBuilder", "/$ref")


class ClassReferencedItemBuilder(ClassLinks[M], Reads[M, "Class_"], Updates[M, "Class_"]):
    _type = "Odd.Names.class"

    @property
    def ref(self) -> ReferenceBuilder[M]:
        return self._at("_shared:ReferenceBuilder", "/$ref")


class ClassReferencedItemBuilder_2(
    ClassLinks[M], Reads[M, "Class_"], Updates[M, "Class_"], Deletes[M]
):
    _type = "Odd.Names.class"

    @property
    def ref(self) -> ReferenceBuilder_2[M]:
        return self._at("_shared:ReferenceBuilder_2", "/$ref")
