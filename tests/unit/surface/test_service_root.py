"""The service root that a client has when its user gives none."""

import pytest

from edmund.model.elements import EntityContainer, Model
from edmund.surface.conventions import known_service_root


@pytest.mark.parametrize(
    ("containers", "root"),
    [
        (("microsoft.graph.GraphService",), "https://graph.microsoft.com/v1.0"),
        (("ns.Other", "microsoft.graph.GraphService"), "https://graph.microsoft.com/v1.0"),
        (("ns.GraphService",), None),
        ((), None),
    ],
)
def test_only_services_that_everybody_knows_have_one(
    containers: tuple[str, ...], root: str | None
) -> None:
    model = Model(containers=tuple(EntityContainer(name) for name in containers))
    assert known_service_root(model) == root
