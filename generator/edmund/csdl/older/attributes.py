"""Attributes of an element of an older version: each to be asked for, and what nobody asked for is told."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.csdl.attributes import check_attributes
from edmund.csdl.findings import Code, Findings
from edmund.csdl.parser import XmlElement

__all__ = ["OldAttributes"]

METADATA = "{http://schemas.microsoft.com/ado/2007/08/dataservices/metadata}"
SAP = "{http://www.sap.com/Protocols/SAPData}"
ANNOTATION = "{http://schemas.microsoft.com/ado/2009/02/edm/annotation}"
_CODE_GENERATION = "{http://schemas.microsoft.com/ado/2006/04/codegeneration}"
_PREFIXES = {METADATA: "m:", SAP: "sap:", ANNOTATION: "annotation:", _CODE_GENERATION: "cg:"}

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class OldAttributes:
    """What an element says. `done` tells what was not asked for, by severity: what has no meaning in 4.01
    any more is an information (EDM174), what no version has a warning (EDM122)."""

    def __init__(self, element: XmlElement, findings: Findings) -> None:
        self.element = element
        self._findings = findings
        self._left = dict(element.attributes)

    def take(self, name: str) -> str | None:
        return self._left.pop(name, None)

    def metadata(self, name: str) -> str | None:
        """An attribute of WCF Data Services, `m:HttpMethod`."""
        return self.take(METADATA + name)

    def generated(self, name: str) -> str | None:
        """An attribute of Entity Framework's annotations, `annotation:StoreGeneratedPattern`."""
        return self.take(ANNOTATION + name)

    def sap(self, name: str) -> str | None:
        """An attribute of SAP's annotations, `sap:label`; an empty one says nothing."""
        return self.take(SAP + name) or None

    def sap_truth(self, name: str) -> bool | None:
        """A boolean of SAP's; one that is none is a warning (EDM178)."""
        text = self.sap(name)
        return None if text is None else self._truth(f"sap:{name}", text)

    def metadata_truth(self, name: str) -> bool | None:
        text = self.metadata(name)
        return None if text is None else self._truth(f"m:{name}", text)

    def _truth(self, shown: str, text: str) -> bool | None:
        value = _BOOLEANS.get(text.strip().lower())
        if value is None:
            self._findings.warning(
                Code.OLD_VALUE,
                f"{shown} of {self.element.name} must be true or false, not '{text}'; it is left out",
                self.element.span,
            )
        return value

    def kept(self, names: Iterable[str]) -> dict[str, str]:
        """Those of `names` that are there; they mean the same in 4.01."""
        return {name: self._left.pop(name) for name in names if name in self._left}

    def meaningless(self, names: Iterable[str]) -> None:
        """Tell of attributes that 4.01 has nothing for."""
        for name in names:
            if name in self._left:
                self._tell(name)
                del self._left[name]

    def meaningless_value(self, name: str, value: str) -> None:
        """Tell of a value of SAP's attribute `name` that 4.01 has no term for."""
        self._findings.information(
            Code.NO_MEANING,
            f'sap:{name}="{value}" of {self.element.name} has no meaning in OData 4.01; '
            "it is left out",
            self.element.span,
        )

    def done(self, known: frozenset[str] = frozenset()) -> None:
        """Tell what is left; `known` are names for hints."""
        for name in list(self._left):
            if any(name.startswith(prefix) for prefix in _PREFIXES):
                self._tell(name)
                del self._left[name]
        check_attributes(self.element._replace(attributes=self._left), known, self._findings)

    def _tell(self, name: str) -> None:
        prefix, brace, local = name.rpartition("}")
        shown = _PREFIXES.get(prefix + brace, "") + local
        self._findings.information(
            Code.NO_MEANING,
            f"{shown} of {self.element.name} has no meaning in OData 4.01; it is left out",
            self.element.span,
        )
