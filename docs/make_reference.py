"""Writes docs/reference/: pages made from the tables that the code itself checks by.

python docs/make_reference.py            writes the pages
python docs/make_reference.py --check    exits with 1 when one of them is out of date
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
import jinja2

from edmund import api
from edmund.cli.group import edmund
from edmund.codes import CODES, GROUPS
from edmund.config.keys import NAMES, TABLES, Key, Kind
from edmund.config.load import SHORT_NAMES
from edmund.frontends.json_schema import SCHEMA_RULES
from edmund.plan.policies import QUESTIONS
from edmund.render.environment import TemplateSet
from edmund.review.explain import rule_records
from edmund.targets.registry import OWN_TARGETS, TARGETS
from edmund.validation.rules import RULES

FOLDER = Path(__file__).resolve().parent / "reference"
_NOTE = "<!-- Made by docs/make_reference.py from the code: change it there, then `make docs`. -->"
_EXAMPLES: Mapping[str, str] = {
    "clients": "[clients.msgraph]",
    "slices": "[slices.mail]",
    "profiles": "[profiles.graph]",
    "sources": "[sources.graph]",
    "review": "[review]",
}


def pages() -> dict[str, str]:
    """The text of each page, by file name."""
    makers = {
        "configuration.md": _configuration(),
        "review-rules.md": _review_rules(),
        "diagnostics.md": _diagnostics(),
        "validation-rules.md": _validation_rules(),
        "python-api.md": _python_api(),
        "commands.md": _commands(),
        "templates.md": _templates(),
        "policies.md": _policies(),
    }
    return {name: "\n".join(lines) + "\n" for name, lines in makers.items()}


def _configuration() -> Iterator[str]:
    yield from ("# Configuration", "", _NOTE, "")
    yield "`edmund.toml`, or the same below `[tool.edmund]` in `pyproject.toml`. Paths are relative to"
    yield "the file. Unknown keys are errors. `edmund config show` says what is in effect and where it"
    yield "comes from; `edmund config schema` prints a JSON Schema for editors."
    for name, (keys, meaning) in TABLES.items():
        yield from ("", f"## `{_EXAMPLES[name]}`", "", meaning, "")
        yield from ("| key | value | meaning |", "|---|---|---|")
        for key, what in keys.items():
            yield f"| `{key}` | {_value(what)} | {_cell(what.meaning)} |"
    yield from ("", "## `[names]`", "", NAMES)
    yield from ("", "## Settings of the targets", "")
    yield from ("| target | setting | meaning |", "|---|---|---|")
    targets = [TARGETS[name] for name in OWN_TARGETS]
    for target in targets:
        for setting, text in target.settings.items():
            yield f"| `{target.name}` | `{setting}` | {_cell(text)} |"
    yield from (f"| `{t.name}` | none | |" for t in targets if not t.settings)
    yield from ("", "## Short names of sources", "", "| name | URL |", "|---|---|")
    for short, url in SHORT_NAMES.items():
        yield f"| `{short}` | `{url}` |"


def _value(key: Key) -> str:
    if key.choices:
        return ", ".join(f"`{choice}`" for choice in key.choices)
    if key.kind is Kind.SEVERITIES:
        return "table of `breaking`, `warning`, `info`, `none` by rule"
    return key.kind.value


def _review_rules() -> Iterator[str]:
    yield from ("# Review rules", "", _NOTE, "")
    yield "Severities are for the wire (a client that talks JSON and URLs) and for source (code that"
    yield "calls a generated client). Where they depend on use, each direction has its own: what the"
    yield "service reads (request), what it answers (response), what is part of a URL (url)."
    category = None
    for rule in rule_records():
        if rule["category"] != category:
            category = rule["category"]
            yield from ("", f"## {category}")
        yield from ("", f"### `{rule['id']}`", "", _cell(str(rule["purpose"])), "")
        yield from (_cell(str(rule["why"])), "")
        yield from _severities(rule["severities"])
        if rule["kind"] != rule["id"]:
            yield f"- Umbrella: `{rule['kind']}`"
        if rule["mirror"]:
            yield f"- The other way round: `{rule['mirror']}`"


def _severities(severities: object) -> Iterator[str]:
    assert isinstance(severities, Mapping)
    said = {word: f"{s['wire']} / {s['source']}" for word, s in severities.items()}
    if len(set(said.values())) == 1:
        yield f"- Wire / source: {next(iter(said.values()))} ({', '.join(said)})"
    else:
        for word, text in said.items():
            yield f"- Wire / source, {word}: {text}"


def _diagnostics() -> Iterator[str]:
    yield from ("# Diagnostics", "", _NOTE, "")
    yield "Every message carries one of these codes. A code is never reused. What stops a run is an"
    yield "error; the message says what, where, and often what to do."
    for first, title in GROUPS.items():
        yield from ("", f"## EDM{first}xx: {title}", "", "| code | meaning |", "|---|---|")
        for code, meaning in CODES.items():
            if code[3] == first:
                yield f"| `{code}` | {_cell(meaning)} |"


def _validation_rules() -> Iterator[str]:
    yield from ("# Validation rules", "", _NOTE, "")
    yield "What `edmund validate`, `edmund.api.validate` and the generated clients check. An error keeps"
    yield "a request from being sent, a warning does not. Messages never repeat a value of the payload."
    yield from ("", "| code | severity | what it asks for |", "|---|---|---|")
    for rule in RULES:
        yield f"| `{rule.code}` | {rule.severity.value} | {_cell(rule.summary)} |"
    yield from ("", "## JSON Schema", "")
    yield "What `edmund validate` and `edmund.api.validate_json` check by a JSON Schema; all are errors."
    yield from ("", "| code | what it asks for |", "|---|---|")
    yield from (f"| `{rule.code}` | {_cell(rule.summary)} |" for rule in SCHEMA_RULES)


def _python_api() -> Iterator[str]:
    yield from ("# Python API", "", _NOTE, "")
    yield "`edmund.api` does all that the command does, without printing and without exits. What cannot"
    yield "be done raises `EdmundError`: its `diagnostics` have code, severity, message, place and hint,"
    yield "and its text is the errors, one a line."
    functions = {n: v for n in api.__all__ if inspect.isfunction(v := getattr(api, n))}
    for name, function in functions.items():
        yield from ("", f"## `{name}`", "", "```python", *_signature(name, function), "```", "")
        yield inspect.getdoc(function) or ""
    yield from ("", "## Values", "", "| name | what it is |", "|---|---|")
    for name in api.__all__:
        value = getattr(api, name)
        if inspect.isclass(value):
            yield f"| `{name}` | {_cell((inspect.getdoc(value) or '').partition(chr(10) * 2)[0])} |"


def _signature(name: str, function: Callable[..., object]) -> Iterator[str]:
    """As in source: annotations are texts already, defaults that are functions are their names."""
    yield f"def {name}("
    star = False
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.VAR_POSITIONAL:
            star = True
        elif parameter.kind is parameter.KEYWORD_ONLY and not star:
            star = True
            yield "    *,"
        prefix = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        text = f"{prefix}{parameter.name}: {parameter.annotation}"
        if parameter.default is not parameter.empty:
            plain = isinstance(parameter.default, str | int | bool | tuple | None)
            text += f" = {parameter.default!r}" if plain else " = ..."
        yield f"    {text},"
    yield f") -> {inspect.signature(function).return_annotation}"


def _commands() -> Iterator[str]:
    yield from ("# Commands", "", _NOTE, "")
    yield "What `edmund COMMAND --help` says. Exit codes are 0 for fine, 1 for findings, 2 for wrong usage or bad input."
    root = click.Context(edmund, info_name="edmund")
    for name in edmund.list_commands(root):
        yield from _command(edmund.get_command(root, name), root, name)


def _command(command: click.Command | None, parent: click.Context, name: str) -> Iterator[str]:
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100)
    yield from ("", f"## `{context.command_path}`", "", "```text")
    yield from (line.rstrip() for line in command.get_help(context).splitlines())
    yield "```"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            yield from _command(command.get_command(context, each), context, each)


def _templates() -> Iterator[str]:
    yield from ("# Templates", "", _NOTE, "")
    yield 'With `templates = "my-templates"` a file of the same name there wins over the one listed here: `client/README.md.jinja`,'
    yield "not `python/client/README.md.jinja`. A template has one variable, `view`; its fields are final text, numbers, truth values and"
    yield "views of their own, so a template has nothing to decide or escape. Files below `runtime/` are copied as they are."
    for target in OWN_TARGETS:
        templates = TemplateSet(target)
        (folder,) = templates.roots
        yield from ("", f"## {target}", "", "| template | fields of `view` |", "|---|---|")
        for path in sorted(folder.rglob("*.jinja")):
            tree = templates.environment.parse(path.read_text("utf-8"))
            fields = ", ".join(f"`{field}`" for field in _fields(tree))
            yield f"| `{path.relative_to(folder).as_posix()}` | {fields} |"


def _policies() -> Iterator[str]:
    yield from ("# Where languages differ", "", _NOTE, "")
    yield "What a client offers is decided once for all languages. These are the differences that are meant; another"
    yield "one is a fault, and so is a difference in what goes over the wire."
    yield from ("", f"| | {' | '.join(OWN_TARGETS)} |", f"|---|{'---|' * len(OWN_TARGETS)}")
    for question in QUESTIONS:
        answers = [getattr(TARGETS[target].policies, question.field) for target in OWN_TARGETS]
        yield f"| {question.text} | {' | '.join(answer.value for answer in answers)} |"
    for question in QUESTIONS:
        yield from ("", f"{question.text}: {question.reason}")


def _fields(tree: jinja2.nodes.Template) -> list[str]:
    """The fields of `view` that a template prints or goes through."""
    found = (
        node.attr
        for node in tree.find_all(jinja2.nodes.Getattr)
        if isinstance(node.node, jinja2.nodes.Name) and node.node.name == "view"
    )
    return sorted(set(found))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check say which of them would change."""
    stale = [
        name
        for name, text in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != text
    ]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name} is out of date: run `make docs`")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for name in stale:
        (FOLDER / name).write_text(made[name], encoding="utf-8", newline="\n")
        print(f"wrote docs/reference/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
