"""What schemas of every version become: one neutral type for all spellings of the same meaning."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from decimal import Decimal

import pytest

from edmund.diagnostics import Diagnostic, Severity
from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import parse_source
from edmund.frontends.openapi.findings import Findings
from edmund.frontends.openapi.reader import read_document
from edmund.frontends.openapi.schemas.builder import SchemaTypes
from edmund.surface.types import (
    AnyJson,
    EnumMember,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Rule,
    StructuredType,
    Type,
    Types,
    UnionType,
)


def read(schemas: str, version: str = "openapi: 3.0.3") -> tuple[Types, Sequence[Diagnostic]]:
    """The types of the schemas, and what was found."""
    text = f"{version}\ninfo: {{title: t, version: '1'}}\npaths: {{}}\n"
    if version.startswith("swagger"):
        text += "definitions:\n" + textwrap.indent(textwrap.dedent(schemas), "  ")
    else:
        text += "components:\n schemas:\n" + textwrap.indent(textwrap.dedent(schemas), "  ")
    findings = Findings()
    library = Library(parse_source(text.encode(), "a.yaml"))
    document = read_document(library, findings)
    assert document is not None
    types = SchemaTypes(library, document, findings).finished()
    return types, findings.all()


def shown(type_: Type) -> str:
    """A type in a line: `[Pet]?`, `{Edm.String}`, `"a"`."""
    match type_:
        case Nullable(inner):
            return shown(inner) + "?"
        case ListOf(item):
            return f"[{shown(item)}]"
        case MapOf(value):
            return f"{{{shown(value)}}}"
        case Literal(value):
            return repr(value)
        case AnyJson():
            return "any"
        case Primitive(name):
            return name.removeprefix("Edm.")
        case Named(name):
            return name


def members(types: Types, name: str) -> dict[str, str]:
    found = types.by_name[name]
    assert isinstance(found, StructuredType)
    return {
        each.name: shown(each.type) + ("!" if each.required else "") for each in found.properties
    }


def enum_members(types: Types, name: str) -> tuple[EnumMember, ...]:
    found = types.by_name[name]
    assert isinstance(found, EnumType)
    return found.members


def of(schema: str, version: str = "openapi: 3.0.3") -> str:
    """The type of a property with the schema, which may speak of the schema `Pet`."""
    types, _ = read(
        f"""
        Pet: {{type: object, properties: {{a: {{type: string}}}}}}
        Color: {{type: string, enum: [red, green]}}
        Owner: {{type: object, properties: {{p: {schema}}}}}
        """,
        version,
    )
    return members(types, "Owner")["p"]


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string}", "String"),
        ("{type: string, format: date-time}", "DateTimeOffset"),
        ("{type: string, format: date}", "Date"),
        ("{type: string, format: uuid}", "Guid"),
        ("{type: string, format: byte}", "Binary"),
        ("{type: string, format: binary}", "Stream"),
        ("{type: string, format: 'repo.nwo'}", "String"),
        ("{type: integer}", "Int64"),
        ("{type: integer, format: int32}", "Int32"),
        ("{type: number}", "Double"),
        ("{type: number, format: float}", "Single"),
        ("{type: boolean}", "Boolean"),
        ("{}", "any"),
        ("{description: anything}", "any"),
        ("{type: object}", "{any}"),
        ("{type: object, additionalProperties: {type: integer}}", "{Int64}"),
        ("{additionalProperties: {type: integer}}", "{Int64}"),
        ("{type: array, items: {type: string}}", "[String]"),
        ("{type: array}", "[any]"),
        ("{items: {type: array, items: {$ref: '#/components/schemas/Pet'}}}", "[[Pet]]"),
        ("{$ref: '#/components/schemas/Pet'}", "Pet"),
        ("{type: object, properties: {x: {type: string}}}", "Owner_p"),
        ("{type: array, items: {type: object, properties: {x: {}}}}", "[Owner_pItem]"),
        ("{type: string, enum: [a, b]}", "Owner_p"),
        ("{type: boolean, enum: [true]}", "True"),
        ("{type: boolean, enum: [true, false]}", "Boolean"),
        ("{enum: [1, a, true, 1.5]}", "Owner_p"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet"),
        ("{description: x, allOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet"),
        ("{oneOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet"),
        ("{anyOf: [{type: string}, {type: string, format: date}]}", "String"),
        ("{anyOf: [{type: integer}, {type: number}]}", "Double"),
        ("{anyOf: [{type: string}, {$ref: '#/components/schemas/Color'}]}", "Color"),
        ("{oneOf: [{type: string}, {type: integer}]}", "Owner_p"),
        ("{type: string, allOf: [{minLength: 1}, {maxLength: 2}]}", "String"),
        ("{type: object, oneOf: [{required: [a]}, {required: [b]}]}", "{any}"),
        ("{type: string, oneOf: [{format: date}, {format: date-time}]}", "String"),
    ],
)
def test_types_of_3_0(schema: str, type_: str) -> None:
    assert of(schema) == type_


@pytest.mark.parametrize(
    ("schema", "version"),
    [
        ("{type: string, nullable: true}", "3.0.3"),
        ("{type: [string, 'null']}", "3.1.0"),
        ("{type: [string, null]}", "3.1.0"),
        ("{oneOf: [{type: string}, {type: 'null'}]}", "3.1.0"),
        ("{anyOf: [{type: 'null'}, {type: string}]}", "3.1.0"),
        ("{anyOf: [{type: [string, 'null']}]}", "3.1.0"),
        ("{oneOf: [{type: string, nullable: true}]}", "3.0.3"),
        ("{allOf: [{type: string, nullable: true}, {nullable: true}]}", "3.0.3"),
        ("{type: [string, 'null'], allOf: [{minLength: 1, type: [string, 'null']}]}", "3.1.0"),
        ("{oneOf: [{type: string}, {const: null}]}", "3.1.0"),
        ("{oneOf: [{type: string}, {enum: [null]}]}", "3.1.0"),
    ],
)
def test_null_in_all_its_spellings(schema: str, version: str) -> None:
    assert of(schema, f"openapi: {version}") == "String?"


@pytest.mark.parametrize(
    ("schema", "version"),
    [
        ("{nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}", "3.0.3"),
        ("{nullable: true, $ref: '#/components/schemas/Pet'}", "3.0.3"),
        ("{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Pet'}]}", "3.1.0"),
        ("{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}", "3.1.0"),
    ],
)
def test_references_with_null(schema: str, version: str) -> None:
    assert of(schema, f"openapi: {version}") == "Pet?"


def test_null_among_the_values_of_an_enumeration() -> None:
    assert of("{type: string, nullable: true, enum: [a, b, null]}") == "Owner_p?"
    assert of("{enum: [a, b, null]}", "openapi: 3.1.0") == "Owner_p?"
    assert of("{type: string, enum: [a, b]}", "openapi: 3.1.0") == "Owner_p"


def test_nullable_beside_a_reference_is_told_in_3_0_alone() -> None:
    schema = "Pet: {type: object}\nOwner: {properties: {p: {nullable: true, $ref: '#/components/schemas/Pet'}}}"
    assert [each.code for each in read(schema)[1]] == ["EDM752"]


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{const: a}", "'a'"),
        ("{const: 1}", "1"),
        ("{type: [string, integer]}", "Owner_p"),
        ("{type: [integer, number]}", "Double"),
        ("{type: array, prefixItems: [{type: string}, {type: string}], items: false}", "[String]"),
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
            "[Owner_p_prefix]",
        ),
        ("{type: array, prefixItems: [{type: string}]}", "[any]"),
        ("{type: string, contentEncoding: base64}", "Binary"),
        ("{type: object, patternProperties: {'^x-': {type: string}}}", "{String}"),
        ("{$ref: '#/components/schemas/Pet', description: mine}", "Pet"),
        ("{$ref: '#/components/schemas/Pet', properties: {b: {type: string}}}", "Owner_p"),
        (
            "{$defs: {X: {type: integer}}, $ref: '#/components/schemas/Owner/properties/p/$defs/X'}",
            "Int64",
        ),
        ("true", "any"),
    ],
)
def test_types_of_3_1(schema: str, type_: str) -> None:
    found = of(schema, "openapi: 3.1.0")
    assert found == type_ if "prefix]" not in type_ else found.startswith("[Owner_p")


def test_dynamic_references_mean_their_own_anchor() -> None:
    types, found = read(
        """
        Node:
          $dynamicAnchor: node
          type: object
          properties: {children: {type: array, items: {$dynamicRef: '#node'}}}
        """,
        "openapi: 3.1.0",
    )
    assert not found
    assert members(types, "Node") == {"children": "[Node]"}


def test_one_reference_and_more_is_inheritance() -> None:
    types, found = read("""
        Base: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}
        Child:
          allOf:
          - $ref: '#/components/schemas/Base'
          - {type: object, required: [note], properties: {age: {type: integer}}}
        """)
    assert not found
    child = types.structured("Child")
    assert child is not None
    assert child.base == "Base"
    assert members(types, "Child") == {"age": "Int64", "note": "String!"}


def test_several_references_are_merged() -> None:
    types, found = read("""
        A: {type: object, required: [a], properties: {a: {type: string}}}
        B: {type: object, properties: {b: {type: string, minLength: 1}}}
        C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {properties: {b: {maxLength: 5}}}]}
        """)
    assert not found
    merged = types.structured("C")
    assert merged is not None
    assert merged.base is None
    assert members(types, "C") == {"a": "String!", "b": "String"}
    (b,) = [each for each in merged.properties if each.name == "b"]
    assert isinstance(b.type, Primitive)
    assert (b.type.constraints.min_length, b.type.constraints.max_length) == (1, 5)


def test_a_base_with_a_discriminator_knows_its_heirs() -> None:
    types, found = read("""
        Pet: {type: object, discriminator: {propertyName: kind, mapping: {kitty: Cat}}, required: [kind], properties: {kind: {type: string}}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {m: {type: boolean}}}]}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        Pug: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {kind: {type: string, enum: [pug]}}}]}
        """)
    assert not found
    pet = types.structured("Pet")
    assert pet is not None and pet.discriminator is not None
    assert pet.discriminator.property == "kind"
    assert dict(pet.discriminator.mapping) == {
        "kitty": "Cat",
        "Dog": "Dog",
        "pug": "Pug",
        "Pet": "Pet",
    }
    assert [types.by_name[name].base for name in ("Cat", "Dog", "Pug")] == ["Pet", "Pet", "Dog"]  # type: ignore[union-attr]
    assert members(types, "Pug") == {}


def test_swagger_tells_types_by_their_names() -> None:
    types, found = read(
        """
        Pet: {type: object, discriminator: kind, properties: {kind: {type: string}, f: {x-nullable: true, type: string}}}
        Cat: {allOf: [{$ref: '#/definitions/Pet'}, {properties: {m: {type: boolean}}}]}
        """,
        "swagger: '2.0'",
    )
    assert not found
    pet = types.structured("Pet")
    assert pet is not None and pet.discriminator is not None
    assert dict(pet.discriminator.mapping) == {"Cat": "Cat", "Pet": "Pet"}
    assert members(types, "Pet")["f"] == "String?"


def test_a_base_that_lists_its_heirs_is_no_union() -> None:
    types, found = read("""
        Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}, oneOf: [{$ref: '#/components/schemas/Cat'}]}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {m: {type: boolean}}}]}
        """)
    assert not found
    pet = types.structured("Pet")
    assert pet is not None
    assert pet.abstract
    assert dict(pet.discriminator.mapping if pet.discriminator else ()) == {"Cat": "Cat"}


UNION = """
    A: {type: object, required: [t, a], properties: {t: {type: string%s}, a: {type: string}}}
    B: {type: object, required: [t, b], properties: {t: {type: string%s}, b: {type: string}}}
    C: {type: object, properties: {t: {type: string}}}
    U: {%s}
    """
A_OR_B = "oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]"


@pytest.mark.parametrize(
    ("a", "b", "union", "rule", "mapping"),
    [
        (
            "",
            "",
            A_OR_B + ", discriminator: {propertyName: t}",
            Rule.DISCRIMINATOR,
            {"A": "A", "B": "B"},
        ),
        (
            "",
            "",
            A_OR_B
            + ", discriminator: {propertyName: t, mapping: {x: A, y: '#/components/schemas/B'}}",
            Rule.DISCRIMINATOR,
            {"x": "A", "y": "B"},
        ),
        (", enum: [x]", ", enum: [y, z]", A_OR_B, Rule.LITERAL, {"x": "A", "y": "B", "z": "B"}),
        (", enum: [x]", ", enum: [x]", A_OR_B, Rule.MEMBER, {}),
        ("", "", A_OR_B, Rule.MEMBER, {}),
        ("", "", "anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]", Rule.JSON_KIND, {}),
        (
            "",
            "",
            "anyOf: [{$ref: '#/components/schemas/A'}, {type: array}, {type: integer}]",
            Rule.JSON_KIND,
            {},
        ),
        ("", "", "anyOf: [{$ref: '#/components/schemas/A'}, {type: object}]", Rule.NONE, {}),
        (
            "",
            "",
            A_OR_B[:-1] + ", {$ref: '#/components/schemas/C'}, {type: string}]",
            Rule.MEMBER,
            {},
        ),
        (
            "",
            "",
            "oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]",
            Rule.NONE,
            {},
        ),
    ],
)
def test_unions_are_told_apart(
    a: str, b: str, union: str, rule: Rule, mapping: dict[str, str]
) -> None:
    types, found = read(UNION % (a, b, union))
    assert not found
    made = types.by_name["U"]
    assert isinstance(made, UnionType)
    assert made.rule is rule
    assert dict(made.discriminator.mapping if made.discriminator else ()) == mapping
    if rule is Rule.MEMBER:
        assert made.telling == (("a", "A"), ("b", "B"))


def test_alternatives_beside_properties_are_merged_with_them() -> None:
    types, found = read("""
        A: {type: object, properties: {a: {type: string}}, required: [a]}
        U:
          type: object
          properties: {id: {type: integer}}
          oneOf: [{$ref: '#/components/schemas/A'}, {type: object, title: other one, properties: {b: {type: string}}}]
        """)
    assert not found
    union = types.by_name["U"]
    assert isinstance(union, UnionType)
    assert [shown(each) for each in union.variants] == ["UA", "UOtherOne"]
    assert members(types, "UA") == {"id": "Int64", "a": "String!"}
    assert members(types, "UOtherOne") == {"id": "Int64", "b": "String"}


def test_recursion_is_no_cycle() -> None:
    types, found = read("""
        Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
        Json: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Json'}}]}
        Nested: {type: array, items: {$ref: '#/components/schemas/Nested'}}
        Map: {type: object, additionalProperties: {$ref: '#/components/schemas/Map'}}
        """)
    assert not found
    assert members(types, "Tree") == {"children": "[Tree]"}
    for name, variants in (
        ("Json", ["String", "[Json]"]),
        ("Nested", ["[Nested]"]),
        ("Map", ["{Map}"]),
    ):
        union = types.by_name[name]
        assert isinstance(union, UnionType)
        assert [shown(each) for each in union.variants] == variants


@pytest.mark.parametrize(
    ("schemas", "code", "line", "notes"),
    [
        (
            "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}",
            "EDM737",
            6,
            [],
        ),
        ("A: {allOf: [{$ref: '#/components/schemas/A'}]}", "EDM748", 6, []),
        ("A: {anyOf: [{$ref: '#/components/schemas/A'}]}", "EDM748", 6, []),
        ("A: {allOf: [{type: string},\n {type: integer}]}", "EDM747", 7, [6]),
        (
            "A: {allOf: [{type: object, properties: {x: {type: string}}},\n {properties: {x: {type: integer}}}]}",
            "EDM747",
            7,
            [6],
        ),
        ("A: {allOf: [{enum: [a]},\n {enum: [b]}]}", "EDM747", 7, [6]),
        ("A: {type: string, enum: [1]}", "EDM745", 6, []),
        ("A: {type: strng}", "EDM750", 6, []),
        ("A: []", "EDM739", 6, []),
        ("A: {type: object, properties: []}", "EDM739", 6, []),
        ("A: {$ref: '#/components/schemas/gone'}", "EDM736", 6, []),
    ],
)
def test_what_is_wrong_is_an_error_at_its_place(
    schemas: str, code: str, line: int, notes: list[int]
) -> None:
    _, found = read(schemas)
    errors = [each for each in found if each.severity is Severity.ERROR]
    assert {each.code for each in errors} == {code}
    assert errors[0].span is not None
    assert errors[0].span.line == line
    assert [note.span.line for note in errors[0].notes if note.span] == notes


@pytest.mark.parametrize(
    ("schemas", "code"),
    [
        ("A: {properties: {x: {type: integer, default: abc}}}", "EDM746"),
        ("A: {required: [x], properties: {y: {type: string}}}", "EDM740"),
        ("A: {type: object, discriminator: {propertyName: t, mapping: {x: Gone}}}", "EDM749"),
        ("A: {properties: {x: {type: string, maxLength: a}}}", "EDM753"),
        ("A: {type: integer, enum: [1, '2']}", "EDM745"),
        ("A: {type: array, items: {type: string}, enum: [a]}", "EDM745"),
        ("A: {type: object, discriminator: {propertyName: t, mapping: {x: '#/Gone'}}}", "EDM749"),
        ("'': {type: object, properties: {x: {type: string}}}", "EDM754"),
    ],
)
def test_what_changes_neither_wire_nor_code_is_a_warning(schemas: str, code: str) -> None:
    _, found = read(schemas)
    assert [(each.code, each.severity) for each in found] == [(code, Severity.WARNING)]


def test_text_in_an_enumeration_of_other_values_is_what_it_says() -> None:
    types, _ = read("""
        Integers: {type: integer, enum: ['1', 2, x, '1.5', '-03']}
        Numbers: {type: number, enum: ['0.10', '1']}
        Booleans: {type: object, properties: {x: {type: boolean, enum: ['true']}}}
        Words: {type: integer, enum: [low, high]}
        """)
    assert [m.value for m in enum_members(types, "Integers")] == [1, 2, -3]
    assert [str(m.value) for m in enum_members(types, "Numbers")] == ["0.10", "1"]
    assert members(types, "Booleans") == {"x": "True"}
    assert "Words" not in types.by_name


def test_members_of_an_enumeration_have_names_of_their_own() -> None:
    types, _ = read("A: {enum: [1, '1', true, 'true', integer 1, 1.5, '1.5']}")
    found = enum_members(types, "A")
    assert [m.value for m in found] == [1, "1", True, "true", "integer 1", Decimal("1.5"), "1.5"]
    assert len({m.name for m in found}) == len(found)
    assert [m.name for m in found if isinstance(m.value, str)] == ["1", "true", "integer 1", "1.5"]


def test_what_is_left_empty_is_not_there() -> None:
    types, found = read("""
        A: {type: object, properties: null, allOf: null, oneOf: null, additionalProperties: null}
        '': {type: object, properties: {x: {type: string}}}
        Value: {type: object, properties: {y: {$ref: '#/components/schemas/'}}}
        """)
    assert [each.code for each in found] == ["EDM754"]
    assert members(types, "A") == {}
    assert members(types, "Value") == {"y": "Value2"}
    assert members(types, "Value2") == {"x": "String"}


def test_what_may_be_written_when() -> None:
    types, _ = read("""
        A:
          type: object
          required: [id, name, word]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string, default: x, description: a name}
            word: {type: string, writeOnly: true, format: password}
            old: {type: string, deprecated: true}
        """)
    found = types.structured("A")
    assert found is not None
    identity, name, word, old = found.properties
    assert (identity.required, identity.writing.computed, identity.writing.insertable) == (
        True,
        True,
        False,
    )
    assert (name.required, name.writing.required_on_create, name.default) == (True, True, "x")
    assert name.documentation.description == "a name"
    assert (word.required, word.secret, word.writing.required_on_create) == (False, True, True)
    assert old.documentation.deprecation is not None


@pytest.mark.parametrize(
    ("text", "open_", "additional"),
    [
        ("", True, None),
        (", additionalProperties: false", False, None),
        (", additionalProperties: true", True, "any"),
        (", additionalProperties: {type: string}", True, "String"),
    ],
)
def test_members_that_are_not_declared(text: str, open_: bool, additional: str | None) -> None:
    types, _ = read(f"A: {{type: object, properties: {{x: {{type: string}}}}{text}}}")
    found = types.structured("A")
    assert found is not None
    assert found.open is open_
    assert (None if found.additional is None else shown(found.additional)) == additional


def test_names_stay_when_something_is_added() -> None:
    one = "A: {properties: {x: {properties: {y: {enum: [a]}}}, z: {items: {properties: {q: {}}}}}}"
    more = "B: {properties: {x: {properties: {y: {enum: [a]}}}}}\nA: {properties: {w: {properties: {a: {}}}, x: {properties: {a: {}, y: {enum: [a]}}}, z: {items: {properties: {q: {}}}}}}"
    names = {each.name for each in read(one)[0].types}
    assert names == {"A", "A_x", "A_x_y", "A_zItem"}
    assert names < {each.name for each in read(more)[0].types}


def test_a_component_keeps_its_name_where_another_would_take_it() -> None:
    types, _ = read("A: {properties: {x: {properties: {y: {type: string}}}}}\nA_x: {type: object}")
    assert members(types, "A") == {"x": "A_x2"}
    assert members(types, "A_x") == {}


def test_enumerations_of_any_values() -> None:
    types, found = read("E: {enum: [a, 1, true, 1.5, a, '', null]}", "openapi: 3.1.0")
    assert not found
    enum = types.by_name["E"]
    assert isinstance(enum, EnumType)
    assert [(each.name, each.value) for each in enum.members] == [
        ("a", "a"),
        ("1", 1),
        ("true", True),
        ("1.5", enum.members[3].value),
        ("", ""),
    ]
    assert enum.underlying == "Edm.Untyped"


def test_deep_nesting_and_long_chains_end_in_a_diagnostic_or_a_type() -> None:
    chain = "\n".join(
        f"A{n}: {{allOf: [{{$ref: '#/components/schemas/A{n + 1}'}}], properties: {{p{n}: {{}}}}}}"
        for n in range(300)
    )
    _, found = read(chain + "\nA300: {type: object}")
    assert {each.code for each in found} <= {"EDM732"}
    _, found = read("D: " + "{items: " * 90 + "{type: string}" + "}" * 90)
    assert not found
