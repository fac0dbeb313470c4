"""Regular expressions of ECMA 262: parsed once, in the compiler, into a program as data, which every language runs.

    program = pattern_program("^[a-z]+$")
    matches(program, "abc")

Nothing here backtracks: a pattern comes from a schema, text from anywhere, so neither may stall a checker.
"""

from edmund.patterns.matcher import matches
from edmund.patterns.program import UNSUPPORTED, compile_pattern, pattern_program
from edmund.patterns.syntax import MalformedPattern, UnsupportedPattern

__all__ = [
    "UNSUPPORTED",
    "MalformedPattern",
    "UnsupportedPattern",
    "compile_pattern",
    "matches",
    "pattern_program",
]
