package edmundruntime.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * How values of one type stand in JSON (OData JSON Format 4.01, section 7.1).
 *
 * @param <T> the Java type
 */
public abstract class Codec<T> {
  /** Edm.String. */
  public static final Codec<String> STRING = new Same<>(String.class, "a text");

  /** Edm.Boolean. */
  public static final Codec<Boolean> BOOLEAN = new Same<>(Boolean.class, "a boolean");

  /** Edm.Byte, Edm.SByte, Edm.Int16 and Edm.Int32. */
  public static final Codec<Integer> INTEGER =
      new Codec<>("a whole number of 32 bits") {
        @Override
        Integer read(Object value) {
          return number(value).intValueExact();
        }
      };

  /** Edm.Int64, as a number or as text (IEEE754Compatible=true). */
  public static final Codec<Long> LONG =
      new Codec<>("a whole number of 64 bits") {
        @Override
        Long read(Object value) {
          return number(value).longValueExact();
        }
      };

  /** Edm.Single. */
  public static final Codec<Float> FLOAT =
      new Codec<>("a number") {
        @Override
        Float read(Object value) {
          return value instanceof Float ? (Float) value : (float) (double) DOUBLE.read(value);
        }

        @Override
        Object write(Float value) {
          return Float.isFinite(value) ? value : DOUBLE.write((double) value);
        }
      };

  /** Edm.Double. */
  public static final Codec<Double> DOUBLE =
      new Codec<>("a number") {
        @Override
        Double read(Object value) {
          if ("INF".equals(value)) {
            return Double.POSITIVE_INFINITY;
          }
          if ("-INF".equals(value)) {
            return Double.NEGATIVE_INFINITY;
          }
          return "NaN".equals(value) ? Double.NaN : Double.parseDouble(digits(value));
        }

        @Override
        Object write(Double value) {
          if (value.isNaN()) {
            return "NaN";
          }
          return value.isInfinite() ? (value > 0 ? "INF" : "-INF") : value;
        }
      };

  /** Edm.Decimal, as a number or as text. */
  public static final Codec<BigDecimal> DECIMAL =
      new Codec<>("a decimal number") {
        @Override
        BigDecimal read(Object value) {
          return number(value);
        }
      };

  /** Edm.Guid. */
  public static final Codec<UUID> GUID =
      new Codec<>("a GUID") {
        @Override
        UUID read(Object value) {
          return UUID.fromString(Temporal.matching(Temporal.GUID, value));
        }

        @Override
        Object write(UUID value) {
          return value.toString();
        }
      };

  /** Edm.Date. */
  public static final Codec<LocalDate> DATE =
      new Codec<>("a date") {
        @Override
        LocalDate read(Object value) {
          return Temporal.date(value);
        }

        @Override
        Object write(LocalDate value) {
          return Temporal.text(value);
        }
      };

  /** Edm.DateTimeOffset; its own text, which may be more exact, is {@link Model#jsonValue}. */
  public static final Codec<OffsetDateTime> DATE_TIME =
      new Codec<>("a date and time with an offset") {
        @Override
        OffsetDateTime read(Object value) {
          return Temporal.dateTime(value);
        }

        @Override
        Object write(OffsetDateTime value) {
          return Temporal.text(value);
        }
      };

  /** Edm.TimeOfDay. */
  public static final Codec<LocalTime> TIME_OF_DAY =
      new Codec<>("a time of day") {
        @Override
        LocalTime read(Object value) {
          return Temporal.timeOfDay(value);
        }

        @Override
        Object write(LocalTime value) {
          return value.toString();
        }
      };

  /** Edm.Duration. */
  public static final Codec<Duration> DURATION =
      new Codec<>("a duration of days and time") {
        @Override
        Duration read(Object value) {
          return Temporal.duration(value);
        }

        @Override
        Object write(Duration value) {
          return Temporal.text(value);
        }
      };

  /** Edm.Binary and Edm.Stream: base64url is written, either alphabet is read. */
  public static final Codec<byte[]> BINARY =
      new Codec<>("base64url text") {
        @Override
        byte[] read(Object value) {
          byte[] data = TextRules.decodeBase64(Temporal.text(value));
          if (data == null) {
            throw new IllegalArgumentException();
          }
          return data;
        }

        @Override
        Object write(byte[] value) {
          return Base64.getUrlEncoder().encodeToString(value);
        }
      };

  /** Any JSON value: Edm.Untyped and the abstract types. */
  public static final Codec<Object> ANY = new Same<>(Object.class, "a JSON value");

  /** GeoJSON objects (RFC 7946): the spatial types. */
  public static final Codec<Map<String, Object>> OBJECT =
      new Codec<>("a GeoJSON object") {
        @Override
        @SuppressWarnings("unchecked") // names of members are texts
        Map<String, Object> read(Object value) {
          if (value instanceof Map) {
            return (Map<String, Object>) value;
          }
          throw new IllegalArgumentException();
        }
      };

  private final String expected;

  Codec(String expected) {
    this.expected = expected;
  }

  /** What a value is expected to be, in words. */
  final String expected() {
    return expected;
  }

  /**
   * The value of a JSON value that is not null.
   *
   * @throws IllegalArgumentException, ArithmeticException or DateTimeException for what is none
   */
  abstract T read(Object value);

  /** The JSON value of a value. */
  Object write(T value) {
    return value;
  }

  /** What to keep of a JSON value from which a value was read: one that can be changed, itself. */
  Object kept(T found, Object value) {
    return value;
  }

  /** The JSON value of a Java value of some type that is not JSON as it stands. */
  static @Nullable Object wireValue(Object value) {
    if (value instanceof OpenEnum || value instanceof UUID || value instanceof LocalTime) {
      return value.toString();
    }
    if (value instanceof LocalDate) {
      return Temporal.text((LocalDate) value);
    }
    if (value instanceof OffsetDateTime) {
      return Temporal.text((OffsetDateTime) value);
    }
    if (value instanceof Duration) {
      return Temporal.text((Duration) value);
    }
    return value instanceof byte[] ? BINARY.write((byte[]) value) : null;
  }

  private static String digits(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    return Temporal.matching(Temporal.DECIMAL, value);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof String) {
      return JsonNumber.decimalOf(Temporal.matching(Temporal.DECIMAL, value));
    }
    BigDecimal exact = Json.exact(value);
    if (exact == null) {
      throw new IllegalArgumentException();
    }
    return exact;
  }

  private static final class Same<T> extends Codec<T> {
    private final Class<T> type;

    Same(Class<T> type, String expected) {
      super(expected);
      this.type = type;
    }

    @Override
    T read(Object value) {
      if (type.isInstance(value)) {
        return type.cast(value);
      }
      throw new IllegalArgumentException();
    }
  }
}
