"""Rendering: text out of views, and a broken template's file and line in the diagnostic."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from edmund.diagnostics import EdmundError
from edmund.render import templates as rendering
from edmund.render.built_in import built_in_template_root
from edmund.render.environment import TemplateSet
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.render.policy import decisions_in
from edmund.render.templates import render_files


@dataclass(frozen=True, slots=True)
class Greeting:
    name: str
    loud: bool = False
    lines: tuple[str, ...] = ()


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TemplateSet:
    built_in = tmp_path / "built-in" / "demo"
    (built_in / "runtime").mkdir(parents=True)
    (built_in / "runtime" / "support.py").write_text("# {{ kept as it is }}\r\n", newline="")
    (built_in / "hello.jinja").write_text("hello {{ view.name }}\n")
    monkeypatch.setattr(
        "edmund.render.environment.built_in_template_root", lambda: tmp_path / "built-in"
    )
    overrides = tmp_path / "own"
    overrides.mkdir()
    return TemplateSet("demo", overrides)


def failure_of(file: GeneratedFile, templates: TemplateSet) -> tuple[str, str, int]:
    with pytest.raises(EdmundError) as caught:
        render_files([file], templates)
    (diagnostic,) = caught.value.diagnostics
    span = diagnostic.span
    return diagnostic.code, Path(span.file).name if span else "", span.line if span else 0


def test_a_view_is_rendered_and_support_code_is_copied(templates: TemplateSet) -> None:
    plain = TemplateSet("demo")
    files: list[GeneratedFile | VerbatimFile] = [
        GeneratedFile("hello.txt", "hello.jinja", Greeting("you")),
        VerbatimFile("support.py", "support.py"),
    ]
    assert [(f.path, f.text) for f in render_files(files, plain)] == [
        ("hello.txt", "hello you\n"),
        ("support.py", "# {{ kept as it is }}\n"),
    ]


def test_template_syntax_in_a_view_is_text(templates: TemplateSet) -> None:
    file = GeneratedFile("a.txt", "hello.jinja", Greeting("{{ 7 * 7 }} {% raw %}"))
    assert render_files([file], templates)[0].text == "hello {{ 7 * 7 }} {% raw %}\n"


def test_a_users_template_wins_and_its_python_is_formatted(templates: TemplateSet) -> None:
    assert templates.overrides is not None
    (templates.overrides / "hello.jinja").write_text("x = { 'a':1 }\n")
    file = GeneratedFile("a.py", "hello.jinja", Greeting("you"))
    assert render_files([file], templates)[0].text == 'x = {"a": 1}\n'


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("fine\n{% if %}\n", "EDM411", 2),
        ("fine\n\n{{ view.nmae }}\n", "EDM412", 3),
        ("fine\n{{ view.name.missing.deeper }}\n", "EDM412", 2),
        ("fine\n{{ other }}\n", "EDM412", 2),
    ],
)
def test_a_broken_template_is_named_with_its_line(
    templates: TemplateSet, text: str, code: str, line: int
) -> None:
    assert templates.overrides is not None
    (templates.overrides / "hello.jinja").write_text(text)
    file = GeneratedFile("a.txt", "hello.jinja", Greeting("you"))
    assert failure_of(file, templates) == (code, "hello.jinja", line)


def test_a_missing_template_and_unparsable_output_are_errors(templates: TemplateSet) -> None:
    assert templates.overrides is not None
    missing = GeneratedFile("a.txt", "absent.jinja", Greeting("you"))
    assert failure_of(missing, templates)[0] == "EDM410"
    (templates.overrides / "hello.jinja").write_text("def (:\n")
    unparsable = GeneratedFile("a.py", "hello.jinja", Greeting("you"))
    assert failure_of(unparsable, templates) == ("EDM414", "hello.jinja", 0)


def test_workers_give_the_same_text_in_the_same_order(
    templates: TemplateSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_PARALLEL_FROM", 10)
    files = [GeneratedFile(f"{n}.txt", "hello.jinja", Greeting(str(n))) for n in range(97)]
    parallel = render_files(files, templates, workers=2)
    assert [(f.path, f.text) for f in parallel] == [(f"{n}.txt", f"hello {n}\n") for n in range(97)]


def test_a_failure_in_a_worker_reaches_the_caller(
    templates: TemplateSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_PARALLEL_FROM", 10)
    files = [GeneratedFile(f"{n}.txt", "hello.jinja", Greeting(str(n))) for n in range(20)]
    files.append(GeneratedFile("bad.txt", "hello.jinja", object()))
    with pytest.raises(EdmundError) as caught:
        render_files(files, templates, workers=2)
    assert caught.value.diagnostics[0].code == "EDM412"


def built_in_templates() -> list[Path]:
    return sorted(built_in_template_root().rglob("*.jinja"))


def test_there_are_built_in_templates() -> None:
    assert built_in_templates()


@pytest.mark.parametrize("path", built_in_templates(), ids=lambda p: "/".join(p.parts[-2:]))
def test_built_in_templates_take_no_decisions(path: Path) -> None:
    assert decisions_in(path.read_text("utf-8"), path.name) == []


@pytest.mark.parametrize(
    "source",
    [
        "{% if view.kind == 'a' %}{% endif %}",
        "{% if view.a and view.b %}{% endif %}",
        "{{ view.n + 1 }}",
        "{{ view.name | upper }}",
        "{{ view.name.upper() }}",
        "{% set x = view.name %}",
        "{% for x in view.items if x.ok %}{% endfor %}",
        "{{ 'a' if view.ok else 'b' }}",
        "{% include view.other %}",
        "{{ view.names[0] }}",
        "{% if view.a is defined %}{% endif %}",
    ],
)
def test_the_policy_sees_every_kind_of_decision(source: str) -> None:
    assert decisions_in(source, "t")


def test_the_policy_allows_what_templates_may_do() -> None:
    source = (
        "{% from 'm.jinja' import doc %}{% macro line(x) %}{{ x.text }}{% endmacro %}"
        "{% for x in view.lines %}{{ line(x) }}{{ doc(x) }}{% if not loop.last %},{% endif %}"
        "{% if x.ok %}a{% else %}b{% endif %}{% endfor %}{% include 'part.jinja' %}"
    )
    assert decisions_in(source, "t") == []
