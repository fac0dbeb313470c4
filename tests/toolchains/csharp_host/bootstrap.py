"""Compiles the host, which then compiles everything else: Roslyn called from Python, once.

Arguments: the runtime's folder (`dotnet`'s), pythonnet's, Roslyn's, the source, the output, beside which
its `.runtimeconfig.json` lies. The runtime's own hosting library starts pythonnet's assembly; nothing else
is needed.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from pathlib import Path
from typing import Any

LOAD_ASSEMBLY = 5  # hdt_load_assembly_and_get_function_pointer of hostfxr.h


def initialize(dotnet: Path, configuration: Path, assembly: Path) -> None:
    """Start the runtime and in it `Python.Runtime.Loader.Initialize(IntPtr, int)`."""
    hostfxr = ctypes.CDLL(str(next((dotnet / "host" / "fxr").glob("*/libhostfxr.so"))))
    handle, pointer, found = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
    checked(
        hostfxr.hostfxr_initialize_for_runtime_config(
            str(configuration).encode(), None, ctypes.byref(handle)
        )
    )
    checked(hostfxr.hostfxr_get_runtime_delegate(handle, LOAD_ASSEMBLY, ctypes.byref(pointer)))
    load = ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_char_p] * 4, ctypes.c_void_p, ctypes.c_void_p)(
        pointer.value or 0
    )
    name = b"Python.Runtime.Loader, Python.Runtime"
    checked(load(str(assembly).encode(), name, b"Initialize", None, None, ctypes.byref(found)))
    start = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(found.value or 0)
    empty = ctypes.create_string_buffer(1)
    checked(start(ctypes.cast(empty, ctypes.c_void_p), 0))


def checked(code: int) -> None:
    if code:
        raise SystemExit(f"the runtime does not start: {code & 0xFFFFFFFF:#x}")


def compile_host(dotnet: Path, roslyn: Path, source: Path, output: Path) -> None:
    clr: Any = importlib.import_module("clr")
    for name in ("Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"):
        clr.AddReference(str(roslyn / f"{name}.dll"))
    code: Any = importlib.import_module("Microsoft.CodeAnalysis")
    csharp: Any = importlib.import_module("Microsoft.CodeAnalysis.CSharp")
    system: Any = importlib.import_module("System")
    files: Any = importlib.import_module("System.IO").File

    tree = csharp.CSharpSyntaxTree.ParseText(source.read_text("utf-8"))
    framework = next((dotnet / "shared" / "Microsoft.NETCore.App").iterdir())
    paths = [p for p in framework.glob("*.dll") if p.name.startswith(("System", "netstandard"))]
    paths += roslyn.glob("Microsoft.CodeAnalysis*.dll")
    references = [code.MetadataReference.CreateFromFile(str(path)) for path in paths]
    options = csharp.CSharpCompilationOptions(code.OutputKind.ConsoleApplication)
    compilation = csharp.CSharpCompilation.Create(
        output.stem,
        system.Array[code.SyntaxTree]([tree]),
        system.Array[code.MetadataReference](references),
        options,
    )
    stream = files.Create(str(output))
    result = compilation.Emit(stream)
    stream.Dispose()
    if not result.Success:
        raise SystemExit("\n".join(str(found) for found in result.Diagnostics))


def main(dotnet: str, pythonnet: str, roslyn: str, source: str, output: str) -> None:
    configuration = Path(output).with_suffix(".runtimeconfig.json")
    initialize(Path(dotnet), configuration, Path(pythonnet) / "runtime" / "Python.Runtime.dll")
    compile_host(Path(dotnet), Path(roslyn), Path(source), Path(output))


if __name__ == "__main__":
    main(*sys.argv[1:])
