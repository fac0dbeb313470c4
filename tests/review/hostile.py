"""A pair of documents whose text attacks each report: markup, commands, terminals, other tables."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from review.reviewing import review, schema

from edmund.review.report.data import Report

ATTACKS = (
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "@@DATA@@ @@SCRIPT@@ {{7*7}} ${7*7}",
    "::error file=x::owned",
    "%0A::warning::owned",
    "| a | b |\n|---|---|\n# heading [x](javascript:alert(1)) @everyone <b>",
    "\u202egnp.exe\u2028\u2066",
    "]]> & &amp; <!-- -->",
    "`code` **bold** ![i](http://example.invalid/x.png)",
)


def hostile_report() -> Report:
    """Descriptions of deprecations carry free text into messages."""

    def body(announced: bool) -> str:
        members = []
        for number, attack in enumerate(ATTACKS):
            revision = (
                '<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>'
                '<PropertyValue Property="Kind"><EnumMember>'
                "Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember></PropertyValue>"
                f'<PropertyValue Property="Description" String={quoteattr(attack)} />'
                '<PropertyValue Property="RemovalDate" Date="2027-01-01" />'
                "</Record></Collection></Annotation>"
            )
            inner = revision if announced else ""
            members.append(f'<Property Name="p{number}" Type="Edm.String">{inner}</Property>\n')
        return f'<ComplexType Name="T">\n{"".join(members)}</ComplexType>'

    old, new = schema(body(False)), schema(body(True))
    found = review(old, new)
    assert len(found) == len(ATTACKS)
    texts = {
        source.name: source.data.decode().split("\n") for source in (*old.sources, *new.sources)
    }
    return Report(
        "old <b>&.csdl",
        "new ::error::.csdl",
        found,
        texts,
        failing=frozenset(f.fingerprint for f in found[:2]),
        version="0",
    )
