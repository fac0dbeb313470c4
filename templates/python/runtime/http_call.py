"""A call as its description has it, as data: parameters, bodies, answers by status, credentials."""

from __future__ import annotations

from enum import Enum

from .value_types import ANY, ValueType

__all__ = [
    "Answer",
    "Body",
    "Call",
    "Form",
    "Location",
    "Needed",
    "Pager",
    "Paging",
    "Parameter",
    "Part",
    "PartForm",
    "Payload",
    "Style",
]


class Location(Enum):
    """Where a parameter goes; QUERY_STRING is all that stands after the `?`, as one value."""

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
    TAB_DELIMITED = "tabDelimited"
    DEEP_OBJECT = "deepObject"
    COOKIE = "cookie"
    CONTENT = "content"


class Form(Enum):
    """What a content is made of."""

    NOTHING = "nothing"
    JSON = "json"
    TEXT = "text"
    FORM = "form"
    MULTIPART = "multipart"
    BYTES = "bytes"
    JSON_LINES = "json lines"
    JSON_SEQUENCE = "json sequence"
    EVENTS = "events"


class Payload(Enum):
    """What one event gives: the text of its data, its data read as JSON, or an object with all of its fields."""

    TEXT = "text"
    JSON = "json"
    FIELDS = "fields"


class PartForm(Enum):
    """How one member of a form is written: as a parameter of its style, as text, as JSON, or as a file."""

    STYLE = "style"
    TEXT = "text"
    JSON = "json"
    BYTES = "bytes"


_USUAL_STYLES = {
    Location.PATH: Style.SIMPLE,
    Location.HEADER: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.COOKIE: Style.FORM,
    Location.QUERY_STRING: Style.CONTENT,
}


class Parameter:
    """One value outside of the body. `python_name` is the caller's name for it.

    The style is what is usual in its place unless another is said; `explode` is usual for the styles form and cookie.
    """

    __slots__ = (
        "explode",
        "location",
        "media_type",
        "name",
        "python_name",
        "required",
        "reserved",
        "style",
        "type",
    )

    def __init__(
        self,
        name: str,
        python_name: str,
        location: Location,
        type: ValueType,
        *,
        style: Style | None = None,
        explode: bool | None = None,
        required: bool = False,
        reserved: bool = False,
        media_type: str | None = None,
    ) -> None:
        self.name = name
        self.python_name = python_name
        self.location = location
        self.type = type
        self.style = _USUAL_STYLES[location] if style is None else style
        usual = self.style in (Style.FORM, Style.COOKIE)
        self.explode = usual if explode is None else explode
        self.required = required
        self.reserved = reserved
        self.media_type = media_type


class Part:
    """How one member of a form is sent. `type` is that of one part, which `repeats` for each item of a list."""

    __slots__ = ("explode", "form", "media_type", "name", "repeats", "style", "type")

    def __init__(
        self,
        name: str,
        form: PartForm,
        type: ValueType,
        *,
        repeats: bool = False,
        media_type: str | None = None,
        style: Style = Style.FORM,
        explode: bool = True,
    ) -> None:
        self.name = name
        self.form = form
        self.type = type
        self.repeats = repeats
        self.media_type = media_type
        self.style = style
        self.explode = explode


class Body:
    """One content that a request may have. `others` says how members of a form are sent that `parts` do not name.

    `is_of_caller`: who sends may say which media type it is, of those like the one named here.
    """

    __slots__ = ("form", "is_of_caller", "media_type", "others", "parts", "type")

    def __init__(
        self,
        media_type: str,
        form: Form,
        type: ValueType,
        *,
        parts: tuple[Part, ...] = (),
        others: Part | None = None,
        is_of_caller: bool = False,
    ) -> None:
        self.media_type = media_type
        self.form = form
        self.type = type
        self.parts = {part.name: part for part in parts}
        self.others = others
        self.is_of_caller = is_of_caller

    def part(self, name: str) -> Part:
        """How the member called `name` is sent."""
        return self.parts.get(name) or self.others or Part(name, PartForm.TEXT, ANY)


class Answer:
    """What comes with a status: `200`, `4XX`, or `default`. `type` is that of the value, of an item in a stream."""

    __slots__ = ("form", "media_type", "payload", "status", "type")

    def __init__(
        self,
        status: str,
        form: Form = Form.NOTHING,
        type: ValueType = ANY,
        media_type: str = "",
        payload: Payload = Payload.TEXT,
    ) -> None:
        self.status = status
        self.form = form
        self.type = type
        self.media_type = media_type
        self.payload = payload

    @property
    def is_stream(self) -> bool:
        return self.form in (Form.EVENTS, Form.JSON_LINES, Form.JSON_SEQUENCE)


class Needed:
    """One credential that a call needs, by the name of its scheme, with the scopes that it must have."""

    __slots__ = ("scheme", "scopes")

    def __init__(self, scheme: str, scopes: tuple[str, ...] = ()) -> None:
        self.scheme = scheme
        self.scopes = scopes


class Paging(Enum):
    """What leads from a page to the next one: the header `Link`, a URL in the page, or the value of a parameter."""

    LINK_HEADER = "link header"
    NEXT_LINK = "next link"
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE = "page"


class Pager:
    """How to go through the pages of a call; `items` and `next` are paths of members of a page.

    `parameter` says which page is wanted, and `first` is its value for the first one where pages are counted.
    """

    __slots__ = ("first", "items", "kind", "next", "parameter")

    def __init__(
        self,
        kind: Paging,
        items: tuple[str, ...] = (),
        next: tuple[str, ...] = (),
        parameter: str | None = None,
        first: int = 1,
    ) -> None:
        self.first = first
        self.kind = kind
        self.items = items
        self.next = next
        self.parameter = parameter


class Call:
    """One call. `security` are alternatives, the first of which is taken that the client has credentials for.

    `answers` are in the order in which they are looked through. `base_url` is the call's own, where it has one;
    `has_slash` puts a slash behind the path.
    """

    __slots__ = (
        "accept",
        "answers",
        "base_url",
        "bodies",
        "has_slash",
        "method",
        "needs_body",
        "needs_credential",
        "pager",
        "parameters",
        "security",
    )

    def __init__(
        self,
        method: str,
        *,
        parameters: tuple[Parameter, ...] = (),
        bodies: tuple[Body, ...] = (),
        needs_body: bool = False,
        answers: tuple[Answer, ...] = (),
        accept: str = "*/*",
        security: tuple[tuple[Needed, ...], ...] = (),
        needs_credential: bool = False,
        base_url: str | None = None,
        pager: Pager | None = None,
        has_slash: bool = False,
    ) -> None:
        self.method = method
        self.parameters = parameters
        self.bodies = bodies
        self.needs_body = needs_body
        self.answers = answers
        self.accept = accept
        self.security = security
        self.needs_credential = needs_credential
        self.base_url = base_url
        self.pager = pager
        self.has_slash = has_slash
