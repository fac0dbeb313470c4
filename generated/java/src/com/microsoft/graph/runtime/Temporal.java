package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals of dates, times and durations (OData ABNF 4.01). */
final class Temporal {
  static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("(-?[0-9]{4,6})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,12}))?)?");
  private static final Pattern OFFSET =
      Pattern.compile("([^tT]*)[tT]([0-9:.]*)(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))");
  private static final Pattern DURATION =
      Pattern.compile(
          "([+-]?)P(?=[0-9T])(?:([0-9]{1,12})D)?(?:T(?=[0-9])(?:([0-9]{1,12})H)?"
              + "(?:([0-9]{1,12})M)?(?:([0-9]{1,12})(?:\\.([0-9]+))?S)?)?");
  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd").toFormatter(Locale.ROOT);
  private static final int SECONDS_OF_DAY = 86_400;

  private Temporal() {}

  static String text(Object value) {
    if (value instanceof String) {
      return (String) value;
    }
    throw new IllegalArgumentException();
  }

  static String matching(Pattern pattern, Object value) {
    return match(pattern, value).group();
  }

  private static Matcher match(Pattern pattern, Object value) {
    Matcher found = pattern.matcher(text(value));
    if (!found.matches()) {
      throw new IllegalArgumentException();
    }
    return found;
  }

  static LocalDate date(Object value) {
    Matcher found = match(DATE, value);
    return LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
  }

  /** Fractions of more than nine digits are cut. */
  static LocalTime timeOfDay(Object value) {
    Matcher found = match(TIME, value);
    int seconds = found.group(3) == null ? 0 : number(found.group(3));
    return LocalTime.of(
        number(found.group(1)), number(found.group(2)), seconds, nanos(found.group(4)));
  }

  /**
   * Fractions of more than nine digits are cut; a leap second (RFC 3339, section 5.6) is the second
   * after :59; 24:00 is the next day's 00:00; an offset that Java lacks becomes that of UTC.
   */
  static OffsetDateTime dateTime(Object value) {
    Matcher found = match(OFFSET, value);
    LocalDate day = date(found.group(1));
    Matcher time = match(TIME, found.group(2));
    int hours = number(time.group(1));
    int minutes = number(time.group(2));
    int seconds = time.group(3) == null ? 0 : number(time.group(3));
    int nanos = nanos(time.group(4));
    boolean midnight = hours == 24 && minutes == 0 && seconds == 0 && nanos == 0;
    boolean leap = seconds == 60;
    LocalTime clock = LocalTime.of(midnight ? 0 : hours, minutes, leap ? 59 : seconds, nanos);
    int offset = 0;
    if (found.group(3) != null) {
      int offsetHours = number(found.group(4));
      int offsetMinutes = number(found.group(5));
      if (offsetHours > 23 || offsetMinutes > 59) {
        throw new DateTimeException("no offset");
      }
      offset = (offsetHours * 60 + offsetMinutes) * 60;
      offset = found.group(3).equals("-") ? -offset : offset;
    }
    boolean known = Math.abs(offset) <= ZoneOffset.MAX.getTotalSeconds();
    OffsetDateTime moment =
        OffsetDateTime.of(day, clock, known ? ZoneOffset.ofTotalSeconds(offset) : ZoneOffset.UTC)
            .plusSeconds((midnight ? SECONDS_OF_DAY : 0) + (leap ? 1 : 0));
    return known ? moment : moment.minusSeconds(offset);
  }

  /** Fractions of more than nine digits are cut. */
  static Duration duration(Object value) {
    Matcher found = match(DURATION, value);
    long seconds = 0;
    int[] units = {SECONDS_OF_DAY, 3600, 60, 1};
    for (int at = 0; at < units.length; at++) {
      String digits = found.group(at + 2);
      long count = digits == null ? 0 : Long.parseLong(digits);
      seconds = Math.addExact(seconds, Math.multiplyExact(count, (long) units[at]));
    }
    Duration length = Duration.ofSeconds(seconds, nanos(found.group(6)));
    return found.group(1).equals("-") ? length.negated() : length;
  }

  static String text(LocalDate value) {
    return DAY.format(value);
  }

  static String text(OffsetDateTime value) {
    ZoneOffset offset = value.getOffset();
    int seconds = offset.getTotalSeconds();
    OffsetDateTime whole = seconds % 60 == 0 ? value : value.withOffsetSameInstant(ZoneOffset.UTC);
    return DAY.format(whole) + "T" + clock(whole.toLocalTime()) + whole.getOffset().getId();
  }

  private static String clock(LocalTime time) {
    String text = time.toString();
    return text.length() == 5 ? text + ":00" : text;
  }

  static String text(Duration value) {
    if (value.isZero()) {
      return "PT0S";
    }
    BigDecimal seconds =
        BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
    String sign = seconds.signum() < 0 ? "-" : "";
    BigDecimal[] split = seconds.abs().divideAndRemainder(BigDecimal.valueOf(SECONDS_OF_DAY));
    long days = split[0].longValueExact();
    long rest = split[1].longValue();
    StringBuilder text = new StringBuilder(sign).append('P');
    if (days > 0) {
      text.append(days).append('D');
    }
    if (split[1].signum() > 0) {
      text.append('T');
      append(text, rest / 3600, 'H');
      append(text, rest % 3600 / 60, 'M');
      BigDecimal last = split[1].subtract(BigDecimal.valueOf(rest - rest % 60));
      if (last.signum() > 0) {
        text.append(last.stripTrailingZeros().toPlainString()).append('S');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long count, char unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : number((fraction + "000000000").substring(0, 9));
  }
}
