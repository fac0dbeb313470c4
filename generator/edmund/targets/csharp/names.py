"""C# names for schema names: the ones that users of the official .NET SDK already write.

The rules are those of that SDK's generator: a capital first, properties without underscores, a suffix for
what the base class library has (`FileObject`) and for a property that is called like its class (`StatusProp`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

__all__ = [
    "BUILDER_MEMBERS",
    "ENUM_MEMBERS",
    "LIBRARY_WORDS",
    "MODEL_MEMBERS",
    "class_name",
    "enum_member_name",
    "file_stem",
    "is_identifier",
    "member_name",
    "namespace_name",
    "parameter_name",
    "pascal",
    "segment_name",
]

_KEYWORDS = frozenset(
    [
        "abstract",
        "as",
        "base",
        "bool",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "decimal",
        "default",
        "delegate",
        "do",
        "double",
        "else",
        "enum",
        "event",
        "explicit",
        "extern",
        "false",
        "finally",
        "fixed",
        "float",
        "for",
        "foreach",
        "goto",
        "if",
        "implicit",
        "in",
        "int",
        "interface",
        "internal",
        "is",
        "lock",
        "long",
        "namespace",
        "new",
        "null",
        "object",
        "operator",
        "out",
        "override",
        "params",
        "private",
        "protected",
        "public",
        "readonly",
        "ref",
        "return",
        "sbyte",
        "sealed",
        "short",
        "sizeof",
        "stackalloc",
        "static",
        "string",
        "struct",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "uint",
        "ulong",
        "unchecked",
        "unsafe",
        "ushort",
        "using",
        "virtual",
        "void",
        "volatile",
        "while",
    ]
)

_OBJECT_MEMBERS = frozenset(
    {
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    }
)
_PRIMITIVES = [
    "String",
    "Boolean",
    "Byte",
    "SByte",
    "Int16",
    "Int32",
    "Int64",
    "Single",
    "Double",
    "Decimal",
    "DateTimeOffset",
    "Date",
    "TimeOfDay",
    "Duration",
    "Guid",
    "Binary",
    "Enum",
    "Json",
    "Model",
]

# What every model has of its own (runtime/Model.cs, runtime/ModelMembers.cs); a test compares them.
MODEL_MEMBERS = _OBJECT_MEMBERS | {
    "AdditionalData",
    "Bind",
    "FromJson",
    "IsSet",
    "ItemsOf",
    "ModelInfo",
    "NeedsType",
    "OdataEtag",
    "OdataRemoved",
    "OdataType",
    "RawMembers",
    "ToJson",
    "Unset",
    "Validate",
    "GetTyped",
    "SetSaid",
    "SetTyped",
    "WireName",
    *(
        f"{verb}{kind}{many}"
        for verb in ("Get", "Set")
        for kind in _PRIMITIVES
        for many in ("", "List")
    ),
}

ENUM_MEMBERS = _OBJECT_MEMBERS | {"HasFlag", "IsKnown"}

# What every request builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS = _OBJECT_MEMBERS | {
    "AnsweredRequest",
    "BodyRequest",
    "CallRequest",
    "CollectionRequest",
    "Core",
    "CountRequest",
    "CreateRequest",
    "DeleteAsync",
    "DeleteRequest",
    "GetAsync",
    "HeadAsync",
    "IterateAsync",
    "OptionsAsync",
    "PatchAsync",
    "PlaceAtUrl",
    "PlaceBelow",
    "PlaceOfFunction",
    "PlaceOfKey",
    "PlaceOfPredicate",
    "PlainRequest",
    "PostAsync",
    "PutAsync",
    "ReadRequest",
    "ReferenceRequest",
    "ReplaceRequest",
    "ResourceUrl",
    "SendRequestAsync",
    "SilentRequest",
    "SilentUploadRequest",
    "StreamRequest",
    "StreamUploadRequest",
    "ToDeleteRequestInformation",
    "ToGetRequestInformation",
    "ToPatchRequestInformation",
    "ToPostRequestInformation",
    "ToHeadRequestInformation",
    "ToOptionsRequestInformation",
    "ToPutRequestInformation",
    "ToTraceRequestInformation",
    "TraceAsync",
    "UpdateRequest",
    "UploadRequest",
    "UrlPartOf",
    "UrlPartsGiven",
    "ValueRequest",
    "ValueUploadRequest",
    "WithUrl",
}

# Types of the base class library that the official generator keeps off with a suffix, in any case.
_LIBRARY_TYPES = frozenset(
    [
        "file",
        "directory",
        "path",
        "environment",
        "task",
        "thread",
        "integer",
        "action",
        "activator",
        "aggregateexception",
        "appcontext",
        "appdomain",
        "applicationexception",
        "applicationid",
        "argumentexception",
        "array",
        "attribute",
        "attributetargets",
        "bitconverter",
        "boolean",
        "buffer",
        "byte",
        "char",
        "charenumerator",
        "convert",
        "date",
        "dateonly",
        "datetime",
        "datetimekind",
        "datetimeoffset",
        "dayofweek",
        "dbnull",
        "decimal",
        "delegate",
        "double",
        "enum",
        "environmentvariabletarget",
        "eventargs",
        "eventhandler",
        "exception",
        "formatexception",
        "gc",
        "guid",
        "half",
        "hashcode",
        "index",
        "int128",
        "int16",
        "int32",
        "int64",
        "intptr",
        "lazy",
        "math",
        "mathf",
        "method",
        "midpointrounding",
        "modulehandle",
        "multipartbody",
        "nullable",
        "object",
        "operatingsystem",
        "platformid",
        "random",
        "range",
        "sbyte",
        "single",
        "string",
        "stream",
        "stringcomparer",
        "stringcomparison",
        "timeonly",
        "timeoutexception",
        "timespan",
        "timezone",
        "timezoneinfo",
        "tuple",
        "type",
        "typecode",
        "uint128",
        "uint16",
        "uint32",
        "uint64",
        "uintptr",
        "valuetuple",
        "valuetype",
        "version",
        "void",
        "weakreference",
    ]
)

# What the runtime's own namespace names of the library: no namespace beside that may hide it.
LIBRARY_WORDS = frozenset(
    [
        "Activator",
        "ArgumentNullException",
        "ArgumentOutOfRangeException",
        "BigInteger",
        "ByteArrayContent",
        "CancellationToken",
        "CancellationTokenSource",
        "CharUnicodeInfo",
        "CompressionMode",
        "CultureInfo",
        "DateTimeStyles",
        "DeflateStream",
        "EncoderFallbackException",
        "Encoding",
        "Enumerable",
        "Func",
        "Group",
        "GZipStream",
        "HttpClient",
        "HttpCompletionOption",
        "HttpMethod",
        "HttpRequestException",
        "HttpRequestMessage",
        "IAsyncEnumerable",
        "IDisposable",
        "IEnumerable",
        "IFormattable",
        "IOException",
        "InvalidDataException",
        "InvalidOperationException",
        "JsonElement",
        "JsonException",
        "JsonNode",
        "JsonReaderOptions",
        "JsonTokenType",
        "KeyNotFoundException",
        "KeyValuePair",
        "List",
        "Match",
        "MaybeNullWhen",
        "MemoryStream",
        "NumberStyles",
        "ObjectDisposedException",
        "OperationCanceledException",
        "Regex",
        "RegexOptions",
        "SocketsHttpHandler",
        "Stack",
        "StringBuilder",
        "StringSplitOptions",
        "System",
        "TimeSpan",
        "UTF8Encoding",
        "Uri",
        "UriCreationOptions",
        "Utf8JsonReader",
        "Utf8JsonWriter",
        "ValueTask",
        "ZLibStream",
    ]
)

# Device names that Windows refuses as file names, with any extension.
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)

_ASCII_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_INSIDE = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Mn", "Mc", "Nd", "Pc"})
_FIRST = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_LONGEST_FILE_STEM = 80


def is_identifier(text: str) -> bool:
    """Whether C# takes `text`, all ASCII, for a name."""
    return _ASCII_NAME.match(text) is not None and text not in _KEYWORDS


@lru_cache(maxsize=65536)
def _identifier(name: str) -> str:
    """`name` with everything that C# identifiers cannot hold made an underscore.

    NFC, because compilers may take two forms of a letter for one; only the Basic Multilingual Plane, as
    the C# compiler knows no letters beyond it; no formatting characters, which it would not see.
    """
    if _ASCII_NAME.match(name):
        return name
    normal = unicodedata.normalize("NFC", name)
    kept = "".join(
        c if ord(c) < 0x10000 and unicodedata.category(c) in _INSIDE else "_" for c in normal
    )
    first = kept[:1]
    return kept if first == "_" or unicodedata.category(first or " ") in _FIRST else f"_{kept}"


def _capital(name: str) -> str:
    # One character stays one: `ß` has no capital of its own.
    first = name[:1].upper()
    return first + name[1:] if len(first) == 1 else name


def class_name(name: str) -> str:
    """The class or struct for a type called `name` (without its namespace)."""
    made = _capital(_identifier(name))
    return f"{made}Object" if made == "_" or made.lower() in _LIBRARY_TYPES else made


def namespace_name(name: str) -> str:
    """The part of a namespace for one called `name`."""
    made = _capital(_identifier(name))
    # Where `_` is a namespace, no code below the package can discard a value.
    return f"{made}Namespace" if made == "_" or made.lower() in _LIBRARY_TYPES else made


def pascal(name: str) -> str:
    """`name` without underscores, a capital at the start and behind each."""
    plain = "".join(_capital(part) for part in _identifier(name).split("_"))
    return plain if plain and not plain[0].isdecimal() else f"_{plain}"


def segment_name(name: str) -> str:
    """The accessor of a builder for a URL segment or one part of it: `Alerts_v2` for `alerts_v2`."""
    return _capital(_identifier(name))


def member_name(name: str, cls: str = "") -> str:
    """The property for one called `name` of the class `cls`, which must not be called like it."""
    made = pascal(name)
    if made.lower() == cls.lower():
        return f"{made}Prop"
    return f"{made}Property" if made in MODEL_MEMBERS else made


def enum_member_name(name: str, cls: str = "") -> str:
    """The static property for a member called `name` of the enumeration `cls`."""
    made = _capital(_identifier(name))
    return f"{made}Value" if made == cls or made in ENUM_MEMBERS else made


def parameter_name(name: str) -> str:
    """The parameter for `name`: as it is spelled, with `@` where that is a keyword."""
    plain = _identifier(name)
    made = plain[:1].lower() + plain[1:]
    return f"@{made}" if made in _KEYWORDS else made


def file_stem(cls: str) -> str:
    """A file name, without its extension, for a class."""
    stem = f"{cls}_" if cls.lower() in _WINDOWS_DEVICES else cls
    if len(stem.encode()) > _LONGEST_FILE_STEM:
        digest = hashlib.sha256(cls.encode()).hexdigest()[:8]
        head = stem.encode()[: _LONGEST_FILE_STEM - 9].decode(errors="ignore")
        stem = f"{head}_{digest}"
    return stem
