"""The request of a call: what its description and the caller's values make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from .errors import ClientError
from .forms import MultipartUpload, form_text
from .headers import checked_headers, headers_of
from .http_answer import failure, is_streamed, success
from .http_call import Body, Call, Form, Location, Parameter
from .json_text import dumps, plain
from .request import Reply, Request, Upload
from .styles import cookie_text, header_text, query_text, scalar_text
from .uploads import File, StreamUpload
from .value_codecs import write_value

if TYPE_CHECKING:
    from .auth import TokenCache
    from .credentials import Signature
    from .http_core import HttpCore
    from .url import ServiceRoot

__all__ = ["HttpRequest", "request_of"]

T = TypeVar("T")

_OWN_OPTIONS = frozenset({"content_type", "headers", "query", "timeout", "validate"})


class HttpRequest(Request[T]):
    """A request of a described call, and the credentials that it is sent with."""

    __slots__ = ("call", "own_root", "signature")

    def __init__(
        self,
        call: Call,
        url: str,
        headers: Mapping[str, str],
        content: bytes | Upload | None,
        timeout: float | None,
        signature: Signature,
        root: ServiceRoot,
    ) -> None:
        answer: Callable[[Reply], Any] = lambda reply: success(call, reply)  # noqa: E731
        super().__init__(call.method, url, answer, headers, content, timeout)
        self.call = call
        self.signature = signature
        self.own_root = root
        self.is_streamed = is_streamed(call, headers.get("accept", ""))

    @property
    def is_signed(self) -> bool:  # type: ignore[override]
        return not self.signature.is_empty

    def root(self, own: ServiceRoot) -> ServiceRoot:
        return self.own_root

    def tokens(self, own: TokenCache | None) -> TokenCache | None:
        return self.signature.tokens

    def signed(self, url: str, headers: dict[str, str]) -> str:
        return self.signature.applied(url, headers)

    def takes(self, status: int) -> bool:
        return 300 <= status < 400 and any(each.status == str(status) for each in self.call.answers)

    def failure(self, reply: Reply, url: str) -> ClientError:
        return failure(self.call, reply, url)

    def at(self, url: str) -> HttpRequest[T]:
        return HttpRequest(
            self.call, url, self.headers, self.content, self.timeout, self.signature, self.own_root
        )


def request_of(
    core: HttpCore, call: Call, path: str, configuration: Any, options: Mapping[str, Any], body: Any
) -> HttpRequest[Any]:
    """The finished request for `path`, below the root or absolute, with what `configuration` and `options` say.

    A keyword wins over the configuration. Raises `TypeError` for an option that the call does not have and for a
    required one that is missing, `ValueError` for a value that is none of its type, `CredentialMissing`, and
    `ValidationFailed`.
    """
    given = _given(call, configuration, options)
    fields = headers_of(_member(configuration, "headers")) + headers_of(given.pop("headers", None))
    query: list[str] = []
    cookies: list[str] = []
    for parameter in call.parameters:
        value = given.pop(parameter.python_name, None)
        if value is None:
            if parameter.required and not _has(fields, parameter):
                raise TypeError(f"the call needs {parameter.python_name!r}")
        elif parameter.location is Location.HEADER:
            fields = [field for field in fields if field[0].lower() != parameter.name.lower()]
            fields.append((parameter.name, header_text(parameter, value)))
        elif parameter.location is Location.COOKIE:
            cookies.append(cookie_text(parameter, value))
        else:
            query.append(query_text(parameter, value))
    query += [
        f"{quote(name, safe='')}={quote(scalar_text(value), safe='')}"
        for name, value in (given.pop("query", None) or {}).items()
    ]
    headers = {"accept": call.accept, **checked_headers(fields)}
    if cookies:
        headers |= checked_headers([("cookie", "; ".join(filter(None, cookies)))])
    content, kind = _content(core, call, body, given.get("content_type"), given.get("validate"))
    if kind is not None:
        headers.setdefault("content-type", kind)
    signature = core.credentials.signature(call, headers)
    text = "&".join(filter(None, query))
    root = core.root_of(call)
    slash = "/" if call.has_slash else ""
    url = path if path.startswith("http") else root.url(f"{path}{slash}")
    address = f"{url}{'&' if '?' in url else '?'}{text}" if text else url
    return HttpRequest(call, address, headers, content, given.get("timeout"), signature, root)


def _given(call: Call, configuration: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    """The caller's values by Python name; None is what nobody said."""
    known = {parameter.python_name for parameter in call.parameters} | _OWN_OPTIONS
    parameters = _member(configuration, "query_parameters")
    found: dict[str, Any] = {}
    if parameters is not None:
        found.update(parameters if isinstance(parameters, Mapping) else vars(parameters))
    found.update(options)
    for name in found:
        if name not in known:
            raise TypeError(f"{name!r} is no option of this call{_near(name, known)}")
    timeout = found.get("timeout")
    if timeout is not None and not (isinstance(timeout, (int, float)) and 0 < timeout < 1e9):
        raise ValueError("timeout is a finite number of seconds above 0")
    return {name: value for name, value in found.items() if value is not None}


def _near(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _has(fields: list[tuple[str, str]], parameter: Parameter) -> bool:
    is_header = parameter.location is Location.HEADER
    return is_header and any(name.lower() == parameter.name.lower() for name, _ in fields)


def _content(
    core: HttpCore, call: Call, body: Any, wanted: str | None, validate: bool | None
) -> tuple[bytes | Upload | None, str | None]:
    """The body and its media type; nothing for no body."""
    if body is None:
        if call.needs_body:
            raise TypeError("the call needs a body")
        return None, None
    chosen = _chosen(call, wanted)
    if chosen is None:
        raise TypeError("the call takes no body")
    checks = core.validate if validate is None else validate
    kind = wanted or chosen.media_type
    if chosen.form is Form.MULTIPART:
        upload = MultipartUpload(chosen, body)
        return upload, upload.content_type
    if chosen.form is Form.FORM:
        return form_text(chosen, body), kind
    if chosen.form is Form.TEXT and not isinstance(body, (bytes, File)):
        return scalar_text(plain(write_value(chosen.type, body))).encode("utf-8"), kind
    if chosen.form in (Form.JSON_LINES, Form.JSON_SEQUENCE) and not isinstance(body, (bytes, str)):
        mark = "\x1e" if chosen.form is Form.JSON_SEQUENCE else ""
        lines = [dumps(write_value(chosen.type, item)) for item in body]
        return "".join(f"{mark}{line}\n" for line in lines).encode("ascii"), kind
    if chosen.form is Form.JSON:
        return _json(chosen, call, body, checks), kind
    return _bytes(body), kind


def _chosen(call: Call, wanted: str | None) -> Body | None:
    """The content of the media type that the caller wants, or one that may be of any; else the first."""
    if wanted is None:
        return call.bodies[0] if call.bodies else None
    plain_name = wanted.partition(";")[0].strip().lower()
    for body in call.bodies:
        if body.media_type.partition(";")[0].strip().lower() == plain_name:
            return body
    for body in call.bodies:
        if body.is_of_caller:
            return body
    raise TypeError(f"the call takes no {wanted!r}")


def _json(body: Body, call: Call, value: Any, checks: bool) -> bytes:
    try:
        written = write_value(body.type, value)
    except (TypeError, ValueError, OverflowError):
        raise TypeError(
            f"the body has another type than the call takes: {type(value).__name__}"
        ) from None
    if checks:
        from .schema_validation import check_before_sending

        check_before_sending(body.type, written, call.method)
    return dumps(written).encode("ascii")


def _bytes(value: Any) -> bytes | Upload:
    if isinstance(value, File):
        value = value.content
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if isinstance(value, str):
        return value.encode("utf-8")
    return StreamUpload(value)
