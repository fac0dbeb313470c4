"""What annotations say, as typed values: terms of the OASIS vocabularies and of Edmund's own.

Readers take the annotations of one element, as the Model holds them: every name is qualified. A reader
gives None (or False) where there is no annotation or its value is not a constant of the right kind;
an annotation that a client cannot evaluate restricts nothing.
"""

from __future__ import annotations

import base64
import binascii
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from edmund.csdl.expression import (
    AnnotationValue,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    LabeledElement,
    Null,
    Path,
    Record,
    UrlRef,
)
from edmund.model.elements import EnumType, Model, Parameter, Property

CORE = "Org.OData.Core.V1."
CAPABILITIES = "Org.OData.Capabilities.V1."
VALIDATION = "Org.OData.Validation.V1."
AUTHORIZATION = "Org.OData.Authorization.V1."
EDMUND = "Edmund.V1."

ALTERNATE_KEYS = CORE + "AlternateKeys"
AUTO_EXPAND = CORE + "AutoExpand"
COMPUTED = CORE + "Computed"
COMPUTED_DEFAULT_VALUE = CORE + "ComputedDefaultValue"
DESCRIPTION = CORE + "Description"
EXPLICIT_OPERATION_BINDINGS = CORE + "ExplicitOperationBindings"
IMMUTABLE = CORE + "Immutable"
IS_DELTA = CORE + "IsDelta"
IS_URL = CORE + "IsURL"
LONG_DESCRIPTION = CORE + "LongDescription"
OPTIONAL_PARAMETER = CORE + "OptionalParameter"
OPTIMISTIC_CONCURRENCY = CORE + "OptimisticConcurrency"
PERMISSIONS = CORE + "Permissions"
REQUIRES_EXPLICIT_BINDING = CORE + "RequiresExplicitBinding"
REVISIONS = CORE + "Revisions"
SCHEMA_VERSION = CORE + "SchemaVersion"

BATCH_SUPPORTED = CAPABILITIES + "BatchSupported"
CHANGE_TRACKING = CAPABILITIES + "ChangeTracking"
COUNT_RESTRICTIONS = CAPABILITIES + "CountRestrictions"
DELETE_RESTRICTIONS = CAPABILITIES + "DeleteRestrictions"
EXPAND_RESTRICTIONS = CAPABILITIES + "ExpandRestrictions"
FILTER_RESTRICTIONS = CAPABILITIES + "FilterRestrictions"
INSERT_RESTRICTIONS = CAPABILITIES + "InsertRestrictions"
KEY_AS_SEGMENT_SUPPORTED = CAPABILITIES + "KeyAsSegmentSupported"
NAVIGATION_RESTRICTIONS = CAPABILITIES + "NavigationRestrictions"
OPERATION_RESTRICTIONS = CAPABILITIES + "OperationRestrictions"
READ_RESTRICTIONS = CAPABILITIES + "ReadRestrictions"
SEARCH_RESTRICTIONS = CAPABILITIES + "SearchRestrictions"
SELECT_SUPPORT = CAPABILITIES + "SelectSupport"
SKIP_SUPPORTED = CAPABILITIES + "SkipSupported"
SORT_RESTRICTIONS = CAPABILITIES + "SortRestrictions"
TOP_SUPPORTED = CAPABILITIES + "TopSupported"
UPDATE_RESTRICTIONS = CAPABILITIES + "UpdateRestrictions"

ALLOWED_VALUES = VALIDATION + "AllowedValues"
DERIVED_TYPE_CONSTRAINT = VALIDATION + "DerivedTypeConstraint"
EXCLUSIVE = VALIDATION + "Exclusive"
MAXIMUM = VALIDATION + "Maximum"
MINIMUM = VALIDATION + "Minimum"
MULTIPLE_OF = VALIDATION + "MultipleOf"
PATTERN = VALIDATION + "Pattern"

ENCODING = EDMUND + "Encoding"
SECRET = EDMUND + "Secret"
WRITABLE_TYPES = EDMUND + "WritableTypes"

Annotations = Iterable[AnnotationValue]

PythonValue = (
    None
    | bool
    | int
    | float
    | Decimal
    | str
    | bytes
    | uuid.UUID
    | tuple["PythonValue", ...]
    | Mapping[str, "PythonValue"]
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A minimum or maximum. Dates, times and durations are their text; `exclusive` leaves out the bound."""

    value: int | float | Decimal | str
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of Core.Revisions; dates as ISO 8601 text. `kind` is Added, Modified or Deprecated."""

    kind: str
    version: str | None = None
    description: str | None = None
    date: str | None = None
    removal_date: str | None = None


def find(
    annotations: Annotations, term: str, qualifier: str | None = None
) -> AnnotationValue | None:
    """The annotation with this term and exactly this qualifier, or None."""
    for annotation in annotations:
        if annotation.term == term and annotation.qualifier == qualifier:
            return annotation
    return None


def find_value(
    annotations: Annotations, term: str, qualifier: str | None = None
) -> Expression | None:
    """The value expression of that annotation, or None."""
    found = find(annotations, term, qualifier)
    return None if found is None else found.value


def tag(annotations: Annotations, term: str) -> bool | None:
    """A Core.Tag's value: None where it is not annotated; true where the annotation gives no value.

    A value that is no constant cannot be known; it counts as not annotated.
    """
    found = find(annotations, term)
    if found is None:
        return None
    return True if found.value is None else boolean(found.value)


def is_true(annotations: Annotations, term: str) -> bool:
    """Whether a Core.Tag (or any Boolean term) is annotated and true."""
    return tag(annotations, term) is True


def boolean(value: Expression | None) -> bool | None:
    """A constant Boolean, or None."""
    if isinstance(value, Constant) and value.kind is ConstantKind.BOOL:
        return value.text.strip().lower() in ("true", "1")
    return None


def text(value: Expression | None) -> str | None:
    """A constant string, or None."""
    if isinstance(value, Constant) and value.kind is ConstantKind.STRING:
        return value.text
    return None


def texts(value: Expression | None) -> tuple[str, ...] | None:
    """A collection's constant strings; None when it is no collection."""
    if not isinstance(value, CollectionExpression):
        return None
    return tuple(t for t in map(text, value.items) if t is not None)


def paths(value: Expression | None) -> tuple[str, ...] | None:
    """A collection's paths of any kind; None when it is no collection."""
    if not isinstance(value, CollectionExpression):
        return None
    return tuple(item.text for item in value.items if isinstance(item, Path))


def records(value: Expression | None) -> tuple[Record, ...]:
    """A collection's records; none when it is no collection."""
    if not isinstance(value, CollectionExpression):
        return ()
    return tuple(item for item in value.items if isinstance(item, Record))


def member_names(value: Expression | None) -> tuple[str, ...] | None:
    """The simple names of an EnumMember constant (flags: several), or None."""
    if isinstance(value, Constant) and value.kind is ConstantKind.ENUM_MEMBER:
        return tuple(member.rpartition("/")[2] for member in value.text.split())
    return None


def enum_number(model: Model, value: Expression | None) -> int | None:
    """The number of an EnumMember constant, flags joined; None where a member is not of the model.

    Section 14.3.7: several members only for a flags enumeration.
    """
    if not isinstance(value, Constant) or value.kind is not ConstantKind.ENUM_MEMBER:
        return None
    number = 0
    members = value.text.split()
    for member in members:
        enum, _, name = member.rpartition("/")
        declared = model.types_by_name.get(enum)
        if not isinstance(declared, EnumType) or (len(members) > 1 and not declared.flags):
            return None
        found = next((each.value for each in declared.members if each.name == name), None)
        if found is None:
            return None
        number |= found
    return number if members else None


def constant_value(constant: Constant) -> PythonValue:
    """A constant as a Python value that loses nothing.

    Boolean, Int, Decimal, Float, Binary and Guid become bool, int, Decimal, float, bytes and UUID. Dates,
    times, durations and strings stay text: Python's own types cannot hold all of their values. An
    EnumMember becomes the simple names of its members.
    """
    written = constant.text
    match constant.kind:
        case ConstantKind.STRING:
            return written
        case ConstantKind.BOOL:
            return boolean(constant)
        case ConstantKind.ENUM_MEMBER:
            return member_names(constant)
    written = written.strip()
    try:
        match constant.kind:
            case ConstantKind.INT:
                return int(written)
            case ConstantKind.DECIMAL:
                return _decimal(written)
            case ConstantKind.FLOAT:
                return float(written.replace("INF", "inf"))
            case ConstantKind.BINARY:
                padded = written + "=" * (-len(written) % 4)
                return base64.b64decode(padded, altchars=b"-_", validate=True)
            case ConstantKind.GUID:
                return uuid.UUID(written)
    except (ValueError, InvalidOperation, binascii.Error):
        return written
    return written


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace("INF", "Infinity"))


def expression_value(value: Expression | None) -> PythonValue:
    """A constant expression as a Python value: collections as tuples, records as mappings.

    A path is its text; a record's type is under `@type`. Dynamic expressions become None: only a service can
    evaluate them.
    """
    match value:
        case Constant():
            return constant_value(value)
        case CollectionExpression():
            return tuple(expression_value(item) for item in value.items)
        case Record():
            found: dict[str, PythonValue] = {} if value.type is None else {"@type": value.type}
            found.update((p.name, expression_value(p.value)) for p in value.properties)
            return found
        case Path():
            return value.text
        case LabeledElement() | UrlRef():
            return expression_value(value.value)
        case _:
            return None


def description(annotations: Annotations) -> str | None:
    """Core.Description."""
    return text(find_value(annotations, DESCRIPTION))


def long_description(annotations: Annotations) -> str | None:
    """Core.LongDescription."""
    return text(find_value(annotations, LONG_DESCRIPTION))


def permissions(annotations: Annotations) -> frozenset[str] | None:
    """Core.Permissions as member names, ReadWrite taken apart: `{"Read"}` is a read-only property."""
    names = member_names(find_value(annotations, PERMISSIONS))
    if names is None:
        return None
    found = frozenset(names)
    return found - {"ReadWrite"} | {"Read", "Write"} if "ReadWrite" in found else found


def is_computed(annotations: Annotations) -> bool:
    """Core.Computed: the service sets the value, on create and on update."""
    return is_true(annotations, COMPUTED)


def is_immutable(annotations: Annotations) -> bool:
    """Core.Immutable: given on create, never changed."""
    return is_true(annotations, IMMUTABLE)


def is_url(annotations: Annotations) -> bool:
    """Core.IsURL."""
    return is_true(annotations, IS_URL)


def encoding(annotations: Annotations) -> str | None:
    """Edmund.V1.Encoding: what the text of a string encodes, such as `base64`."""
    value = find_value(annotations, ENCODING)
    names = member_names(value)
    return names[0] if names else text(value)


def is_base64(annotations: Annotations) -> bool:
    """Whether a string property's text is base64 by Edmund.V1.Encoding."""
    return encoding(annotations) == "base64"


# Names of credentials in lower case without underscores. Whole names: `keywords` and `pinLength` are none.
_SECRET_NAMES = frozenset("""
    accesskey apikey authenticationtoken authtoken bearertoken clientassertion encryptionkey idtoken
    oauthtoken otp passcode passwd passwordbase64 passwordhash pfx pfxvalue pin pkcs12value presharedkey
    secretaccesskey secretkey secrettext secrettoken secretvalue servertoken sessiontoken
    sharedaccesskey signingkey temporaryaccesspass transportkey unlockpin
    """.split())  # noqa: SIM905 (one name a line would be forty lines)

# What comes before these changes nothing: `clientSecret`, `proxyPassword`, `recordingAccessToken`.
_SECRET_ENDINGS = (
    "accesstoken",
    "connectionstring",
    "passphrase",
    "password",
    "privatekey",
    "recoverykey",
    "refreshtoken",
    "sastoken",
    "secret",
)


def is_secret(member: Property | Parameter) -> bool:
    """Whether the value is a credential, to be masked wherever it would be shown.

    Edmund.V1.Secret decides, true or false; without it, the name of a text or binary value. It is better to
    mask one value too many than one too few, but numbers and dates named like a secret speak about one.
    """
    annotated = tag(member.annotations, SECRET)
    if annotated is not None:
        return annotated
    if member.type.name not in ("Edm.String", "Edm.Binary"):
        return False
    name = member.name.replace("_", "").lower()
    if name == "key":
        return member.type.name == "Edm.Binary"
    return name in _SECRET_NAMES or name.endswith(_SECRET_ENDINGS)


def allowed_values(annotations: Annotations) -> tuple[PythonValue, ...] | None:
    """Validation.AllowedValues as values (None among them stands for null), or None: anything goes."""
    value = find_value(annotations, ALLOWED_VALUES)
    if not isinstance(value, CollectionExpression):
        return None
    found: list[PythonValue] = []
    for item in value.items:
        if not isinstance(item, Record):
            return None
        allowed = item.get("Value")
        if not isinstance(allowed, Constant | Null):
            return None  # Not a constant: the list cannot be known, so it restricts nothing.
        found.append(expression_value(allowed))
    return tuple(found)


def pattern(annotations: Annotations) -> str | None:
    """Validation.Pattern: a regular expression of ECMA 262."""
    return text(find_value(annotations, PATTERN))


def minimum(annotations: Annotations) -> Bound | None:
    """Validation.Minimum."""
    return _bound(annotations, MINIMUM)


def maximum(annotations: Annotations) -> Bound | None:
    """Validation.Maximum."""
    return _bound(annotations, MAXIMUM)


def multiple_of(annotations: Annotations) -> int | float | Decimal | None:
    """Validation.MultipleOf, where it is positive."""
    value = find_value(annotations, MULTIPLE_OF)
    found = expression_value(value)
    if isinstance(found, bool) or not isinstance(found, int | float | Decimal):
        return None
    return found if found > 0 else None


def _bound(annotations: Annotations, term: str) -> Bound | None:
    found = find(annotations, term)
    if found is None or not isinstance(found.value, Constant):
        return None
    value = constant_value(found.value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    return Bound(value, is_true(found.annotations, EXCLUSIVE))


def derived_type_constraint(annotations: Annotations) -> tuple[str, ...] | None:
    """Validation.DerivedTypeConstraint: qualified names of the types allowed here, or None."""
    return texts(find_value(annotations, DERIVED_TYPE_CONSTRAINT))


def write_type_constraint(annotations: Annotations) -> tuple[str, ...] | None:
    """Edmund.V1.WritableTypes: qualified names of the types that a request may carry, or None."""
    return texts(find_value(annotations, WRITABLE_TYPES))


def revisions(annotations: Annotations) -> tuple[Revision, ...]:
    """Core.Revisions, in order. `Date` and `RemovalDate` are what Microsoft's services add to them."""
    found: list[Revision] = []
    for record in records(find_value(annotations, REVISIONS)):
        kind = member_names(record.get("Kind")) or (text(record.get("Kind")) or "",)
        found.append(
            Revision(
                kind[0] if kind else "",
                _written(record.get("Version")),
                text(record.get("Description")),
                _written(record.get("Date")),
                _written(record.get("RemovalDate")),
            )
        )
    return tuple(found)


def _written(value: Expression | None) -> str | None:
    return value.text if isinstance(value, Constant) else None


def deprecation(annotations: Annotations) -> Revision | None:
    """The revision that deprecates the element, the last one where there are several, or None."""
    deprecated = [r for r in revisions(annotations) if r.kind.rpartition("/")[2] == "Deprecated"]
    return deprecated[-1] if deprecated else None


def optional_default(parameter: Parameter) -> str | None:
    """The DefaultValue of Core.OptionalParameter, or None."""
    value = find_value(parameter.annotations, OPTIONAL_PARAMETER)
    return _written(value.get("DefaultValue")) if isinstance(value, Record) else None


def is_optional(parameter: Parameter) -> bool:
    """Whether a parameter may be left out: Core.OptionalParameter, with or without a record."""
    found = find(parameter.annotations, OPTIONAL_PARAMETER)
    if found is None:
        return False
    return not (isinstance(found.value, Null) or boolean(found.value) is False)
