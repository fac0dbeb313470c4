package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules on a single value that has the right type: facets and constraints. */
final class FacetRules {
  private static final Set<String> TEMPORAL =
      Set.of("Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay");
  private static final int FARTHEST = 1000;

  private final Facets<?> shape;
  private final BiConsumer<Rule, String> report;

  FacetRules(Facets<?> shape, BiConsumer<Rule, String> report) {
    this.shape = shape;
    this.report = report;
  }

  /** Reports what is wrong with a valid literal of the shape's primitive type. */
  void checkValue(Object value) {
    if (value instanceof String) {
      checkLength((String) value);
      checkText((String) value);
      checkSeconds((String) value);
    }
    if (shape.type.equals("Edm.Decimal")) {
      checkDigits(value);
    }
    checkInterval(value);
    if (shape.allowedValues != null && !isAllowed(shape, value)) {
      report.accept(Rule.ALLOWED_VALUES, "the value is none of those allowed");
    }
  }

  /** Reports what is wrong with the number of a collection's items. */
  void checkItems(int count) {
    if (shape.minItems >= 0 && count < shape.minItems) {
      report.accept(
          Rule.MIN_ITEMS, count + " items; at least " + shape.minItems + " are asked for");
    }
    if (shape.maxItems >= 0 && count > shape.maxItems) {
      report.accept(Rule.MAX_ITEMS, count + " items; at most " + shape.maxItems + " are allowed");
    }
  }

  private void checkLength(String text) {
    if (shape.maxLength < 0) {
      return;
    }
    if (shape.type.equals("Edm.String")) {
      tellLength(text.codePointCount(0, text.length()), " characters");
    }
    byte[] data = shape.type.equals("Edm.Binary") ? TextRules.decodeBase64(text) : null;
    if (data != null) {
      tellLength(data.length, " bytes");
    }
  }

  private void tellLength(int length, String unit) {
    if (length > shape.maxLength) {
      report.accept(
          Rule.MAX_LENGTH, length + unit + "; at most " + shape.maxLength + " are allowed");
    }
  }

  private void checkText(String text) {
    if (!shape.type.equals("Edm.String")) {
      return;
    }
    if (shape.pattern != null) {
      Boolean matches = PatternMatcher.matches(shape.pattern, text);
      if (matches == null) {
        report.accept(
            Rule.PATTERN_SKIPPED, "the declared pattern cannot be checked in bounded time");
      } else if (!matches) {
        report.accept(Rule.PATTERN, "the text does not match the declared pattern");
      }
    }
    if (shape.url && !TextRules.isUrlReference(text)) {
      report.accept(Rule.URL, "the text is no URL, neither absolute nor relative");
    }
    if (shape.base64 && TextRules.decodeBase64(text) == null) {
      report.accept(Rule.BASE64, "the text is neither base64 nor base64url");
    }
  }

  private void checkSeconds(String text) {
    boolean limited = shape.precision >= 0 && TEMPORAL.contains(shape.type);
    if (limited && Literals.fractionDigits(text) > shape.precision) {
      report.accept(
          Rule.PRECISION,
          "at most " + shape.precision + " fractional digits of a second are allowed");
    }
  }

  private void checkDigits(Object value) {
    BigDecimal number = Literals.order("Edm.Decimal", value);
    if (number == null) {
      return;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    boolean zero = number.signum() == 0;
    long significant = zero ? 0 : stripped.precision();
    long right = zero ? 0 : Math.max(0, stripped.scale());
    long left = zero ? 0 : Math.max(0, (long) stripped.precision() - stripped.scale());
    if (shape.floatingScale) {
      tellDigits(significant, shape.precision, " significant digits are allowed");
      return;
    }
    if (shape.scale >= 0 && right > shape.scale) {
      report.accept(Rule.SCALE, "at most " + shape.scale + " fractional digits are allowed");
    }
    if (shape.scale >= 0 && shape.precision >= 0) {
      int whole = shape.precision - shape.scale;
      if (left > whole) {
        report.accept(
            Rule.PRECISION, "at most " + whole + " digits before the decimal point are allowed");
      }
    } else {
      tellDigits(left + right, shape.precision, " digits are allowed");
    }
  }

  private void tellDigits(long count, int most, String what) {
    if (most >= 0 && count > most) {
      report.accept(Rule.PRECISION, "at most " + most + what);
    }
  }

  private void checkInterval(Object value) {
    if (shape.minimum == null && shape.maximum == null && shape.multipleOf == null) {
      return;
    }
    boolean infinite = "INF".equals(value) || "-INF".equals(value);
    BigDecimal number = infinite ? null : Literals.order(shape.type, value);
    if (number == null && !infinite) {
      return;
    }
    checkBound(shape.minimum, Rule.MINIMUM, number, "-INF".equals(value) ? 1 : -1, "above");
    checkBound(shape.maximum, Rule.MAXIMUM, number, "INF".equals(value) ? 1 : -1, "below");
    if (shape.multipleOf != null && number != null && !isMultiple(number, shape.multipleOf)) {
      report.accept(
          Rule.MULTIPLE_OF, "the value must be a multiple of " + shape.multipleOf.toString());
    }
  }

  /** `beyond` tells for an infinite value (a null `number`) whether it lies on the wrong side. */
  private void checkBound(
      @Nullable Bound bound, Rule rule, @Nullable BigDecimal number, int beyond, String side) {
    BigDecimal limit = bound == null ? null : Literals.order(shape.type, bound.literal);
    if (bound == null || limit == null) {
      return;
    }
    int above = number == null ? beyond : number.compareTo(limit);
    if (number != null && rule == Rule.MINIMUM) {
      above = -above;
    }
    if (above > 0) {
      String name = rule.name().toLowerCase(Locale.ROOT);
      report.accept(rule, "the " + name + " is " + bound.literal);
    } else if (above == 0 && bound.exclusive) {
      report.accept(rule, "the value must be " + side + " " + bound.literal);
    }
  }

  private static boolean isMultiple(BigDecimal number, BigDecimal step) {
    if (step.signum() <= 0) {
      return true;
    }
    int scale = Math.max(number.scale(), step.scale());
    long left = Math.max(adjusted(number), adjusted(step));
    if (left + scale > FARTHEST) {
      return true; // Too far apart to be written out; nothing is claimed.
    }
    BigInteger whole = number.setScale(scale).unscaledValue();
    return whole.mod(step.setScale(scale).unscaledValue()).signum() == 0;
  }

  /** The exponent of the first digit. */
  private static long adjusted(BigDecimal number) {
    return (long) number.precision() - 1 - number.scale();
  }

  /** Whether a value (null for null) is one of the allowed ones; numbers and times as such. */
  static boolean isAllowed(Facets<?> shape, @Nullable Object value) {
    List<Object> allowed = shape.allowedValues == null ? List.of() : shape.allowedValues;
    return allowed.stream().anyMatch(one -> same(shape.type, value, one));
  }

  private static boolean same(String type, @Nullable Object value, @Nullable Object allowed) {
    if (value == null || allowed == null) {
      return value == allowed;
    }
    if (value instanceof Boolean || allowed instanceof Boolean) {
      return value.equals(allowed);
    }
    BigDecimal mine = Literals.order(type, value);
    BigDecimal theirs = Literals.order(type, allowed);
    if (mine != null && theirs != null) {
      return mine.compareTo(theirs) == 0;
    }
    if (type.equals("Edm.Guid") && value instanceof String && allowed instanceof String) {
      return ((String) value).equalsIgnoreCase((String) allowed);
    }
    return Json.same(value, allowed);
  }
}
