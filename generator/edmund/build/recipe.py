"""From a client of the configuration to what the pipeline is told, with the target's own checks."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from edmund.build.given_names import given_names
from edmund.config import Client
from edmund.config.trust import OWNERS_VARIABLE, distrust
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.plan.servers import url_fault
from edmund.plan.shape import Shape
from edmund.plan.style import NameStyle
from edmund.suggestions import suggestion
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

__all__ = ["check_odata", "check_templates", "target_options"]


def target_options(client: Client) -> TargetOptions:
    """The options of the target, with the names that somebody chose and those that edmund.lock keeps.

    Raises EdmundError (EDM606, EDM604) at the key's place, and for a lock that cannot be read.
    """
    target = TARGETS.get(client.target)
    if target is None:
        hint = suggestion(client.target, TARGETS) or f"there are: {', '.join(sorted(TARGETS))}"
        raise _failed("EDM606", f"there is no target '{client.target}'", client, "target", hint)
    for name in client.settings:
        if name not in target.settings:
            there = ", ".join(sorted(target.settings)) or "none"
            hint = suggestion(name, target.settings) or f"settings of this target: {there}"
            message = f"target '{target.name}' has no setting '{name}'"
            raise _failed("EDM603", message, client, "settings", hint)
    shape = Shape.PATHS if client.shape is None else Shape(client.shape)
    if shape not in target.shapes:
        able = [name for name in TARGETS if shape in TARGETS[name].shapes]
        those = f"those in {', '.join(able)} have" if able else None
        message = f"clients in {target.name} do not have the shape '{shape.value}' yet"
        raise _failed("EDM604", message, client, "shape", those)
    style = None if client.names is None else NameStyle(client.names)
    options = TargetOptions(
        client.package,
        client.client,
        client.base_url,
        client.settings,
        style,
        shape,
        given_names(client),
    )
    fault = None if client.base_url is None else url_fault(client.base_url)
    if fault is not None:
        raise _failed("EDM604", f"base_url {fault}", client, "base_url")
    for wrong in target.check(options):
        raise _failed("EDM604", wrong.message, client, wrong.key)
    return options


def check_odata(client: Client) -> None:
    """Raises EdmundError (EDM604) for what can be said of clients of OpenAPI descriptions alone."""
    for key, value in (("shape", client.shape), ("calls", client.calls)):
        if value is not None:
            message = f"'{key}' is for OpenAPI descriptions: CSDL says this of its calls itself"
            raise _failed("EDM604", message, client, key)


def check_templates(client: Client) -> None:
    """Templates are code: refuse a folder that others may write, or that output or input may reach.

    Raises EdmundError (EDM610).
    """
    folder = client.templates
    if folder is None:
        return
    if not folder.is_dir():
        raise _failed("EDM610", f"the template folder '{folder}' is not there", client, "templates")
    real = Path(os.path.realpath(folder))
    output = Path(os.path.realpath(client.output))
    if real.is_relative_to(output) or output.is_relative_to(real):
        message = f"the template folder '{folder}' and the output lie in each other"
        raise _failed("EDM610", message, client, "templates")
    for path in (real, *sorted(real.rglob("*"))):
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            message = f"the template folder holds a symbolic link: '{path}'"
            raise _failed("EDM610", message, client, "templates")
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            message = f"'{path}' is neither a file nor a folder"
            raise _failed("EDM610", message, client, "templates")
        reason = distrust(status)
        if reason is not None:
            message = f"'{path}' {reason}, and templates are code"
            hint = f"chown or chmod go-w; or list the owner in {OWNERS_VARIABLE}"
            raise _failed("EDM610", message, client, "templates", hint)


def _failed(
    code: str, message: str, client: Client, key: str, hint: str | None = None
) -> EdmundError:
    place: Span | None = client.origins.get(key)
    return EdmundError((Diagnostic(code, Severity.ERROR, message, place, hint),))
