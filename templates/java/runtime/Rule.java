package edmundruntime.runtime;

/** Every rule of the validators: its code, which is stable, and how bad breaking it is. */
public enum Rule {
  /** A structured value is a JSON object. */
  NOT_AN_OBJECT("not-an-object", Severity.ERROR),
  /** A collection is a JSON array. */
  NOT_AN_ARRAY("not-an-array", Severity.ERROR),
  /** Values nest at most 100 levels deep. */
  TOO_DEEP("too-deep", Severity.ERROR),
  /** A type that is not open has the declared properties only. */
  UNKNOWN_PROPERTY("unknown-property", Severity.ERROR),
  /** A value has the JSON type of its declared type. */
  WRONG_TYPE("wrong-type", Severity.ERROR),
  /** The text of a value is a literal of its declared type. */
  FORMAT("format", Severity.ERROR),
  /** A number fits its declared type. */
  OUT_OF_RANGE("out-of-range", Severity.ERROR),
  /** Null stands only where the schema allows it. */
  NULL("null", Severity.ERROR),
  /** What the service requires is given. */
  REQUIRED("required", Severity.ERROR),
  /** What is never null and has no default is given on create, unless the service sets it. */
  MISSING("missing", Severity.WARNING),
  /**
   * Properties that are computed, read-only, immutable or otherwise closed are not written;
   * services ignore them.
   */
  NOT_WRITABLE("not-writable", Severity.WARNING),
  /** Text is no shorter than declared. */
  MIN_LENGTH("min-length", Severity.ERROR),
  /** Text and binary data are no longer than declared. */
  MAX_LENGTH("max-length", Severity.ERROR),
  /** A value has no more digits than declared. */
  PRECISION("precision", Severity.ERROR),
  /** A decimal has no more fractional digits than declared. */
  SCALE("scale", Severity.ERROR),
  /** Text matches the declared pattern. */
  PATTERN("pattern", Severity.ERROR),
  /** The declared pattern is one that can be checked. */
  PATTERN_SKIPPED("pattern-skipped", Severity.WARNING),
  /** A value is not below the declared minimum. */
  MINIMUM("minimum", Severity.ERROR),
  /** A value is not above the declared maximum. */
  MAXIMUM("maximum", Severity.ERROR),
  /** A value is a multiple of the declared step. */
  MULTIPLE_OF("multiple-of", Severity.ERROR),
  /** A value is one of those declared. */
  ALLOWED_VALUES("allowed-values", Severity.ERROR),
  /** A collection has at least as many items as declared. */
  MIN_ITEMS("min-items", Severity.ERROR),
  /** A collection has at most as many items as declared. */
  MAX_ITEMS("max-items", Severity.ERROR),
  /** No two items of a list are the same. */
  UNIQUE_ITEMS("unique-items", Severity.ERROR),
  /** An object has at least as many members as declared. */
  MIN_PROPERTIES("min-properties", Severity.ERROR),
  /** An object has at most as many members as declared. */
  MAX_PROPERTIES("max-properties", Severity.ERROR),
  /** An enumeration value names declared members. */
  ENUM_MEMBER("enum-member", Severity.ERROR),
  /** {@code @odata.type} names a type of the schema. */
  UNKNOWN_TYPE("unknown-type", Severity.ERROR),
  /** A value is of a type that is not abstract. */
  ABSTRACT_TYPE("abstract-type", Severity.ERROR),
  /** A value is of the declared type or one derived from it, and of one allowed here. */
  TYPE_NOT_ALLOWED("type-not-allowed", Severity.ERROR),
  /** A URL is a URI reference: absolute, or relative. */
  URL("url", Severity.ERROR),
  /** Text that carries base64 data is base64 or base64url. */
  BASE64("base64", Severity.WARNING);

  private final String code;
  private final Severity severity;

  Rule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The code, such as {@code max-length}. */
  public String code() {
    return code;
  }

  /** How bad breaking it is. */
  public Severity severity() {
    return severity;
  }
}
