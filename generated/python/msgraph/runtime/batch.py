"""Several requests in one (OData JSON Format 4.01, section 19; Protocol 4.01, section 11.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from .batch_plan import BatchPlan, ChangeSet, planned
from .errors import ClientError, ODataError, UnexpectedAnswer
from .headers import checked_headers
from .json_text import JsonError, dumps, loads
from .request import Reply, Request
from .traits import BatchFormat, BatchTraits
from .url import ServiceRoot, UnsafeUrl

if TYPE_CHECKING:
    from .exchange import Exchange, Policy

__all__ = ["BatchAnswers", "ChangeSet", "batched"]

T = TypeVar("T")

Given = Request[Any] | ChangeSet
Outcome = Reply | ClientError | None


def batched(
    policy: Policy,
    traits: BatchTraits,
    given: Sequence[Given],
    in_order: bool,
    depends_on: Mapping[Request[Any], Sequence[Request[Any]]],
) -> Exchange[BatchAnswers]:
    """Send the requests, in as many batches as the limit asks for, and give all answers.

    Raises `ValueError` before anything is sent for none, for requests that are not below the root,
    and for more than the limit that depend on each other; `UnsafeUrl` for a token over plain http. An
    error of the first batch is raised; one of a later batch is the answer to each of its requests, for
    the earlier ones have been carried out.
    """
    from .exchange import replied

    plan = planned(given, in_order, depends_on, traits)
    if not policy.root.takes_tokens and any("authorization" in r.headers for r in plan.requests):
        raise UnsafeUrl("a token over plain http is refused without allow_token_over_http=True")
    sent = [(part, _whole(policy.root, part, traits, in_order)) for part in plan.parts]
    outcomes: dict[Request[Any], Outcome] = {}
    for number, (part, request) in enumerate(sent):
        try:
            reply = yield from replied(policy, request)
            outcomes.update(_outcomes(part, reply, traits))
        except ClientError as error:
            if number == 0:
                raise
            outcomes.update((own, error) for own in part.requests)
    return BatchAnswers(plan.requests, outcomes)


def _whole(
    root: ServiceRoot, part: BatchPlan, traits: BatchTraits, in_order: bool
) -> Request[None]:
    headers = {"accept": "application/json", "content-type": "application/json"}
    if not in_order:
        headers["prefer"] = "odata.continue-on-error"
    if traits.format is BatchFormat.MULTIPART:
        from .batch_multipart import boundary, multipart_content

        mark = boundary()
        headers["accept"] = "multipart/mixed"
        headers["content-type"] = f"multipart/mixed; boundary={mark}"
        content = multipart_content(root, part, mark)
    else:
        content = _json_content(root, part, traits)
    from .answers import nothing

    return Request("POST", root.addressed("/$batch"), nothing, headers, content)


def _outcomes(part: BatchPlan, reply: Reply, traits: BatchTraits) -> dict[Request[Any], Outcome]:
    if traits.format is BatchFormat.MULTIPART:
        from .batch_multipart import multipart_replies

        return dict(multipart_replies(part, reply))
    return dict(_json_replies(part.requests, reply))


def relative_url(root: ServiceRoot, request: Request[Any], leading_slash: bool) -> str:
    """The URL of a request as a batch names it; raises `ValueError` for one outside the root."""
    url = root.adopt(request.url)
    base = root.url("")
    if not url.startswith((f"{base}/", f"{base}?")) and url != base:
        raise ValueError("a request of a batch lies below the service root")
    below = url[len(base) :].removeprefix("/")
    if leading_slash:
        return f"/{below}"
    # What is nothing, or looks like a scheme, would be resolved to something else.
    first = below.partition("/")[0].partition("?")[0]
    return url if not first or ":" in first else below


def content_of(request: Request[Any]) -> bytes | None:
    """The body; raises `ValueError` for a stream, which a batch cannot hold."""
    if request.content is not None and not isinstance(request.content, bytes):
        raise ValueError("a request of a batch has its whole body, not a stream")
    return request.content


def _json_content(root: ServiceRoot, part: BatchPlan, traits: BatchTraits) -> bytes:
    items = []
    for number, request in enumerate(part.requests, 1):
        item: dict[str, Any] = {
            "id": str(number),
            "method": request.method,
            "url": relative_url(root, request, traits.leading_slash),
        }
        group = part.group_of(request)
        if group is not None:
            item["atomicityGroup"] = group
        needed = part.needed_by(request)
        if needed:
            item["dependsOn"] = list(needed)
        headers = checked_headers(request.headers.items())
        content = content_of(request)
        if content is not None:
            item["body"] = _body(content, headers)
        if headers:
            item["headers"] = headers
        items.append(item)
    return dumps({"requests": items}).encode("ascii")


def _body(content: bytes, headers: Mapping[str, str]) -> Any:
    kind = headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json" or kind.endswith("+json"):
        return loads(content)
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(content).decode("ascii")


class BatchAnswers:
    """The answers of a batch; `answers[request]` reads one, or raises its error."""

    __slots__ = ("_outcomes", "_requests")

    def __init__(
        self, requests: Sequence[Request[Any]], outcomes: Mapping[Request[Any], Outcome]
    ) -> None:
        self._requests = tuple(requests)
        self._outcomes = outcomes

    def __getitem__(self, request: Request[T]) -> T:
        if request not in self._outcomes:
            raise KeyError("that request is not of this batch")
        return _read(request, self._outcomes[request])

    def __iter__(self) -> Iterator[Any]:
        """Each request's answer in order; an error as the `ClientError` itself, not raised."""
        for request in self._requests:
            try:
                yield self[request]
            except ClientError as error:
                yield error

    def __len__(self) -> int:
        return len(self._requests)


def _read(request: Request[T], outcome: Outcome) -> T:
    if outcome is None:
        raise UnexpectedAnswer("the service gave no answer to this request of the batch")
    if not isinstance(outcome, Reply):
        raise outcome
    if outcome.status == 304:
        return None  # type: ignore[return-value]
    if outcome.status >= 300:
        raise ODataError(outcome.status, outcome.headers, outcome.body, request.method, request.url)
    return request.answer(outcome)


def _json_replies(
    requests: Sequence[Request[Any]], reply: Reply
) -> Iterator[tuple[Request[Any], Outcome]]:
    """The answers by request; the service may give them in any order."""
    try:
        data = loads(reply.body)
        parts = {part["id"]: part for part in data["responses"]}
    except (JsonError, KeyError, TypeError) as error:
        raise UnexpectedAnswer("the answer is not one of a batch") from error
    for number, request in enumerate(requests, 1):
        part = parts.get(str(number))
        yield request, None if part is None else _part(part, request)


def _part(part: Mapping[str, Any], request: Request[Any]) -> Reply:
    status = part.get("status")
    if isinstance(status, bool) or not isinstance(status, int):
        raise UnexpectedAnswer("an answer in the batch has no status")
    given = part.get("headers")
    headers = {
        name.lower(): value
        for name, value in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(name, str) and isinstance(value, str)
    }
    body = part.get("body")
    if body is None:
        content = b""
    elif isinstance(body, str) and "json" not in headers.get("content-type", ""):
        content = _decoded(body, headers)
    else:
        content = dumps(body).encode("ascii")
    return Reply(status, headers, content, request.url)


def _decoded(body: str, headers: Mapping[str, str]) -> bytes:
    """Text as it is; anything else comes in base64."""
    if headers.get("content-type", "text/plain").startswith("text/"):
        return body.encode("utf-8", "replace")
    from base64 import b64decode

    try:
        return b64decode(body.replace("-", "+").replace("_", "/") + "==")
    except ValueError as error:
        raise UnexpectedAnswer("a binary answer in the batch is not base64") from error
