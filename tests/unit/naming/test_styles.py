"""Which style of names a client has, and that given names reach whatever spells: in all languages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from edmund.config.inputs import read_file
from edmund.naming.given import GivenNames
from edmund.pipeline import load_model
from edmund.plan.style import NameStyle
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import OWN_TARGETS

MODEL = Path(__file__).resolve().parents[2] / "vectors" / "calls.csdl"
GIVEN = GivenNames({"test.calls.person": "human"})


@pytest.fixture(scope="module")
def surface() -> Surface:
    return build_surface(load_model([read_file(MODEL)]).model)[0]


@pytest.mark.parametrize("language", OWN_TARGETS)
def test_a_client_has_the_style_it_asks_for_and_its_given_names(
    language: str, surface: Surface
) -> None:
    spelling = import_module(f"edmund.targets.{language}.spelling")
    for style, own in ((NameStyle.KIOTA, spelling.KIOTA), (NameStyle.NATURAL, spelling.NATURAL)):
        plain = spelling.STYLES.of(surface, TargetOptions("shop", names=style))
        assert plain == own
        found = spelling.STYLES.of(surface, TargetOptions("shop", names=style, given=GIVEN))
        assert found == own.with_names(GIVEN)
        assert found.given is GIVEN and found.accessors.given is GIVEN
    assert spelling.STYLES.of(surface, TargetOptions("shop")) == spelling.NATURAL
