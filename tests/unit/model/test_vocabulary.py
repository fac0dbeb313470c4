"""Readers of annotations: terms of the OASIS vocabularies and of Edmund's own."""

from __future__ import annotations

import uuid
from decimal import Decimal

import pytest

from edmund.csdl.expression import Constant, ConstantKind
from edmund.model import vocabulary as v
from edmund.model.elements import Property, TypeReference


@pytest.fixture
def annotations(csdl):
    """The annotations of one property, from their XML."""

    def read(xml):
        model = csdl.of(
            f'<ComplexType Name="C"><Property Name="p" Type="Edm.String">{xml}</Property></ComplexType>',
            references="".join(
                csdl.include(f"{name}.xml", f"Org.OData.{name}.V1", name)
                for name in ("Core", "Validation", "Capabilities")
            )
            + csdl.include("edmund.csdl", "Edmund.V1", "Edmund"),
        ).good
        return model.types[0].properties[0].annotations

    return read


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ConstantKind.STRING, " a ", " a "),
        (ConstantKind.BOOL, "true", True),
        (ConstantKind.BOOL, "false", False),
        (ConstantKind.INT, "-42", -42),
        (ConstantKind.DECIMAL, "3.140", Decimal("3.140")),
        (ConstantKind.DECIMAL, "INF", Decimal("Infinity")),
        (ConstantKind.FLOAT, "1e3", 1000.0),
        (ConstantKind.FLOAT, "-INF", float("-inf")),
        (ConstantKind.BINARY, "T0RhdGE", b"OData"),
        (ConstantKind.BINARY, "_-8=", b"\xff\xef"),
        (
            ConstantKind.GUID,
            "21EC2020-3AEA-1069-A2DD-08002B30309D",
            uuid.UUID("21ec2020-3aea-1069-a2dd-08002b30309d"),
        ),
        # Python's dates end at the year 9999 and its times at microseconds; OData's do not.
        (ConstantKind.DATE, "12000-01-01", "12000-01-01"),
        (
            ConstantKind.DATE_TIME_OFFSET,
            "2000-01-01T00:00:00.123456789012Z",
            "2000-01-01T00:00:00.123456789012Z",
        ),
        (ConstantKind.DURATION, "P7D", "P7D"),
        (ConstantKind.ENUM_MEMBER, "a.E/x a.E/y", ("x", "y")),
    ],
)
def test_constants_as_python_values(kind, text, value):
    found = v.constant_value(Constant(kind, text))
    assert (type(found), found) == (type(value), value)


def test_a_decimal_keeps_its_digits():
    assert str(v.constant_value(Constant(ConstantKind.DECIMAL, "3.140"))) == "3.140"


def test_expressions_as_python_values(annotations):
    (annotation,) = annotations(
        '<Annotation Term="x.Y"><Record Type="x.R"><PropertyValue Property="a" Int="1"/>'
        '<PropertyValue Property="b"><Collection><String>s</String><Null/></Collection></PropertyValue>'
        '<PropertyValue Property="c" Path="p/q"/></Record></Annotation>'
    )
    expected = {"@type": "x.R", "a": 1, "b": ("s", None), "c": "p/q"}
    assert v.expression_value(annotation.value) == expected


class TestTags:
    @pytest.mark.parametrize(
        ("xml", "expected"),
        [
            ("", None),
            ('<Annotation Term="Core.Computed"/>', True),
            ('<Annotation Term="Core.Computed" Bool="true"/>', True),
            ('<Annotation Term="Core.Computed" Bool="false"/>', False),
            ('<Annotation Term="Core.Computed" Path="p"/>', None),
            ('<Annotation Term="Core.Computed" Qualifier="Q"/>', None),
        ],
    )
    def test_three_answers(self, annotations, xml, expected):
        found = annotations(xml)
        assert v.tag(found, v.COMPUTED) is expected
        assert v.is_computed(found) is (expected is True)

    def test_each_reader_reads_its_own_term(self, annotations):
        readers = {
            "Computed": v.is_computed,
            "Immutable": v.is_immutable,
            "IsURL": v.is_url,
        }
        for term in readers:
            found = annotations(f'<Annotation Term="Core.{term}" Bool="true"/>')
            assert [name for name, read in readers.items() if read(found)] == [term]


def test_descriptions(annotations):
    found = annotations(
        '<Annotation Term="Core.Description" String="short"/>'
        '<Annotation Term="Core.LongDescription"><String>long</String></Annotation>'
        '<Annotation Term="Core.Description" Qualifier="de" String="kurz"/>'
    )
    assert (v.description(found), v.long_description(found)) == ("short", "long")
    assert v.find(found, v.DESCRIPTION, "de").value.text == "kurz"
    assert v.description(()) is None


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("Core.Permission/Read", {"Read"}),
        ("Core.Permission/ReadWrite", {"Read", "Write"}),
        ("Core.Permission/Read Core.Permission/Write", {"Read", "Write"}),
        ("Core.Permission/None", {"None"}),
    ],
)
def test_permissions(annotations, members, expected):
    found = annotations(f'<Annotation Term="Core.Permissions" EnumMember="{members}"/>')
    assert v.permissions(found) == expected


class TestValidation:
    @pytest.mark.parametrize(
        ("attribute", "value"),
        [('Int="5"', 5), ('Decimal="5.50"', Decimal("5.50")), ('Date="2020-01-01"', "2020-01-01")],
    )
    def test_bounds(self, annotations, attribute, value):
        found = annotations(
            f'<Annotation Term="Validation.Minimum" {attribute}/>'
            f'<Annotation Term="Validation.Maximum" {attribute}>'
            '<Annotation Term="Validation.Exclusive"/></Annotation>'
        )
        assert v.minimum(found) == v.Bound(value)
        assert v.maximum(found) == v.Bound(value, exclusive=True)

    def test_a_bound_that_is_not_constant_restricts_nothing(self, annotations):
        assert v.minimum(annotations('<Annotation Term="Validation.Minimum" Path="q"/>')) is None

    def test_allowed_values(self, annotations):
        found = annotations(
            '<Annotation Term="Validation.AllowedValues"><Collection>'
            '<Record><PropertyValue Property="Value" String="a"/></Record>'
            '<Record><PropertyValue Property="Value" Int="2"/></Record>'
            '<Record><PropertyValue Property="Value"><Null/></PropertyValue></Record>'
            "</Collection></Annotation>"
        )
        assert v.allowed_values(found) == ("a", 2, None)
        assert v.allowed_values(()) is None

    def test_allowed_values_that_cannot_be_known_restrict_nothing(self, annotations):
        found = annotations(
            '<Annotation Term="Validation.AllowedValues"><Collection>'
            '<Record><PropertyValue Property="Value" Path="p"/></Record></Collection></Annotation>'
        )
        assert v.allowed_values(found) is None

    def test_type_constraints(self, annotations):
        names = "<Collection><String>ns.C</String><String>ns.D</String></Collection>"
        found = annotations(
            f'<Annotation Term="Validation.DerivedTypeConstraint">{names}</Annotation>'
            '<Annotation Term="Edmund.WritableTypes"><Collection/></Annotation>'
        )
        assert v.derived_type_constraint(found) == ("ns.C", "ns.D")
        assert v.write_type_constraint(found) == ()
        assert v.write_type_constraint(()) is None

    def test_pattern_and_multiple(self, annotations):
        found = annotations(
            '<Annotation Term="Validation.Pattern" String="^a$"/>'
            '<Annotation Term="Validation.MultipleOf" Decimal="0.5"/>'
        )
        assert (v.pattern(found), v.multiple_of(found)) == ("^a$", Decimal("0.5"))


def test_the_deprecating_revision(annotations):
    found = annotations(
        '<Annotation Term="Core.Revisions"><Collection>'
        '<Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Added"/></Record>'
        '<Record><PropertyValue Property="Date" Date="2024-04-10"/>'
        '<PropertyValue Property="Description" String="Use the other."/>'
        '<PropertyValue Property="Kind"><EnumMember>Core.RevisionKind/Deprecated</EnumMember>'
        '</PropertyValue><PropertyValue Property="RemovalDate" Date="2026-04-10"/>'
        '<PropertyValue Property="Version" String="2024-01/X"/></Record></Collection></Annotation>'
    )
    assert v.deprecation(found) == v.Revision(
        "Deprecated", "2024-01/X", "Use the other.", "2024-04-10", "2026-04-10"
    )
    assert [r.kind for r in v.revisions(found)] == ["Added", "Deprecated"]
    assert v.deprecation(()) is None


class TestSecrets:
    @pytest.mark.parametrize(
        ("name", "type_name", "expected"),
        [
            ("password", "Edm.String", True),
            ("clientSecret", "Edm.String", True),
            ("secretText", "Edm.String", True),
            ("pkcs12Value", "Edm.String", True),
            ("privateKey", "Edm.String", True),
            ("accessToken", "Edm.String", True),
            ("refresh_token", "Edm.String", True),
            ("proxyPassword", "Edm.String", True),
            ("key", "Edm.Binary", True),
            ("key", "Edm.String", False),
            ("password", "Edm.Boolean", False),
            ("passwordPolicies", "Edm.String", False),
            ("passwordMinimumLength", "Edm.Int32", False),
            ("keywords", "Edm.String", False),
            ("displayName", "Edm.String", False),
        ],
    )
    def test_by_name(self, name, type_name, expected):
        assert v.is_secret(Property(name, TypeReference(type_name))) is expected

    def test_the_annotation_wins(self, annotations):
        false = annotations('<Annotation Term="Edmund.Secret" Bool="false"/>')
        true = annotations('<Annotation Term="Edmund.Secret"/>')
        reference = TypeReference("Edm.String")
        assert not v.is_secret(Property("password", reference, annotations=false))
        assert v.is_secret(Property("note", reference, annotations=true))


@pytest.mark.parametrize("value", ['EnumMember="Edmund.EncodingKind/base64"', 'String="base64"'])
def test_encoding(annotations, value):
    assert v.is_base64(annotations(f'<Annotation Term="Edmund.Encoding" {value}/>'))
    assert not v.is_base64(())


class TestEnumNumbers:
    @pytest.mark.parametrize(
        ("members", "expected"),
        [
            ("ns.F/a", 1),
            ("ns.F/a ns.F/c", 5),
            ("ns.E/a ns.E/b", None),  # Not a set of flags.
            ("ns.E/b", 7),
            ("ns.F/no", None),
            ("ns.No/a", None),
        ],
    )
    def test_numbers(self, csdl, members, expected):
        model = csdl.of(
            '<EnumType Name="F" IsFlags="true"><Member Name="a" Value="1"/>'
            '<Member Name="c" Value="4"/></EnumType>'
            '<EnumType Name="E"><Member Name="a" Value="0"/><Member Name="b" Value="7"/></EnumType>'
        ).good
        assert v.enum_number(model, Constant(ConstantKind.ENUM_MEMBER, members)) == expected


def test_optional_parameters(csdl):
    model = csdl.of(
        '<Action Name="f"><Parameter Name="a" Type="Edm.Int32"/><Parameter Name="b" Type="Edm.Int32">'
        '<Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter>'
        '<Parameter Name="c" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.OptionalParameter">'
        '<Record><PropertyValue Property="DefaultValue" String="5"/></Record></Annotation></Parameter>'
        "</Action>"
    ).good
    parameters = model.operations[0].parameters
    assert [v.is_optional(p) for p in parameters] == [False, True, True]
    assert [v.optional_default(p) for p in parameters] == [None, None, "5"]
