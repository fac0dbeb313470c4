package edmundruntime.runtime;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How values and queries are written: as OData 1 to 3 have them ([MS-ODATA], section 2.2.3.6.1.1).
 * What the service's version lacks is refused.
 */
final class Dialect {
  /** Before the name of a built-in type: its literal is that of these versions. */
  static final String OLDER = "older:";

  /** The type of numbers that functions count. */
  static final String COUNT = OLDER + "Edm.Int32";

  private static final Set<String> FUNCTIONS =
      Set.of(
          "startswith",
          "endswith",
          "length",
          "indexof",
          "substring",
          "tolower",
          "toupper",
          "trim",
          "concat",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "round",
          "floor",
          "ceiling");
  private static final Set<String> SHAPES = Set.of("geo.distance", "geo.intersects", "geo.length");
  private static final Set<String> WHOLE =
      Set.of("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64");

  private Dialect() {}

  /** The literal for a kind of literals that these versions have; null for those of OData 4. */
  static @Nullable String literal(Object value, String type, UnaryOperator<String> encoding) {
    if (!type.startsWith(OLDER)) {
      return null;
    }
    String wire = type.substring(OLDER.length());
    // A number that the type cannot hold is compared all the same, as what it is.
    boolean fits = !WHOLE.contains(wire) || value.toString().matches("[+-]?[0-9]+");
    return OlderValues.literal(value, fits ? wire : UrlText.typeOf(value), encoding);
  }

  /**
   * The text of a call of a function.
   *
   * @throws QueryException for one that the version does not have
   */
  static String called(String name, String subject, String... more) {
    if (name.equals("contains")) {
      return "substringof(" + more[0] + "," + subject + ")";
    }
    if (SHAPES.contains(name)) {
      since3(name);
    } else if (!FUNCTIONS.contains(name)) {
      since4(name);
    }
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return name + "(" + subject + rest + ")";
  }

  /** Whether a value is one of several, which no version before 4.01 has a word for. */
  static Condition oneOf(ValueExpression<?> value, List<String> literals) {
    if (literals.isEmpty()) {
      return new Condition("false", Precedence.PRIMARY, value);
    }
    String subject = value.within(Precedence.ADDITION);
    String text =
        literals.stream().map(each -> subject + " eq " + each).collect(Collectors.joining(" or "));
    Precedence level = literals.size() == 1 ? Precedence.COMPARISON : Precedence.OR;
    return new Condition(text, level, value);
  }

  /**
   * Throws where the service's version does not have what came with 3.0.
   *
   * @throws QueryException for 1.0 and 2.0
   */
  static void since3(String what) {
    if (OlderVersion.spoken() != OlderVersion.V3) {
      since4(what);
    }
  }

  /**
   * Throws: the service's version does not have what came with 4.0.
   *
   * @throws QueryException always
   */
  static void since4(String what) {
    String version = OlderVersion.spoken().number;
    throw new QueryException("OData " + version + " has no " + what + " in queries");
  }
}
