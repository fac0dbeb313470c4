"""A runtime has a matcher of patterns where the schema has a pattern, in every language."""

import pytest

from edmund.config.inputs import InputFile
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.plan.runtime_parts import Part, Replacements, has_patterns, parts_of, runtime_sources
from edmund.slicing.slice import Selection
from edmund.surface.elements import Surface
from edmund.surface.types import (
    Constraints,
    ListOf,
    MapOf,
    Nullable,
    OperationType,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    Types,
)
from edmund.targets.contract import TargetOptions

CODE = Primitive("Edm.String", Constraints(pattern="^a$"))
PLAIN = Primitive("Edm.String", Constraints(max_length=3))

HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
    '<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="t"><Key>'
    '<PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>'
    '<Property Name="code" Type="Edm.String">'
)
PATTERN = '<Annotation Term="Org.OData.Validation.V1.Pattern" String="^[a-z]+$"/>'
TAIL = (
    '</Property></EntityType><EntityContainer Name="c"><EntitySet Name="ts" EntityType="n.t"/>'
    "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
)
EDMX_OF_2 = "http://schemas.microsoft.com/ado/2007/06/edmx"
EDM_OF_2 = "http://schemas.microsoft.com/ado/2008/09/edm"
# Of each target: a package, the file of the matcher, and how the matcher is known from what stands in its place.
TARGETS = {
    "python": ("shop", "runtime/validation_matcher.py", "MAX_STEPS"),
    "typescript": ("shop", "runtime/validationMatcher.ts", "MAX_STEPS"),
    "go": ("example.com/shop", "runtime/ecma/match.go", "maxSteps"),
    "csharp": ("Shop", "Runtime/PatternMatcher.cs", "MaxSteps"),
    "java": ("org.shop", "runtime/PatternMatcher.java", "MAX_STEPS"),
    "php": ("Shop", "Runtime/Pattern.php", "MAX_STEPS"),
}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("restricted", [True, False])
def test_the_matcher_is_there_where_it_is_needed(target: str, restricted: bool) -> None:
    package, path, mark = TARGETS[target]
    text = HEAD + (PATTERN if restricted else "") + TAIL
    loaded = load_model([InputFile("shop.csdl", text.encode())])
    recipe = Recipe(Selection(), target, TargetOptions(package))
    files = compile_model(loaded, recipe, workers=1).files
    (found,) = [file.text for file in files if str(file.path).endswith(path)]
    assert (mark in found) is restricted
    # The program of `^[a-z]+$`, on one line in every language.
    program = "1 1 97 122 7 3 2 9 1 -1 0 0 1"
    assert any(program in file.text for file in files) is restricted
    assert not any("[a-z]+$" in file.text for file in files)


@pytest.mark.parametrize(
    "type_", [CODE, Nullable(CODE), ListOf(CODE), MapOf(ListOf(Nullable(CODE)))]
)
def test_patterns_are_found_wherever_values_are_checked(type_: Type) -> None:
    member = PropertyType("code", type_)
    assert has_patterns(Types((StructuredType("n.t", properties=(member,)),)))
    assert has_patterns(Types((StructuredType("n.t", additional=type_),)))
    assert has_patterns(Types(operations=(OperationType("n.o", True, parameters=(member,)),)))


def test_other_constraints_need_no_matcher() -> None:
    members = (PropertyType("a", PLAIN), PropertyType("b", ListOf(PLAIN)))
    assert not has_patterns(Types((StructuredType("n.t", properties=members),)))


# Of each target: a part of the paths of the files for OData 1 to 3.
OLDER = {"php": "Runtime/Older/", "python": "runtime/older_json.py"}


@pytest.mark.parametrize("target", OLDER)
@pytest.mark.parametrize("version", ["2.0", "4.0"])
def test_the_older_wire_is_there_where_it_is_spoken(target: str, version: str) -> None:
    text = HEAD + TAIL
    if version == "2.0":
        text = text.replace("http://docs.oasis-open.org/odata/ns/edmx", EDMX_OF_2)
        text = text.replace('Version="4.0"', 'Version="1.0"')
        text = text.replace("http://docs.oasis-open.org/odata/ns/edm", EDM_OF_2)
    loaded = load_model([InputFile("shop.csdl", text.encode())])
    recipe = Recipe(Selection(), target, TargetOptions(TARGETS[target][0]))
    files = compile_model(loaded, recipe, workers=1).files
    assert any(OLDER[target] in str(file.path) for file in files) is (version == "2.0")


@pytest.mark.parametrize(
    ("version", "used"),
    [("1.0", True), ("2.0", True), ("3.0", True), ("4.0", False), ("4.01", False), ("", False)],
)
def test_the_older_wire_is_for_services_that_speak_it(version: str, used: bool) -> None:
    assert (Part.OLDER in parts_of(Surface("/", (), version=version))) is used


def test_what_is_not_used_is_replaced_or_left_out() -> None:
    files = ("always", "match", "older/json", "older/none")
    without: dict[Part, Replacements] = {
        Part.PATTERNS: {"match": "no_match"},
        Part.OLDER: {"older/json": None, "older/none": "none"},
    }
    plain = Surface("/", (), version="4.0")
    assert dict(runtime_sources(files, without, plain)) == {
        "always": "always",
        "match": "no_match",
        "older/none": "none",
    }
    patterned = Types((StructuredType("n.t", properties=(PropertyType("code", CODE),)),))
    all_used = Surface("/", (), patterned, version="2.0")
    assert dict(runtime_sources(files, without, all_used)) == {name: name for name in files}
