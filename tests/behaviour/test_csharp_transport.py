"""The C# client's transport: what travels, how long things take, and what a caller learns of an answer."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from behaviour import csharp_harness as harness
from behaviour.service import Answer, Service, json_answer
from toolchains import csharp, needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

ITEM = {"@odata.etag": 'W/"7"', "id": "c1", "displayName": "One"}
EMPTY = json.dumps({"value": []}).encode()

TWO = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<Action Name="act" IsBound="true"><Parameter Name="b" Type="n.Thing"/><Parameter Name="p" Type="Edm.String"/></Action>
<EntityContainer Name="C">%s</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""


@pytest.fixture(scope="module")
def program() -> Iterator[harness.Program]:
    path, library, own = harness.built()
    assert (library, own) == ([], [])
    with harness.Program(path) as running:
        yield running


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as made:
        yield made


@pytest.mark.parametrize(
    ("start", "part"),
    [("ftp://h/", "?token"), ("", "a."), ("ftp://h/", "bearer "), ("x:", ";key&"), ("", "a://")],
)
def test_masking_takes_linear_time(start: str, part: str, program: harness.Program) -> None:
    found = program.ask(
        "masking time", "http://127.0.0.1:9/v1.0", start=start, part=part, times="100000"
    )
    assert found["result"]["ElapsedMilliseconds"] < 2000
    assert len(found["result"]["Message"]) < 1000


def test_text_of_the_service_is_cleaned(program: harness.Program, service: Service) -> None:
    code = "bad\r\n\u001b[31m\u2028\u202e\u2066x"
    service.answers.append(json_answer({"error": {"code": code, "message": code * 200}}, 400))
    found = program.ask("listed", service.root)
    assert not set("\r\n\u001b\u2028\u202e\u2066") & set(found["message"])
    assert len(found["message"]) < 2000


def test_members_of_one_name_are_told(program: harness.Program, service: Service) -> None:
    service.answers.append(Answer(200, b'{"value":[{"id":"1","id":"2"}]}'))
    found = program.ask("listed", service.root)
    assert found["error"] == "UnexpectedAnswerException"
    assert "several members of one name" in found["message"]


@pytest.mark.parametrize(
    "behind", [b"x", b"\0" * 4096, gzip.compress(b" " * 1000, mtime=0), b"x" * 2**20]
)
def test_what_follows_a_compressed_answer_is_refused(
    behind: bytes, program: harness.Program, service: Service
) -> None:
    body = gzip.compress(EMPTY) + behind
    service.answers.append(Answer(200, body, {"Content-Encoding": "gzip"}))
    assert program.ask("listed", service.root)["error"] == "UnexpectedAnswerException"


def test_headers_that_every_request_has(program: harness.Program, service: Service) -> None:
    program.ask("create", service.root)
    program.ask("listed", service.root)
    created, listed = service.received[-2:]
    for sent in (created, listed):
        assert sent.headers["odata-maxversion"] == "4.01"
        assert sent.headers["user-agent"] == "Microsoft.Graph/0.1.0 edmund-csharp"
    assert created.headers["odata-version"] == "4.01"
    assert "odata-version" not in listed.headers
    program.ask("header", service.root, name="User-Agent", value="mine")
    assert service.received[-1].headers["user-agent"] == "mine"


def test_send_gives_status_and_headers(program: harness.Program, service: Service) -> None:
    fields = {"ETag": 'W/"7"', "request-id": "r1", "X-Any": "any", "OData-EntityId": "e1"}
    service.answers.append(Answer(200, json.dumps(ITEM).encode(), fields))
    found = program.ask("send", service.root, key="c1")["result"]
    assert found == {
        "Status": 200,
        "DisplayName": "One",
        "Location": None,
        "ETag": 'W/"7"',
        "EntityId": "e1",
        "RequestId": "r1",
        "any": "any",
    }


def test_not_modified_is_no_error(program: harness.Program, service: Service) -> None:
    service.answers += [Answer(304), Answer(304)]
    found = program.ask("send", service.root, key="c1")["result"]
    assert (found["Status"], found["DisplayName"]) == (304, None)
    assert program.ask("not modified", service.root, key="c1") == {"result": None}


READ = {
    "@odata.context": "https://h.example/$metadata#x",
    "@odata.etag": 'W/"7"',
    "id": "c1",
    "displayName": "One",
    "targetUrl": "https://h.example/a",
    "authenticationConfiguration": {
        "@odata.type": "#microsoft.graph.basicAuthentication",
        "username": "u",
        "password": "old",
        "more": [1.50],
    },
}


@pytest.mark.parametrize(
    ("what", "sent"),
    [
        ("nothing", b"{}"),
        ("name", b'{"displayName":"Two"}'),
        ("null", b'{"displayName":null,"more":1}'),
        (
            "inside",
            b'{"authenticationConfiguration":{"@odata.type":"#microsoft.graph.basicAuthentication",'
            b'"username":"u","password":"new","more":[1.5]}}',
        ),
        (
            "unset inside",
            b'{"authenticationConfiguration":{"@odata.type":"#microsoft.graph.basicAuthentication",'
            b'"username":"u","more":[1.5]}}',
        ),
    ],
)
def test_an_update_sends_what_was_changed_since(
    what: str, sent: bytes, program: harness.Program, service: Service
) -> None:
    service.answers += [json_answer(READ), Answer(204)]
    assert program.ask("change", service.root, what=what) == {"result": 'W/"7"'}
    assert service.received[-1].body == sent
    assert service.received[-1].headers["if-match"] == 'W/"7"'


def test_an_update_sends_all_on_demand(program: harness.Program, service: Service) -> None:
    service.answers += [json_answer(READ), Answer(204)]
    program.ask("change", service.root, what="name", whole="yes")
    whole = {**READ, "displayName": "Two"}
    del whole["id"]  # which no update can write
    assert service.received[-1].json == whole


def test_links_to_what_is_there(program: harness.Program) -> None:
    root = "http://127.0.0.1:9/v1.0"
    urls = [f"{root}/identity/apiConnectors/{key}" for key in ("c1", "c2")]
    found = program.ask("bind", root)["result"]
    assert json.loads(found) == {"apiConnectors@odata.bind": urls}
    assert program.ask("bind, no navigation", root)["error"] == "ArgumentException"


def test_groups_and_what_waits_for_them_go_in_one_batch(
    program: harness.Program, service: Service
) -> None:
    answered = [
        {"id": "g", "status": 409, "body": {"error": {"code": "x", "message": "y"}}},
        {"id": "21", "status": 200, "headers": {"content-type": "text/plain"}, "body": "5"},
    ]
    service.answers += [json_answer({"responses": answered}), json_answer({"responses": []})]
    found = program.ask("grouped batch", service.root)
    assert found == {"result": ["409", "409", "5"]}
    first, second = (sent.json["requests"] for sent in service.received)
    # 1, 19, 20 and 21 hang together; 2 to 17 fill the first batch up.
    assert [item["id"] for item in first] == [*map(str, range(1, 18)), "19", "20", "21"]
    assert [item["id"] for item in second] == ["18", "22"]
    told = [(item.get("atomicityGroup"), item.get("dependsOn")) for item in first[-3:]]
    assert told == [("g", None), ("g", ["19"]), (None, ["g", "1"])]


@pytest.mark.parametrize("wrong", ["g", "99", "x", "0"])
def test_a_batch_refuses_what_cannot_be(wrong: str, program: harness.Program) -> None:
    found = program.ask("grouped batch", "http://127.0.0.1:9/v1.0", wrong=wrong)
    assert found["error"] == "ArgumentException"


def test_polling_follows_location(program: harness.Program, service: Service) -> None:
    pending = Answer(202, b"", {"Location": "/v1.0/operations/1", "Retry-After": "0"})
    service.answers += [pending, pending, json_answer(ITEM)]
    found = program.ask("poll", service.root, limit="20")["result"]
    assert found == {"before": 202, "after": 200, "DisplayName": "One"}
    assert [sent.method for sent in service.received[-3:]] == ["POST", "GET", "GET"]
    assert service.received[-1].target == "/v1.0/operations/1"


def test_polling_ends_and_stays_at_home(program: harness.Program, service: Service) -> None:
    service.answers.append(Answer(202, b"", {"Location": "/v1.0/operations/1"}))
    assert program.ask("poll", service.root, limit="0.2")["error"] == "RequestTimedOutException"
    service.answers.append(Answer(202, b"", {"Location": "https://other.example/1"}))
    assert program.ask("poll", service.root, limit="5")["error"] == "UnsafeUrlException"
    service.answers.append(Answer(202))
    assert program.ask("poll", service.root, limit="5")["error"] == "UnexpectedAnswerException"


@pytest.mark.parametrize(
    ("context", "link", "target"),
    [
        ("$metadata#things", "page?$skip=1", "/v1.0/identity/page?$skip=1"),
        ("../$metadata#things", "page?$skip=1", "/v1.0/page?$skip=1"),
        ("/v1.0/$metadata", "page", "/v1.0/page"),
        (None, "page", "/v1.0/identity/page"),
        (None, "?$skip=1", "/v1.0/identity/apiConnectors?$skip=1"),
    ],
)
def test_relative_links(
    context: str | None, link: str, target: str, program: harness.Program, service: Service
) -> None:
    page = {"value": [ITEM], "@odata.nextLink": link}
    if context is not None:
        page["@odata.context"] = context
    service.answers += [json_answer(page), Answer(200, EMPTY)]
    assert "error" not in program.ask("iterated", service.root)
    assert service.received[-1].target == target


def test_a_context_elsewhere_leads_nowhere(program: harness.Program, service: Service) -> None:
    page = {
        "value": [],
        "@odata.context": "https://other.example/$metadata",
        "@odata.nextLink": "p",
    }
    service.answers.append(json_answer(page))
    assert program.ask("iterated", service.root)["error"] == "UnsafeUrlException"


def test_parallel_calls_ask_for_one_token(program: harness.Program, service: Service) -> None:
    assert program.ask("many at once", service.root)["result"] == 1


def test_what_is_wrong_is_found_in_the_task(program: harness.Program, service: Service) -> None:
    assert program.ask("invalid, not awaited", service.root)["result"] is True


def test_silence_within_an_answer_ends_it(program: harness.Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def serve() -> None:
            with server.accept()[0] as connection:
                connection.recv(65536)
                connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"val')
                connection.settimeout(60)
                connection.recv(1)  # until the client hangs up

        threading.Thread(target=serve, daemon=True).start()
        begun = time.monotonic()
        found = program.ask("idle", f"http://127.0.0.1:{port}/v1.0")
        assert found["error"] == "RequestTimedOutException"
        assert time.monotonic() - begun < 40


def test_plain_http_is_for_who_asks(program: harness.Program) -> None:
    def made(**given: str) -> bool:
        found = program.ask("plain http", "http://127.0.0.1:9/v1.0", **given)
        return bool(found.get("result") == "made")

    assert not made()
    assert not made(credential="1")
    assert made(http="1")
    assert not made(http="1", credential="1")
    assert not made(token="1", credential="1")
    assert made(http="1", credential="1", token="1")
    for within in ({}, {"batch": "1"}):
        own = [
            program.ask("own token", "http://127.0.0.1:9", **within, **more)
            for more in ({}, {"token": "1"})
        ]
        errors = [found["error"] for found in own]
        assert errors == ["UnsafeUrlException", "ConnectionFailedException"]


@pytest.mark.parametrize("names", [("userList", "userlist"), ("_",), ("_", "__")])
def test_sets_with_awkward_names_compile(names: tuple[str, ...]) -> None:
    folder = harness.folder()
    sets = "".join(f'<EntitySet Name="{name}" EntityType="n.Thing"/>' for name in names)
    (folder / "service.csdl").write_text(TWO % sets, encoding="utf-8")
    output = harness.generate(
        folder / "out", folder / "service.csdl", package="Awkward", client="Client"
    )
    assert csharp.compiled(csharp.Compilation(folder / "Awkward.dll", [output], doc=True)) == [[]]


def test_the_project_says_what_registries_ask_for(tmp_path: Path) -> None:
    (tmp_path / "service.csdl").write_text(TWO % "", encoding="utf-8")
    (tmp_path / "edmund.toml").write_text(
        '[clients.x]\nmetadata = ["service.csdl"]\ntarget = "csharp"\npackage = "Shop"\noutput = "out"\n'
        '[clients.x.settings]\nauthors = "A & B"\nlicense = "MIT"\nrepository = "https://host.example/r"\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "edmund", "generate", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    project = ElementTree.parse(tmp_path / "out" / "Shop.csproj")
    found = {item.tag: item.text for item in project.iterfind("PropertyGroup/*")}
    assert found["Authors"] == "A & B"
    assert found["PackageLicenseExpression"] == "MIT"
    assert found["RepositoryUrl"] == "https://host.example/r"
    assert found["PublishRepositoryUrl"] == "true"
    assert found["Description"]
    assert "PackageTags" not in found
