"""Code as pages of an official Go SDK print it: header fields of kiota, GUIDs of google/uuid, packages of a slice."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import generated_go
import pytest
from toolchains import needs
from toolchains import toolchain as toolchain_of

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

SCHEMA = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="color"><Member Name="red"/><Member Name="green"/></EnumType>
<EntityType Name="user"><Key><PropertyRef Name="id"/></Key>
 <Property Name="id" Type="Edm.Guid" Nullable="false"/><Property Name="keyId" Type="Edm.Guid"/>
 <NavigationProperty Name="messages" Type="Collection(shop.message)" ContainsTarget="true"/></EntityType>
<EntityType Name="message"><Key><PropertyRef Name="id"/></Key>
 <Property Name="id" Type="Edm.String" Nullable="false"/>
 <NavigationProperty Name="owners" Type="Collection(shop.user)"/></EntityType>
<Action Name="removeKeys" IsBound="true"><Parameter Name="user" Type="shop.user"/>
 <Parameter Name="keyId" Type="Edm.Guid"/><Parameter Name="others" Type="Collection(Edm.Guid)"/></Action>
<Action Name="notify" IsBound="true"><Parameter Name="users" Type="Collection(shop.user)"/>
 <Parameter Name="text" Type="Edm.String"/></Action>
<Function Name="painted" IsBound="true"><Parameter Name="user" Type="shop.user"/>
 <Parameter Name="on" Type="shop.color" Nullable="false"/><Parameter Name="key" Type="Edm.Guid"/>
 <ReturnType Type="Edm.String"/></Function>
<EntityContainer Name="C"><EntitySet Name="users" EntityType="shop.user"/><Singleton Name="me" Type="shop.user"/>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""

# Types of the same kind and the same methods as those of the modules that official SDKs need.
KIOTA = """package abstractions

import "strings"

type RequestHeaders struct{ headers map[string]map[string]struct{} }

func NewRequestHeaders() *RequestHeaders {
	return &RequestHeaders{headers: make(map[string]map[string]struct{})}
}

func (r *RequestHeaders) Add(key string, value string, additionalValues ...string) {
	r.headers[strings.ToLower(key)] = map[string]struct{}{value: {}}
}

func (r *RequestHeaders) Get(key string) []string {
	found := []string{}
	for value := range r.headers[strings.ToLower(key)] {
		found = append(found, value)
	}
	return found
}

func (r *RequestHeaders) ListKeys() []string {
	found := []string{}
	for key := range r.headers {
		found = append(found, key)
	}
	return found
}
"""
UUID = """package uuid

import (
	"encoding/hex"
	"fmt"
	"strings"
)

type UUID [16]byte

func MustParse(text string) UUID {
	octets, err := hex.DecodeString(strings.ReplaceAll(text, "-", ""))
	if err != nil {
		panic(err)
	}
	return UUID(octets)
}

func (u UUID) String() string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

func (u UUID) URN() string { return "urn:uuid:" + u.String() }
"""
PROGRAM = """package main

import (
	"context"
	"encoding/json"
	"os"

	subject "example.com/subject"
	graphmodels "example.com/subject/models"
	"example.com/subject/runtime/odata"
	graphusers "example.com/subject/users"
	"github.com/google/uuid"
	abstractions "github.com/microsoft/kiota-abstractions-go"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	adapter, err := odata.NewRequestAdapter("https://service.example", nil, nil, odata.Options{})
	check(err)
	graphClient := subject.NewCClient(adapter)
	found := []any{}
	tell := func(request *odata.RequestInformation, err error) {
		check(err)
		found = append(found, []any{request.URL, request.Headers["prefer"], string(request.Content)})
	}

	headers := abstractions.NewRequestHeaders()
	headers.Add("Prefer", "outlook.timezone=\\"UTC\\"")
	requestTop := int32(3)
	tell(graphClient.Me().Messages().ToGetRequestInformation(context.Background(), &graphusers.ItemMessagesRequestBuilderGetRequestConfiguration{
		Headers:         headers,
		QueryParameters: &graphusers.ItemMessagesRequestBuilderGetQueryParameters{Top: &requestTop},
	}))

	var none *abstractions.RequestHeaders
	on := "green"
	keyId := uuid.MustParse("0EB255CC-8954-4779-8BA4-18B378255204")
	tell(graphClient.Me().ShopPaintedWithOnWithKey(&keyId, &on).ToGetRequestInformation(context.Background(),
		&odata.RequestConfiguration{Headers: none}))

	requestBody := graphusers.NewItemRemoveKeysPostRequestBody()
	requestBody.SetKeyId(&keyId)
	requestBody.SetOthers(odata.UUIDs([]uuid.UUID{keyId}))
	tell(graphClient.Me().ShopRemoveKeys().ToPostRequestInformation(context.Background(), requestBody, nil))

	user := graphmodels.NewUser()
	own, err := odata.ParseUUID("0eb255cc-8954-4779-8ba4-18b378255204")
	check(err)
	user.SetKeyId(own)
	user.SetId(nil)
	var nobody *uuid.UUID
	user.SetId(nobody)
	text, err := user.MarshalJSON()
	check(err)
	found = append(found, []any{user.GetKeyId().URN(), "", string(text)})
	check(json.NewEncoder(os.Stdout).Encode(found))
}
"""
GUID = "0eb255cc-8954-4779-8ba4-18b378255204"


@pytest.fixture(scope="module")
def sliced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("go-slice")
    (folder / "shop.csdl").write_text(SCHEMA, "utf-8")
    options = ("--names", "kiota", "--include-path", "/me/**")
    generated_go.generate(folder / "out", [str(folder / "shop.csdl")], *options)
    return folder / "out"


def module(folder: Path, path: str, source: str) -> Path:
    folder.mkdir()
    (folder / "go.mod").write_text(f"module {path}\n\ngo 1.22\n", "utf-8")
    (folder / "module.go").write_text(source, "utf-8")
    return folder


def test_types_of_other_modules_fit(sliced: Path, tmp_path: Path) -> None:
    modules = {
        generated_go.MODULE: sliced,
        "github.com/google/uuid": module(tmp_path / "uuid", "github.com/google/uuid", UUID),
        "github.com/microsoft/kiota-abstractions-go": module(
            tmp_path / "kiota", "github.com/microsoft/kiota-abstractions-go", KIOTA
        ),
    }
    program = toolchain_of("go").program(tmp_path / "program", {"main.go": PROGRAM}, modules)
    done = subprocess.run([program], capture_output=True, text=True, timeout=60, check=True)
    listed, painted, removed, user = json.loads(done.stdout)
    assert listed == [
        "https://service.example/me/messages?$top=3",
        'outlook.timezone="UTC"',
        "",
    ]
    assert painted[0] == (
        f"https://service.example/me/shop.painted(on=shop.color'green',key={GUID})"
    )
    assert json.loads(removed[2]) == {"keyId": GUID, "others": [GUID]}
    assert user == [f"urn:uuid:{GUID}", "", f'{{"keyId":"{GUID}","id":null}}']


def test_a_slice_of_the_singleton_has_the_package_of_its_set(sliced: Path) -> None:
    assert (sliced / "users" / "users.go").exists()
    assert not (sliced / "me").exists()


def test_bodies_have_names_eight_segments_deep(tmp_path: Path) -> None:
    types = "".join(
        f'<EntityType Name="t{at}"><Key><PropertyRef Name="id"/></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false"/>'
        f'<NavigationProperty Name="n" Type="Collection(d.t{at + 1})" ContainsTarget="true"/></EntityType>'
        f'<Action Name="go" IsBound="true"><Parameter Name="it" Type="d.t{at}"/>'
        '<Parameter Name="text" Type="Edm.String"/></Action>'
        for at in range(5)
    )
    head, _, tail = SCHEMA.partition('<Schema Namespace="shop"')
    (tmp_path / "deep.csdl").write_text(
        f'{head}<Schema Namespace="d"{tail.partition("<EnumType")[0]}{types}'
        '<EntityType Name="t5"><Key><PropertyRef Name="id"/></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>'
        '<EntityContainer Name="C"><EntitySet Name="a" EntityType="d.t0"/></EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>",
        "utf-8",
    )
    generated_go.generate(tmp_path / "out", [str(tmp_path / "deep.csdl")], "--names", "kiota")
    text = (tmp_path / "out" / "a" / "a.go").read_text("utf-8")
    assert "func NewItemNItemNItemNItemDGoPostRequestBody() *" in text
    assert "NItemNItemNItemNItemDGo" not in text  # longer paths have none
