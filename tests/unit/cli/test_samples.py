"""`edmund samples`: what is said, where it goes, and with which exit code."""

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import edmund

ROOT = Path(__file__).resolve().parents[3]
SHOP = ROOT / "tests" / "unit" / "samples" / "shop.csdl"
EXAMPLES = ROOT / "tests" / "unit" / "samples" / "shop.http"
OWN = ROOT / "metadata" / "examples" / "identity-api-connectors.http"


def given(tmp_path: Path, text: str, name: str = "example.http") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def test_the_examples_of_this_repository_are_right() -> None:
    run = edmund(ROOT, "samples", "--check", str(OWN))
    assert run.code == 0, run.err
    assert "7 examples checked, 0 errors" in run.out


def test_a_sample_goes_to_standard_output(tmp_path: Path) -> None:
    example = given(tmp_path, "GET /Orders(7)\n")
    run = edmund(
        tmp_path, "samples", "-m", str(SHOP), example, "--language", "python", "-p", "shop"
    )
    assert run.code == 0, run.err
    assert "client.orders.by_number(7).get()" in run.out
    compile(run.out, "sample.py", "exec")


def test_samples_go_to_a_folder_one_file_for_each(tmp_path: Path) -> None:
    run = edmund(
        tmp_path,
        "samples",
        "-m",
        str(SHOP),
        str(EXAMPLES),
        "-l",
        "python",
        "-o",
        str(tmp_path / "out"),
    )
    assert run.code == 0, run.err
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(files) == 17
    assert "write-stream.py" in files


def test_findings_of_a_check_exit_with_1(tmp_path: Path) -> None:
    wrong = given(tmp_path, "GET /Orders?$top=x\n")
    run = edmund(tmp_path, "samples", "--check", "-m", str(SHOP), wrong)
    assert run.code == 1
    assert "example.http:1:1: error[EDM945]" in run.err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GET /Nowhere\n", "EDM943"),
        ('PATCH /Orders(1)\n\n{"Note": 1}\n', "wrong-type"),
        ("<html></html>\n", "EDM941"),
        ("", "EDM940"),
    ],
)
def test_an_example_without_a_sample_exits_with_2(tmp_path: Path, text: str, code: str) -> None:
    wrong = given(tmp_path, text)
    run = edmund(tmp_path, "samples", "-m", str(SHOP), wrong, "-l", "python")
    assert run.code == 2
    assert f"error[{code}]" in run.err
    assert "Traceback" not in run.err


def test_the_others_are_written_beside_one_that_is_wrong(tmp_path: Path) -> None:
    example = given(tmp_path, "GET /Nowhere\n###\nGET /Orders\n")
    run = edmund(tmp_path, "samples", "-m", str(SHOP), example, "-l", "python", "--json")
    assert run.code == 2
    document = json.loads(run.out)
    assert [each["language"] for each in document["samples"]] == ["python"]
    assert [each["code"] for each in document["diagnostics"]] == ["EDM943"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "which examples?"),
        (("x.http",), "give --language"),
        (("x.http", "-l", "python,python", "-p", "shop"), "goes with one language"),
        (("missing.http", "-l", "python"), "error[EDM608]"),
        ((str(EXAMPLES), "-l", "pyhton", "-m", str(SHOP)), "did you mean 'python'?"),
    ],
)
def test_a_wrong_call_is_told(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    run = edmund(tmp_path, "samples", *arguments)
    assert run.code == 2
    assert said in run.err


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    blocked = given(tmp_path, "GET /Orders\n")
    run = edmund(tmp_path, "samples", "-m", str(SHOP), blocked, "-l", "python", "-o", blocked)
    assert run.code == 2
    assert "error[EDM955]" in run.err


OPENAPI = ROOT / "tests" / "vectors" / "http" / "shop.openapi.yaml"


def test_a_call_of_an_openapi_description_is_a_program(tmp_path: Path) -> None:
    call = ("samples", "-m", str(OPENAPI), "--call", "POST /login", "-l", "python")
    run = edmund(tmp_path, *call)
    assert run.code == 0, run.err
    assert "client.login.post(body)" in run.out
    compile(run.out, "sample.py", "exec")


def test_examples_of_an_openapi_description_are_checked(tmp_path: Path) -> None:
    right = given(tmp_path, "GET /pets?limit=1\n")
    run = edmund(tmp_path, "samples", "-m", str(OPENAPI), "--check", right)
    assert run.code == 0, run.err
    wrong = given(tmp_path, "GET /pets?limit=many\n")
    run = edmund(tmp_path, "samples", "-m", str(OPENAPI), "--check", wrong)
    assert run.code == 1 and "EDM946" in run.err


def test_a_description_without_examples_asks_for_some(tmp_path: Path) -> None:
    run = edmund(tmp_path, "samples", "-m", str(OPENAPI), "--check")
    assert run.code == 2 and "which examples?" in run.err


def test_pages_of_an_openapi_description_show_samples(tmp_path: Path) -> None:
    example = given(tmp_path, "### Long\n# @title The first two\nGET /pets?limit=2\n")
    docs = ("docs", "-m", str(OPENAPI), example, "--call", "GET /pets", "-l", "python")
    run = edmund(tmp_path, *docs, "--overlay", "samples.json")
    assert run.code == 0, run.err
    assert "client.pets.iterate(limit=2)" in run.out
    overlay = json.loads((tmp_path / "samples.json").read_text("utf-8"))
    targets = {each["target"]: each["update"]["x-codeSamples"] for each in overlay["actions"]}
    assert "$.paths['/search'].query" in targets
    assert "limit=2" in targets["$.paths['/pets'].get"][0]["source"]
