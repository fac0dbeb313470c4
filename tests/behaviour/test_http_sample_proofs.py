"""Samples of OpenAPI descriptions that run: the request that arrives is the example's, for every kind of call."""

from __future__ import annotations

import pytest
from http_examples import SHOP, examples_of_vectors

from edmund import api

# Each program runs by itself: those whose calls differ most.
NAMES = {
    "a deep object",
    "headers and a cookie",
    "label and matrix",
    "two parameters in one segment",
    "the whole query string",
    "a JSON body",
    "the same body as a form",
    "files, JSON and texts in one body",
    "two schemes at once",
}


def test_python_samples_send_the_requests_of_their_examples() -> None:
    service = api.DescribedSamples(api.load_openapi(SHOP), packages={"python": "shop"})
    examples = [each for each in examples_of_vectors() if each.name in NAMES]
    assert len(examples) == len(NAMES)
    examples += service.make(["GET /events", "PUT /uploads", "HEAD /pets/{petId}", "POST /events"])
    proofs = list(service.prove(examples, "python"))
    assert len(proofs) == len(examples)
    assert {each.example.name: each.differences for each in proofs if not each.proven} == {}


def test_a_sample_that_sends_something_else_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    import edmund.samples.python.language as python
    from edmund.samples.http.tree import HttpSample
    from edmund.samples.python.http import print_python_http
    from edmund.samples.style import Printed, Wishes

    printed = print_python_http

    def wrong(sample: HttpSample, names: object, wishes: Wishes) -> Printed:
        text = printed(sample, names, wishes).text  # type: ignore[arg-type]
        return Printed(text.replace('"Rex"', '"Max"').replace("age=None, ", ""))

    monkeypatch.setattr(python, "print_python_http", wrong)
    service = api.DescribedSamples(api.load_openapi(SHOP), packages={"python": "shop"})
    examples = [each for each in examples_of_vectors() if each.name == "a JSON body"]
    (proof,) = service.prove(examples, "python")
    assert set(proof.differences) == {"/name has another value", "/age is missing"}
