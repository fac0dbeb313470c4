"""What several files of tests share within one process: a service that starts once is called by all languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from behaviour.depot import Depots, depots_in
from toolchains import absent


@pytest.fixture(scope="session")
def depots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Depots]:
    """The real service, at OData 4.0 and 2.0; tests that share it are of the group `real-service`."""
    reason = absent("cap")
    if reason is not None:
        pytest.skip(f"no real service here ({reason}): run `make toolchains`")
    with depots_in(tmp_path_factory.mktemp("depot")) as started:
        yield started
