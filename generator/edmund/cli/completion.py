"""`edmund completion`, and what the words after options are completed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from edmund.config import find_configuration, load_configuration
from edmund.diagnostics import EdmundError

__all__ = ["complete_clients", "complete_rules", "complete_targets", "completion"]

_SHELLS = ("bash", "zsh", "fish")
_EPILOG = """\b
Examples:
  eval "$(edmund completion bash)"                             in ~/.bashrc
  eval "$(edmund completion zsh)"                              in ~/.zshrc
  edmund completion fish > ~/.config/fish/completions/edmund.fish

Commands, options, targets, configured clients and rules are completed."""

_Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


@click.command(epilog=_EPILOG)
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the script that makes a shell complete the words of the command."""
    made = get_completion_class(shell)
    assert made is not None
    root = click.get_current_context().find_root().command
    click.echo(made(root, {}, "edmund", "_EDMUND_COMPLETE").source(), nl=False)


def _completer(words: Callable[[click.Context], Iterable[str]]) -> _Completer:
    def complete(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        # Pressing a key is no place for messages: what cannot be found out is not offered.
        with suppress(EdmundError, OSError):
            return [CompletionItem(word) for word in words(context) if word.startswith(incomplete)]
        return []

    return complete


def _clients(context: click.Context) -> Iterable[str]:
    given = context.params.get("config")
    found = Path(given) if given else find_configuration(Path.cwd())
    return [client.name for client in load_configuration(found).clients] if found else []


def _targets(context: click.Context) -> Iterable[str]:
    from edmund.api import target_names

    return target_names()


def _rules(context: click.Context) -> Iterable[str]:
    from edmund.api import rules

    return [str(rule["id"]) for rule in rules()]


complete_clients = _completer(_clients)
complete_rules = _completer(_rules)
complete_targets = _completer(_targets)
