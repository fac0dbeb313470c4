"""What a call takes and answers over HTTP, whatever describes it: parameters, contents, answers, security."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from edmund.diagnostics import Span
from edmund.surface.types import Type

__all__ = [
    "Answer",
    "AnswerHeader",
    "CallParameter",
    "Content",
    "Credential",
    "CredentialKind",
    "HttpCall",
    "Location",
    "Pages",
    "Paging",
    "Part",
    "RequestContent",
    "Server",
    "ServerVariable",
    "Style",
]


class Location(Enum):
    """Where a parameter goes. QUERY_STRING is all that stands after the `?`, as one value."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERY_STRING = "querystring"


class Style(Enum):
    """How the value of a parameter is written (OpenAPI 3.2.0, section 4.12.3)."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    TAB_DELIMITED = "tabDelimited"  # only Swagger 2.0 has it (tsv)
    DEEP_OBJECT = "deepObject"
    COOKIE = "cookie"
    CONTENT = "content"  # written as its media type says


@dataclass(frozen=True, slots=True)
class CallParameter:
    """One value that a call takes outside of its body. `media_type` is set for the style CONTENT.

    `called` is what clients call it, where somebody has said so.
    """

    name: str
    location: Location
    type: Type
    required: bool = False
    style: Style = Style.FORM
    explode: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    description: str | None = None
    deprecated: bool = False
    default: str | None = None
    called: str | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """How one property of a form is sent: its media types (empty: by its type), style and headers."""

    property: str
    media_types: tuple[str, ...] = ()
    style: Style | None = None
    explode: bool | None = None
    headers: tuple[AnswerHeader, ...] = ()
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A body of one media type, which may be a range (`text/*`). No type: bytes that nothing is said of.

    `item` is the type of each of the values that follow each other (event streams, JSON lines).
    """

    media_type: str
    type: Type | None = None
    item: Type | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestContent:
    """The body of a request in one of several media types."""

    contents: tuple[Content, ...]
    required: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerHeader:
    name: str
    type: Type
    required: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes with the statuses of `status`: `200`, `4XX`, or `default` for all that is not said."""

    status: str
    contents: tuple[Content, ...] = ()
    headers: tuple[AnswerHeader, ...] = ()
    description: str | None = None
    span: Span | None = field(default=None, compare=False)

    @property
    def success(self) -> bool:
        return self.status[:1] == "2"


class CredentialKind(Enum):
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"  # another scheme of the Authorization header
    API_KEY = "apiKey"
    OAUTH2 = "oauth2"
    OPEN_ID = "openIdConnect"
    MUTUAL_TLS = "mutualTLS"


@dataclass(frozen=True, slots=True)
class Credential:
    """One thing that proves who calls. `name` is what the description calls the scheme.

    An API_KEY goes to `location` as `parameter`; HTTP has the scheme's name in `parameter`.
    """

    name: str
    kind: CredentialKind
    location: Location | None = None
    parameter: str | None = None
    scopes: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class ServerVariable:
    name: str
    default: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL; `{name}` in it stands for a variable. It may be relative to the description's own URL."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    description: str | None = None


class Paging(Enum):
    """What leads from a page to the next one.

    LINK_HEADER: the header `Link` with `rel=next` (RFC 8288). NEXT_LINK: a URL in the page. CURSOR: a text in the
    page that is the value of a parameter. OFFSET and PAGE: a parameter's number that grows by the items or by one.
    """

    LINK_HEADER = "link header"
    NEXT_LINK = "next link"
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Pages:
    """How the pages of a list follow each other. `items` and `next` are paths of members in a page.

    No `items`: the page is the list itself, or has one list. `parameter` is the one that says which page is wanted;
    `first` the number of the first page where pages are counted.
    """

    kind: Paging
    items: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    parameter: str | None = None
    first: int = 1


@dataclass(frozen=True, slots=True)
class HttpCall:
    """A call as HTTP has it. `method` is its name; `path` the template from the root, `{name}` for parameters.

    `id` and `tags` are what the description calls it and sorts it under; `name` what it is called where calls are
    methods of resources: the resources' names, then the method's. `pages` is set where somebody says how pages
    follow each other. `security` are alternatives, of which
    one must hold whole: an empty one is no credential at all; None says that nothing is known.
    `callbacks` are what the service calls at its client because of the call: their `path` is an expression.
    """

    method: str
    path: str
    parameters: tuple[CallParameter, ...] = ()
    content: RequestContent | None = None
    answers: tuple[Answer, ...] = ()
    security: tuple[tuple[Credential, ...], ...] | None = None
    servers: tuple[Server, ...] = ()
    id: str | None = None
    tags: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    pages: Pages | None = None
    callbacks: tuple[HttpCall, ...] = ()
