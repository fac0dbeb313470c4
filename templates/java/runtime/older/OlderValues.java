package edmundruntime.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], section 2.2.2) and verbose JSON
 * (2.2.6.3).
 *
 * <p>{@code wire} is the name that the older version has for a type: {@code Edm.DateTime} for a
 * moment without an offset, {@code Edm.Time} for a duration.
 */
final class OlderValues {
  private static final String MOMENT = "Edm.DateTime";
  private static final String MOMENT_WITH_OFFSET = "Edm.DateTimeOffset";
  private static final String INT64 = "Edm.Int64";
  private static final Set<String> DURATIONS = Set.of("Edm.Time", "Edm.Duration");
  private static final Set<String> MOMENTS = Set.of(MOMENT, MOMENT_WITH_OFFSET);
  private static final Set<String> NO_NUMBERS = Set.of("INF", "-INF", "NaN");
  private static final Map<String, String> SUFFIXES =
      Map.of(INT64, "L", "Edm.Decimal", "M", "Edm.Double", "d", "Edm.Single", "f");
  private static final Map<String, String> NAMES_IN_4 =
      Map.of(MOMENT, MOMENT_WITH_OFFSET, "Edm.Time", "Edm.Duration");

  private static final Pattern TICKS =
      Pattern.compile("/Date\\((-?[0-9]{1,17})([+-][0-9]{1,4})?\\)/");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern LOCAL =
      Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  // The seconds from 1970 to the first and the last year that four digits have.
  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;
  private static final int MINUTES_OF_DAY = 1440;

  private OlderValues() {}

  /**
   * The literal of a value.
   *
   * @throws IllegalArgumentException for a value that is none of the type
   */
  static String literal(Object value, String wire, UnaryOperator<String> encoding) {
    boolean isDay = value instanceof LocalDate || DAY.matcher(value.toString()).matches();
    Object moment = wire.equals(MOMENT) && isDay ? UrlText.text(value) + "T00:00:00Z" : value;
    String text = UrlText.plain(moment, NAMES_IN_4.getOrDefault(wire, wire));
    switch (wire) {
      case "Edm.String":
        return quoted("", text.replace("'", "''"), encoding);
      case MOMENT:
        return quoted("datetime", local(text), encoding);
      case MOMENT_WITH_OFFSET:
        return quoted("datetimeoffset", text, encoding);
      case "Edm.Time":
      case "Edm.Duration":
        return quoted("time", timeOfDay(text), encoding);
      case "Edm.Guid":
        return quoted("guid", text, encoding);
      case "Edm.Binary":
        return quoted("X", hexadecimal(text), encoding);
      default:
        String suffix = NO_NUMBERS.contains(text) ? "" : SUFFIXES.getOrDefault(wire, "");
        return encoding.apply(text + suffix);
    }
  }

  private static String quoted(String prefix, String text, UnaryOperator<String> encoding) {
    return prefix + "'" + encoding.apply(text) + "'";
  }

  private static String hexadecimal(String text) {
    StringBuilder digits = new StringBuilder();
    byte[] bytes = TextRules.decodeBase64(text);
    for (byte octet : bytes == null ? new byte[0] : bytes) {
      digits.append(String.format("%02X", octet));
    }
    return digits.toString();
  }

  /** A JSON value of 4.01 as the older version has it. */
  static @Nullable Object sent(@Nullable Object value, String wire, OlderVersion version) {
    if (value instanceof Number && (wire.equals(INT64) || wire.equals("Edm.Decimal"))) {
      return value.toString();
    }
    if (!(value instanceof String)) {
      return value;
    }
    String text = (String) value;
    if (MOMENTS.contains(wire)) {
      if (version.hasTimesAsText()) {
        return wire.equals(MOMENT) ? local(text) : text;
      }
      return ticks(text, wire.equals(MOMENT_WITH_OFFSET));
    }
    if (DURATIONS.contains(wire)) {
      return timeOfDay(text);
    }
    byte[] bytes = wire.equals("Edm.Binary") ? TextRules.decodeBase64(text) : null;
    return bytes == null ? text : Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * A JSON value of the older version as 4.01 has it. What is none of the type stays as it is:
   * reading the property says so.
   *
   * @param type its type in 4.01
   * @throws UnexpectedAnswerException for a moment that no calendar has
   */
  static @Nullable Object answered(@Nullable Object value, String type, String wire) {
    if (!(value instanceof String)) {
      return value;
    }
    String text = (String) value;
    if (SUFFIXES.containsKey(wire)) {
      return number(text, wire);
    }
    if (!MOMENTS.contains(wire)) {
      return text;
    }
    Matcher ticks = TICKS.matcher(text);
    if (ticks.matches()) {
      String offset = ticks.group(2);
      text = moment(Long.parseLong(ticks.group(1)), offset == null ? 0 : Integer.parseInt(offset));
    } else if (LOCAL.matcher(text).matches()) {
      text += "Z";
    }
    return type.equals("Edm.Date") && text.length() > 10 ? text.substring(0, 10) : text;
  }

  /** A number that stands as text: with the suffix of a literal, or without. */
  private static Object number(String text, String wire) {
    String suffix = SUFFIXES.get(wire);
    boolean hasSuffix = text.toUpperCase(Locale.ROOT).endsWith(suffix.toUpperCase(Locale.ROOT));
    String plain = hasSuffix ? text.substring(0, text.length() - 1) : text;
    Pattern pattern = wire.equals(INT64) ? WHOLE : NUMBER;
    return pattern.matcher(plain).matches() ? new JsonNumber(plain) : text;
  }

  /**
   * The moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean
   * by them.
   */
  private static String moment(long milliseconds, int minutes) {
    long seconds = Math.floorDiv(milliseconds, 1000);
    if (seconds < FIRST || seconds > LAST || Math.abs(minutes) >= MINUTES_OF_DAY) {
      throw new UnexpectedAnswerException("the service answered a time that no calendar has");
    }
    int nanos = Math.floorMod(milliseconds, 1000) * 1_000_000;
    LocalDateTime clock = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    int size = Math.abs(minutes);
    String offset =
        String.format(Locale.ROOT, "%s%02d:%02d", minutes < 0 ? "-" : "+", size / 60, size % 60);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(clock) + (minutes == 0 ? "Z" : offset);
  }

  /** The moment that a text of 4.01 stands for, of a date its beginning; null for none. */
  private static @Nullable OffsetDateTime read(String text) {
    try {
      boolean isDay = DAY.matcher(text).matches();
      return Temporal.dateTime(isDay ? text + "T00:00:00Z" : text);
    } catch (DateTimeException | IllegalArgumentException error) {
      return null;
    }
  }

  /** A moment without its offset, in universal time. */
  private static String local(String text) {
    OffsetDateTime moment = read(text);
    return moment == null
        ? text
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            moment.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static String ticks(String text, boolean withOffset) {
    OffsetDateTime moment = read(text);
    if (moment == null) {
      return text;
    }
    int minutes = withOffset ? moment.getOffset().getTotalSeconds() / 60 : 0;
    long milliseconds = moment.toInstant().toEpochMilli() + minutes * 60_000L;
    String offset = withOffset ? String.format(Locale.ROOT, "%+05d", minutes) : "";
    return "/Date(" + milliseconds + offset + ")/";
  }

  /** A duration of less than a day with all its parts: services of SAP take no other form. */
  private static String timeOfDay(String text) {
    Duration time;
    try {
      time = Temporal.duration(text);
    } catch (ArithmeticException | IllegalArgumentException error) {
      return text;
    }
    if (time.isNegative() || time.toDays() > 0) {
      return text;
    }
    String fraction = time.getNano() == 0 ? "" : String.format("%09d", time.getNano());
    return String.format(
        Locale.ROOT,
        "PT%02dH%02dM%02d%sS",
        time.toHours(),
        time.toMinutesPart(),
        time.toSecondsPart(),
        fraction.isEmpty() ? "" : "." + fraction.replaceFirst("0+$", ""));
  }
}
