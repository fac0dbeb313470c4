package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a JSON value is a value of a primitive type (OData JSON Format 4.01, section 7.1), and
 * where it stands in the type's order.
 *
 * <p>The literals are those of the OData ABNF 4.01. Where 4.0 and 4.01 or the protocol and its
 * services differ, the wider reading counts: Int64 and Decimal as numbers or as text, binary data
 * in either base64 alphabet with or without padding.
 */
final class Literals {
  private static final Map<String, BigDecimal[]> RANGES =
      Map.of(
          "Edm.Byte", range("0", "255"),
          "Edm.SByte", range("-128", "127"),
          "Edm.Int16", range("-32768", "32767"),
          "Edm.Int32", range("-2147483648", "2147483647"),
          "Edm.Int64", range("-9223372036854775808", "9223372036854775807"));
  private static final BigDecimal MAX_SINGLE = new BigDecimal(Float.MAX_VALUE);
  private static final BigDecimal MAX_DOUBLE = new BigDecimal(Double.MAX_VALUE);
  private static final Set<String> SPECIAL_NUMBERS = Set.of("INF", "-INF", "NaN");
  private static final Set<String> FRACTIONAL = Set.of("Edm.Decimal", "Edm.Double", "Edm.Single");
  private static final Set<String> TEMPORAL =
      Set.of("Edm.Date", "Edm.DateTimeOffset", "Edm.TimeOfDay", "Edm.Duration");

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final Pattern DATE =
      Pattern.compile("(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])(:([0-5][0-9])(\\.([0-9]{1,12}))?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(.+?)([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])", Pattern.DOTALL);
  private static final Pattern DURATION =
      Pattern.compile(
          "([+-]?)P(?=[0-9T])(?:([0-9]{1,15})D)?(?:T(?=[0-9])(?:([0-9]{1,15})H)?"
              + "(?:([0-9]{1,15})M)?(?:([0-9]{1,15}(?:\\.[0-9]{1,15})?)S)?)?");

  // Times are counted in whole units of this size: a literal has no more fractional digits.
  private static final int FRACTION_DIGITS = 15;
  private static final BigInteger UNITS = BigInteger.TEN.pow(FRACTION_DIGITS);
  private static final long SECONDS_OF_DAY = 86_400;
  private static final long DAYS_OF_CYCLE = 146_097;

  private Literals() {}

  /** A broken rule and what to say of it. */
  static final class Finding {
    final Rule rule;
    final String message;

    Finding(Rule rule, String message) {
      this.rule = rule;
      this.message = message;
    }
  }

  private static BigDecimal[] range(String low, String high) {
    return new BigDecimal[] {new BigDecimal(low), new BigDecimal(high)};
  }

  /**
   * What keeps `value`, which is not null, from being a value of the primitive type; null for
   * nothing. A type that is not known here has no values that could be wrong.
   */
  static @Nullable Finding check(String type, Object value, boolean floating) {
    if (RANGES.containsKey(type)) {
      return integer(type, value);
    }
    switch (type) {
      case "Edm.Decimal":
        return decimal(value, floating);
      case "Edm.Double":
      case "Edm.Single":
        return floating(type, value);
      case "Edm.Boolean":
        return value instanceof Boolean ? null : wrongType("true or false is expected");
      case "Edm.PrimitiveType":
        boolean structured = value instanceof Map || value instanceof List;
        return structured ? wrongType("a primitive value is expected") : null;
      case "Edm.Untyped":
        return null;
      default:
        if (type.startsWith("Edm.Geography") || type.startsWith("Edm.Geometry")) {
          String problem = SpatialRules.problem(type, value);
          Rule rule = value instanceof Map ? Rule.FORMAT : Rule.WRONG_TYPE;
          return problem == null ? null : new Finding(rule, problem);
        }
        if (!(value instanceof String)) {
          return wrongType("text is expected for " + type);
        }
        String problem = textProblem(type, (String) value);
        return problem == null ? null : new Finding(Rule.FORMAT, problem);
    }
  }

  private static Finding wrongType(String message) {
    return new Finding(Rule.WRONG_TYPE, message);
  }

  private static @Nullable Finding integer(String type, Object value) {
    BigDecimal number;
    String expected = "a whole number is expected for " + type;
    if (value instanceof String) {
      if (!type.equals("Edm.Int64")) {
        return wrongType(expected);
      }
      if (!INTEGER.matcher((String) value).matches()) {
        return new Finding(Rule.FORMAT, "the text is no whole number");
      }
      number = new BigDecimal((String) value);
    } else {
      number = Json.exact(value);
      if (number == null || !isWhole(number)) {
        return wrongType(expected);
      }
    }
    BigDecimal[] range = RANGES.get(type);
    if (number.compareTo(range[0]) < 0 || number.compareTo(range[1]) > 0) {
      return new Finding(Rule.OUT_OF_RANGE, type + " goes from " + range[0] + " to " + range[1]);
    }
    return null;
  }

  /** Without writing out numbers such as 1e999999. */
  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static @Nullable Finding decimal(Object value, boolean floating) {
    if (value instanceof String) {
      if (SPECIAL_NUMBERS.contains(value)) {
        String problem = "only a decimal with floating scale can be INF, -INF or NaN";
        return floating ? null : new Finding(Rule.FORMAT, problem);
      }
      boolean good = DECIMAL.matcher((String) value).matches();
      return good ? null : new Finding(Rule.FORMAT, "the text is no decimal number");
    }
    boolean number = Json.exact(value) != null;
    return number ? null : wrongType("a number is expected for Edm.Decimal");
  }

  private static @Nullable Finding floating(String type, Object value) {
    String expected = "a number is expected for " + type + ", or INF, -INF or NaN";
    if (value instanceof String) {
      return SPECIAL_NUMBERS.contains(value) ? null : wrongType(expected);
    }
    BigDecimal number = Json.exact(value);
    if (number == null) {
      return wrongType(expected);
    }
    BigDecimal most = type.equals("Edm.Single") ? MAX_SINGLE : MAX_DOUBLE;
    boolean fits = number.abs().compareTo(most) <= 0;
    return fits ? null : new Finding(Rule.OUT_OF_RANGE, "the number is too large for " + type);
  }

  private static @Nullable String textProblem(String type, String text) {
    switch (type) {
      case "Edm.Guid":
        return Temporal.GUID.matcher(text).matches() ? null : "the text is no GUID";
      case "Edm.Date":
        return isDate(text) ? null : "the text is no date as in 2026-01-31";
      case "Edm.DateTimeOffset":
        return isDateTimeOffset(text)
            ? null
            : "the text is no date and time with offset as in 2026-01-31T12:00:00Z";
      case "Edm.Duration":
        return DURATION.matcher(text).matches()
            ? null
            : "the text is no duration in days, hours, minutes and seconds as in P1DT2H";
      case "Edm.TimeOfDay":
        return TIME.matcher(text).matches() ? null : "the text is no time of day as in 12:00:00";
      case "Edm.Binary":
        return TextRules.decodeBase64(text) != null
            ? null
            : "the text is neither base64 nor base64url";
      default:
        return null;
    }
  }

  private static boolean isDate(String text) {
    Matcher found = DATE.matcher(text);
    if (!found.matches()) {
      return false;
    }
    try {
      day(found);
      return true;
    } catch (DateTimeException error) {
      return false;
    }
  }

  /** The day in a cycle of 400 years, after which the calendar repeats. */
  private static LocalDate day(Matcher date) {
    int within = Math.floorMod(year(date), 400);
    return LocalDate.of(2000 + within, number(date.group(3)), number(date.group(4)));
  }

  private static int year(Matcher date) {
    return date.group(1).isEmpty() ? number(date.group(2)) : -number(date.group(2));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static boolean isDateTimeOffset(String text) {
    Matcher found = OFFSET.matcher(text);
    if (!found.matches()) {
      return false;
    }
    String moment = found.group(1).replace('t', 'T');
    int mark = moment.indexOf('T');
    return mark >= 0
        && isDate(moment.substring(0, mark))
        && TIME.matcher(moment.substring(mark + 1)).matches();
  }

  /**
   * Where a valid value stands in the order of its type, or null where there is no such order.
   *
   * <p>Numbers stand for themselves, durations and times of day for their seconds, dates for their
   * day, points in time for the seconds since the year 0.
   */
  static @Nullable BigDecimal order(String type, Object value) {
    if (TEMPORAL.contains(type)) {
      return value instanceof String ? temporalOrder(type, (String) value) : null;
    }
    if (value instanceof String) {
      boolean numeric = RANGES.containsKey(type) || FRACTIONAL.contains(type);
      boolean literal = Temporal.DECIMAL.matcher((String) value).matches();
      return numeric && literal ? JsonNumber.decimalOf((String) value) : null;
    }
    return Json.exact(value);
  }

  private static @Nullable BigDecimal temporalOrder(String type, String text) {
    if (textProblem(type, text) != null) {
      return null;
    }
    switch (type) {
      case "Edm.Date":
        return BigDecimal.valueOf(dayNumber(text));
      case "Edm.TimeOfDay":
        return seconds(unitsOfDay(text));
      case "Edm.Duration":
        return seconds(durationUnits(text));
      default:
        Matcher found = matched(OFFSET, text);
        String moment = found.group(1).replace('t', 'T');
        int mark = moment.indexOf('T');
        BigInteger units =
            BigInteger.valueOf(SECONDS_OF_DAY * dayNumber(moment.substring(0, mark)))
                .multiply(UNITS)
                .add(unitsOfDay(moment.substring(mark + 1)));
        String zone = found.group(2);
        if (zone.length() > 1) {
          BigInteger offset = unitsOfDay(zone.substring(1));
          units = zone.startsWith("+") ? units.subtract(offset) : units.add(offset);
        }
        return seconds(units);
    }
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException();
    }
    return found;
  }

  private static BigDecimal seconds(BigInteger units) {
    return new BigDecimal(units, FRACTION_DIGITS);
  }

  private static long dayNumber(String text) {
    Matcher found = matched(DATE, text);
    return Math.floorDiv(year(found), 400) * DAYS_OF_CYCLE + day(found).toEpochDay();
  }

  private static BigInteger unitsOfDay(String text) {
    Matcher found = matched(TIME, text);
    int seconds = found.group(4) == null ? 0 : number(found.group(4));
    int whole = 3600 * number(found.group(1)) + 60 * number(found.group(2)) + seconds;
    String fraction = found.group(6) == null ? "" : found.group(6);
    return BigInteger.valueOf(whole).multiply(UNITS).add(fractionUnits(fraction));
  }

  private static BigInteger durationUnits(String text) {
    Matcher found = matched(DURATION, text);
    BigInteger whole =
        count(found.group(2), SECONDS_OF_DAY)
            .add(count(found.group(3), 3600))
            .add(count(found.group(4), 60));
    String seconds = found.group(5) == null ? "0" : found.group(5);
    int dot = seconds.indexOf('.');
    BigInteger units =
        whole
            .add(new BigInteger(dot < 0 ? seconds : seconds.substring(0, dot)))
            .multiply(UNITS)
            .add(fractionUnits(dot < 0 ? "" : seconds.substring(dot + 1)));
    return found.group(1).equals("-") ? units.negate() : units;
  }

  private static BigInteger count(@Nullable String digits, long unit) {
    return new BigInteger(digits == null ? "0" : digits).multiply(BigInteger.valueOf(unit));
  }

  private static BigInteger fractionUnits(String digits) {
    return new BigInteger(digits + "0".repeat(FRACTION_DIGITS - digits.length()));
  }

  /** How many digits the seconds' fraction of a valid literal has, trailing zeros aside. */
  static int fractionDigits(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return 0;
    }
    int last = 0;
    for (int at = dot + 1; at < text.length() && Character.digit(text.charAt(at), 10) >= 0; at++) {
      last = text.charAt(at) == '0' ? last : at - dot;
    }
    return last;
  }
}
