"""Seconds for reading and resolving a document, and for its surface: the best of three, as JSON."""

import gc
import json
import sys
import time
from pathlib import Path

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface


def main() -> None:
    data = Path(sys.argv[1]).read_bytes()
    resolved: list[float] = []
    built: list[float] = []
    resources = 0
    for _ in range(3):
        gc.collect()
        start = time.perf_counter()
        document, _found = parse_document(data, "graph.csdl")
        model, _found = resolve_model([document])
        middle = time.perf_counter()
        surface, _found = build_surface(model)
        built.append(time.perf_counter() - middle)
        resolved.append(middle - start)
        resources = len(surface.resources)
    print(
        json.dumps(
            {"seconds": min(resolved), "surface_seconds": min(built), "resources": resources}
        )
    )


main()
