"""Names and operations of the official SDK that Edmund gives alike, as shares, in JSON."""

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
SHARED = BENCH.parents[2] / "shared"


def main() -> None:
    walked = subprocess.run(
        [
            sys.executable,
            str(BENCH / "official_calls.py"),
            sys.argv[1],
            str(SHARED / "oracle" / "sdk_surface.json.gz"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    calls = json.loads(walked.stdout.splitlines()[-1])
    sys.path.insert(0, str(BENCH.parent))
    from unit.oracle.test_names_oracle import names

    right, wrong = names()
    equal = right.total() / (right.total() + len(wrong))
    print(json.dumps({"names": equal, "operations": calls["same"] / calls["total"]}))


main()
