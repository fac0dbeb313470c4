"""Names in `use` statements: what does not fit, or is taken, gets another that PHP takes."""

from __future__ import annotations

import re

import pytest

from edmund.targets.php.imports import Imports


@pytest.mark.parametrize("room", [None, 1, 2, 3, 20])
def test_names_of_any_length_stay_names(room: int | None) -> None:
    imports = Imports("A", ["K"])
    names = [imports.use(f"A\\N{at}\\K", room) for at in range(12)]
    assert len({name.lower() for name in names}) == 12
    assert all(re.fullmatch(r"K[0-9]*", name) for name in names)
    assert all(re.search(r"as K\d+\b", text) for text in imports.statements())


def test_a_name_that_needs_a_number_fits_its_room() -> None:
    imports = Imports("A", ["Colors"])
    assert imports.use("A\\B\\Colors", 6) == "Color2"
    assert imports.use("A\\C\\Colors", 20) == "Colors2"
