"""C# names: those of the official SDK, identifiers whatever the schema says, apart from what the runtime has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.plan.runtime_parts import Part
from edmund.render.sections import without_sections
from edmund.surface.elements import Surface
from edmund.surface.types import StructuredType, Types
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.layout import lay_out
from edmund.targets.csharp.names import (
    BUILDER_MEMBERS,
    LIBRARY_WORDS,
    MODEL_MEMBERS,
    class_name,
    enum_member_name,
    file_stem,
    member_name,
    namespace_name,
    parameter_name,
    segment_name,
)
from edmund.targets.csharp.option_checks import check_options
from edmund.targets.csharp.runtime_files import (
    HTTP_RUNTIME_FILES,
    RUNTIME_FILES,
    WITHOUT_PARTS,
    sections_of,
)
from edmund.targets.csharp.runtime_types import OF_HTTP, OF_ODATA, OF_PARTS

RUNTIME = Path(__file__).resolve().parents[3] / "templates" / "csharp" / "runtime"


def read(name: str) -> str:
    return (RUNTIME / name).read_text("utf-8")


# As clients have them that use no part.
SOURCES = {
    path.name: without_sections(read(path.name), frozenset()) for path in RUNTIME.glob("*.cs")
}
PART_SOURCES = {
    f"{path.parent.name}/{path.name}": path.read_text("utf-8")
    for folder in ("older", "multipart")
    for path in RUNTIME.glob(f"{folder}/*.cs")
}
HTTP_SOURCES = {path.name: path.read_text("utf-8") for path in RUNTIME.glob("http/*.cs")}
NAMESPACE = re.compile(r"^namespace EdmundRuntime([\w.]*);", re.MULTILINE)
DECLARED = re.compile(
    r"^(?:public|internal)[\w ]*?\b(?:class|record struct|struct|record|enum|interface) (\w+)(?:<([^>]*)>)?",
    re.MULTILINE,
)
MEMBER = re.compile(
    r"^    (?:public|internal|private protected)(?: (?:static|abstract|override))* [^(=;{]*?(\w+)(?:<[\w, ]+>)?"
    r"(?:\(| =>|\n    \{| \{|;)",
    re.MULTILINE,
)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("user", "User"),
        ("file", "FileObject"),
        ("dayOfWeek", "DayOfWeekObject"),
        ("pkcs12Certificate", "Pkcs12Certificate"),
        ("_x", "_x"),
        ("1st", "_1st"),
    ],
)
def test_classes(name: str, made: str) -> None:
    assert class_name(name) == made


def test_members() -> None:
    assert member_name("displayName", "User") == "DisplayName"
    assert member_name("extension_x_y", "User") == "ExtensionXY"
    assert member_name("status", "Status") == "StatusProp"
    assert member_name("toJson", "User") == "ToJsonProperty"
    assert enum_member_name("text", "BodyType") == "Text"
    assert enum_member_name("status", "Status") == "StatusValue"
    assert segment_name("alerts_v2") == "Alerts_v2"
    assert namespace_name("callRecords") == "CallRecords"
    assert parameter_name("class") == "@class"
    assert file_stem("Aux") == "Aux_"
    assert len(file_stem("x" * 300)) <= 80


@given(st.text(min_size=1))
def test_any_name_gives_an_identifier(name: str) -> None:
    makers = (class_name, member_name, enum_member_name, segment_name, namespace_name)
    for made in (make(name) for make in makers):
        assert made
        assert not made[0].isdecimal()
        for character in made:
            category = unicodedata.category(character)
            assert character == "_" or category[0] in "LMN" or category == "Pc", ascii(made)
            assert ord(character) < 0x10000


def declared(sources: Mapping[str, str]) -> set[tuple[str, str]]:
    """The types that sources declare, each with the namespace below the package."""
    return {
        (
            match[1] + (f"`{match[2].count(',') + 1}" if match[2] else ""),
            NAMESPACE.findall(text)[0].removeprefix("."),
        )
        for text in sources.values()
        for match in DECLARED.finditer(text)
    }


def test_the_runtime_is_listed() -> None:
    stand_ins = {source for source in WITHOUT_PARTS[Part.PATTERNS].values() if source is not None}
    assert {*RUNTIME_FILES.values(), *stand_ins} == {*SOURCES, *PART_SOURCES}
    sources = {name: text for name, text in SOURCES.items() if name != "ODataError.cs"}
    assert declared(sources) == set(OF_ODATA.items())
    everything = {**sources, **PART_SOURCES}
    parts = frozenset(OF_PARTS)
    texts = {name: without_sections(read(name), sections_of(parts)) for name in everything}
    of_parts = {pair for types in OF_PARTS.values() for pair in types.items()}
    assert declared(texts) == {*OF_ODATA.items(), *of_parts}


def test_the_runtime_of_other_services_is_listed() -> None:
    own = {f"http/{name}" for name in HTTP_SOURCES}
    assert own == {name for name in HTTP_RUNTIME_FILES.values() if "/" in name}
    sources = {name: HTTP_SOURCES.get(name, SOURCES.get(name, "")) for name in HTTP_RUNTIME_FILES}
    assert declared(sources) == set(OF_HTTP.items())


def test_members_of_the_runtime_are_listed() -> None:
    model = "".join(SOURCES[name] for name in ("Model.cs", "ModelMembers.cs", "ModelOData.cs"))
    model += HTTP_SOURCES["ModelTyped.cs"]
    own = {"DecodeException", "Model"}
    assert set(MEMBER.findall(model.partition("public abstract partial class Model")[2])) - own <= (
        MODEL_MEMBERS
    )
    for source in (SOURCES, HTTP_SOURCES):
        builder = source["RequestBuilder.cs"].partition("public abstract class RequestBuilder")[2]
        assert set(MEMBER.findall(builder)) - {"RequestBuilder"} <= BUILDER_MEMBERS


def test_no_word_of_the_library_is_a_namespace_beside_the_runtime() -> None:
    """A path's namespace (`Package.Groups`) must not hide what the runtime means by a name of the library."""
    for name in ("Encoding", "Regex", "Group", "Uri", "HttpClient", "KeyValuePair", "Enumerable"):
        assert name in LIBRARY_WORDS


@pytest.mark.parametrize(
    "package", ["a b", "1a", "class", "a.", "a..b", "System.Text", "x" * 90, "ä"]
)
def test_packages_that_csharp_does_not_take(package: str) -> None:
    assert [wrong.key for wrong in check_options(TargetOptions(package))] == ["package"]


@pytest.mark.parametrize("client", ["a b", "class", "Models", "Graph", "1"])
def test_clients_that_csharp_does_not_take(client: str) -> None:
    options = TargetOptions("Microsoft.Graph", client)
    assert [wrong.key for wrong in check_options(options)] == ["client"]


def test_names_that_csharp_takes() -> None:
    assert not list(check_options(TargetOptions("Microsoft.Graph", "GraphServiceClient")))


def test_types_with_and_without_a_namespace() -> None:
    """Names of schemas may have dots: a type without any is in the namespace of models itself."""
    types = ("Pet", "api.v1.Pet", f"api.{'long_part.' * 12}Pet")
    surface = Surface("/", (), Types(tuple(map(StructuredType, types))), version="")
    places = lay_out(surface).places
    assert (places["Pet"].namespace, places["Pet"].path) == ("", "Pet.cs")
    assert (places["api.v1.Pet"].namespace, places["api.v1.Pet"].path) == (
        "Api.V1",
        "Api/V1/Pet.cs",
    )
    assert len(places[types[2]].path) < 112
    assert "/" not in places[types[2]].path
