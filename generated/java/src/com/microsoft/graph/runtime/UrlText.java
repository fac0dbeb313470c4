package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of URLs: segments encoded once, and OData literals (OData ABNF, primitiveLiteral). */
final class UrlText {
  /** The type of what has no literal and goes by parameter alias. */
  static final String JSON = "json";

  private static final String STRING = "Edm.String";
  private static final String ANY_PRIMITIVE = "Edm.PrimitiveType";

  /** The type of an enumeration whose members stand without it (OData ABNF, enumValue). */
  private static final String BARE_ENUMERATION = "enum";

  private static final int LONGEST_SHOWN = 80;
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,20}");
  private static final String NUMBER = "[+-]?\\d+(\\.\\d+)?([Ee][+-]?\\d+)?|-?INF|NaN";
  private static final String CLOCK = "\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,12})?)?";
  private static final String DAY = "-?\\d{4,}-\\d\\d-\\d\\d";
  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "Edm.Date", Pattern.compile(DAY),
          "Edm.DateTimeOffset", Pattern.compile(DAY + "T" + CLOCK + "(Z|[+-]\\d\\d:\\d\\d)"),
          "Edm.TimeOfDay", Pattern.compile(CLOCK),
          "Edm.Duration", Pattern.compile("[+-]?P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?"),
          "Edm.Guid", Temporal.GUID,
          "Edm.Binary", Pattern.compile("[A-Za-z0-9_-]*={0,2}"),
          "Edm.Decimal", Pattern.compile(NUMBER),
          "Edm.Double", Pattern.compile(NUMBER),
          "Edm.Single", Pattern.compile(NUMBER),
          "Edm.Boolean", Pattern.compile("true|false"));
  private static final Map<String, long[]> INTEGERS =
      Map.of(
          "Edm.Byte", new long[] {0, 255},
          "Edm.SByte", new long[] {-128, 127},
          "Edm.Int16", new long[] {Short.MIN_VALUE, Short.MAX_VALUE},
          "Edm.Int32", new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
          "Edm.Int64", new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(String.class, STRING),
          Map.entry(Boolean.class, "Edm.Boolean"),
          Map.entry(Byte.class, "Edm.SByte"),
          Map.entry(Short.class, "Edm.Int16"),
          Map.entry(Integer.class, "Edm.Int32"),
          Map.entry(Long.class, "Edm.Int64"),
          Map.entry(BigInteger.class, "Edm.Decimal"),
          Map.entry(BigDecimal.class, "Edm.Decimal"),
          Map.entry(JsonNumber.class, "Edm.Decimal"),
          Map.entry(Float.class, "Edm.Single"),
          Map.entry(Double.class, "Edm.Double"),
          Map.entry(OffsetDateTime.class, "Edm.DateTimeOffset"),
          Map.entry(LocalDate.class, "Edm.Date"),
          Map.entry(LocalTime.class, "Edm.TimeOfDay"),
          Map.entry(Duration.class, "Edm.Duration"),
          Map.entry(UUID.class, "Edm.Guid"),
          Map.entry(byte[].class, "Edm.Binary"));

  private UrlText() {}

  /**
   * One path segment, percent-encoded once.
   *
   * @throws IllegalArgumentException for an empty value and for {@code .} and {@code ..}, which URL
   *     parsers would resolve even when encoded, and for a value that is none of the type
   */
  static String segment(@Nullable Object value, String type) {
    String text = value == null ? "" : plain(value, type);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("'" + text + "' cannot be a path segment");
    }
    return PercentEncoding.encoded(text);
  }

  /**
   * An OData literal, percent-encoded.
   *
   * @throws IllegalArgumentException for a value that is none of the type
   */
  static String literal(@Nullable Object value, String type) {
    return literal(value, type, PercentEncoding::encoded);
  }

  /**
   * An OData literal as it stands in the text of a query, which is encoded whole.
   *
   * @throws IllegalArgumentException for a value that is none of the type
   */
  static String queryLiteral(@Nullable Object value, String type) {
    return literal(value, type, text -> text);
  }

  private static String literal(
      @Nullable Object value, String type, UnaryOperator<String> encoding) {
    if (value == null) {
      return "null";
    }
    String other = Dialect.literal(value, type, encoding);
    if (other != null) {
      return other;
    }
    if (type.equals(ANY_PRIMITIVE)) {
      return literal(value, typeOf(value), encoding);
    }
    if (type.startsWith("Edm.Geography") || type.startsWith("Edm.Geometry")) {
      String[] parts = SpatialLiteral.of(value, type).split("'", -1);
      return Arrays.stream(parts).map(encoding).collect(Collectors.joining("'"));
    }
    String text = plain(value, type);
    if (type.equals(STRING) || type.equals(BARE_ENUMERATION)) {
      return quoted(text, encoding);
    }
    if (!type.startsWith("Edm.")) {
      // The type before a member's name (URL Conventions 4.0, section 5.1.1.6.1).
      return encoding.apply(type) + quoted(text, encoding);
    }
    if (type.equals("Edm.Duration")) {
      return "duration" + quoted(text, encoding);
    }
    return type.equals("Edm.Binary") ? "binary" + quoted(text, encoding) : encoding.apply(text);
  }

  private static String quoted(String text, UnaryOperator<String> encoding) {
    return "'" + encoding.apply(text.replace("'", "''")) + "'";
  }

  /** The type of a value that can be of any primitive type. */
  static String typeOf(Object value) {
    if (value instanceof OpenEnum) {
      return ((OpenEnum) value).type().name();
    }
    for (Map.Entry<Class<?>, String> known : TYPES.entrySet()) {
      if (known.getKey().isInstance(value)) {
        return known.getValue();
      }
    }
    throw new IllegalArgumentException("a value of " + value.getClass() + " is no primitive one");
  }

  /** {@code (name=value,...)}; a single part without a name gives {@code (value)}. */
  static String keyPredicate(List<UrlPart> parts) {
    List<String> written = new ArrayList<>();
    for (UrlPart part : parts) {
      String name = part.name.isEmpty() ? "" : PercentEncoding.encoded(part.name) + "=";
      written.add(name + literal(part.value, part.type));
    }
    return "(" + String.join(",", written) + ")";
  }

  /** The value's text, checked against the type. */
  static String plain(Object value, String type) {
    long[] range = INTEGERS.get(type);
    if (range != null) {
      return integer(value, type, range);
    }
    String text = text(value);
    Pattern pattern = PATTERNS.get(type);
    if (pattern != null && !pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + shown(text) + "' is no " + type);
    }
    return text;
  }

  private static String shown(String text) {
    return Masking.oneLine(text.substring(0, Math.min(LONGEST_SHOWN, text.length())));
  }

  private static String integer(Object value, String type, long[] range) {
    String text = value.toString();
    boolean whole = value instanceof String || value instanceof Number;
    if (!whole || !INTEGER.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + shown(text) + "' is no " + type);
    }
    BigInteger number = new BigInteger(text);
    boolean fits =
        number.compareTo(BigInteger.valueOf(range[0])) >= 0
            && number.compareTo(BigInteger.valueOf(range[1])) <= 0;
    if (!fits) {
      throw new IllegalArgumentException(number + " is out of range for " + type);
    }
    return number.toString();
  }

  /** The OData text of a value, without quotes. */
  static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      Object wire = Codec.DOUBLE.write(((Number) value).doubleValue());
      return wire instanceof String ? (String) wire : value.toString();
    }
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).toString();
    }
    if (value instanceof Collection) {
      List<String> items = new ArrayList<>();
      ((Collection<?>) value).forEach(item -> items.add(text(item)));
      return String.join(",", items);
    }
    Object wire = Codec.wireValue(value);
    return wire instanceof String ? (String) wire : value.toString();
  }
}
