"""The configuration's keys, said once: loading, the JSON Schema and the reference are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

__all__ = ["CLIENT", "NAMES", "PROFILE", "REVIEW", "SLICE", "SOURCE", "TABLES", "Key", "Kind"]


class Kind(Enum):
    """What a value must be."""

    TEXT = "text"
    TEXTS = "list of texts"
    PATH = "path"
    PATHS = "path or list of paths"
    URL = "URL"
    INTEGER = "whole number"
    FLAG = "true or false"
    SETTINGS = "table of texts and truth values"
    SEVERITIES = "table of severities"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it takes, what it is for; `choices` where only some texts are allowed."""

    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()


SLICE: Mapping[str, Key] = {
    "include_paths": Key(
        Kind.TEXTS, "URL paths to compile, as globs: '/identity/apiConnectors/**'. Nothing: all."
    ),
    "include_types": Key(Kind.TEXTS, "Types to compile, by qualified name, with what they need."),
}

PROFILE: Mapping[str, Key] = {
    "metadata": Key(
        Kind.PATHS, "CSDL files, and folders of them: structure and annotations make one model."
    ),
    "permissions": Key(Kind.PATH, "A permissions file in the format of Microsoft Graph's."),
    "target": Key(Kind.TEXT, "The language to generate."),
    "package": Key(Kind.TEXT, "The name of the package that is generated."),
    "client": Key(Kind.TEXT, "The name of the client class; otherwise the container's + 'Client'."),
    "base_url": Key(Kind.URL, "The service root that a client uses when it is given none."),
    "names": Key(
        Kind.TEXT,
        "Whose names the client has: 'natural' ones, or 'kiota' for those of the official SDKs' generator"
        " (when not given: 'kiota' for Microsoft Graph, else 'natural').",
        ("kiota", "natural"),
    ),
    "shape": Key(
        Kind.TEXT,
        "The shape of a client of an OpenAPI description: 'paths', the URL as a chain (when not given), or"
        " 'operations', methods of resources.",
        ("paths", "operations"),
    ),
    "calls": Key(
        Kind.PATH,
        "A file that says more of an OpenAPI description's calls: names of methods, and how pages follow.",
    ),
    "follow_versions": Key(
        Kind.FLAG,
        "Whether a type has the members of all its versions, where types carry these in their namespaces, as Redfish's"
        " do: 'Chassis.Chassis' those of 'Chassis.v1_2_0.Chassis' (not when not given).",
    ),
    "slice": Key(Kind.TEXT, "The name of a selection below [slices] to compile."),
    **SLICE,
    "templates": Key(Kind.PATH, "A folder of templates: same-named files win over Edmund's."),
    "settings": Key(Kind.SETTINGS, "Options of the target."),
    "strict": Key(Kind.FLAG, "Whether warnings are errors (not when not given)."),
    "ignore": Key(Kind.TEXTS, 'Codes of warnings that are neither told nor errors: ["EDM222"].'),
}

CLIENT: Mapping[str, Key] = {
    "profile": Key(Kind.TEXT, "The name of a table below [profiles]: its keys are defaults here."),
    **PROFILE,
    "output": Key(Kind.PATH, "The folder to write; it should hold nothing else."),
}

SOURCE: Mapping[str, Key] = {
    "url": Key(
        Kind.URL, "Where `edmund fetch` gets the file: a URL, 'graph-v1.0' or 'graph-beta'."
    ),
    "path": Key(Kind.PATH, "Where `edmund fetch` puts it."),
    "max_bytes": Key(Kind.INTEGER, "The most that is accepted, decoded (64 MiB when not given)."),
    "timeout": Key(Kind.INTEGER, "Seconds to wait in all (60 when not given)."),
    "authorization_env": Key(
        Kind.TEXT,
        "The environment variable whose value is sent as Authorization, to the URL's origin only.",
    ),
}

REVIEW: Mapping[str, Key] = {
    "waivers": Key(Kind.PATH, "The file of waivers."),
    "fail_on": Key(
        Kind.TEXT, "The least severity that fails a review.", ("breaking", "warning", "none")
    ),
    "on": Key(Kind.TEXT, "Which severity counts.", ("wire", "source", "both")),
    "severities": Key(Kind.SEVERITIES, "Severities by rule, instead of the rule's own."),
}

# The top-level tables: REVIEW stands for itself, each other one holds tables by name.
TABLES: Mapping[str, tuple[Mapping[str, Key], str]] = {
    "clients": (CLIENT, "What to generate: one table each, by a name of your choice."),
    "slices": (SLICE, "Selections that clients share."),
    "profiles": (PROFILE, "Keys that clients share."),
    "sources": (SOURCE, "Metadata that `edmund fetch` brings."),
    "review": (REVIEW, "How `edmund review` judges."),
}

NAMES = (
    'Names of your own, for all languages: each spells them in its way. By type (`"Shop.Product" = "Item"`), property'
    " or member (`Shop.Product/Price`), operation and its parameter (`Shop.Find`, `Shop.Find/text`), child of the"
    " container (`Shop.Container/Products`), path (`/pets/{id}`), call (`GET /pets`) and its parameter (`GET /pets?limit`)."
    " Those for one client are below [names.CLIENT]."
)
"""What the table of chosen names is for: its keys are elements of the description."""
