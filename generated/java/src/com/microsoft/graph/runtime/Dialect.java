package com.microsoft.graph.runtime;

import java.util.List;
import java.util.function.UnaryOperator;

/** How values and queries are written: as OData 4 has them. */
final class Dialect {
  /** The type of numbers that functions count. */
  static final String COUNT = "Edm.PrimitiveType";

  private Dialect() {}

  /** The literal for a kind of literals that other versions have; null for those of OData 4. */
  static @Nullable String literal(Object value, String type, UnaryOperator<String> encoding) {
    return null;
  }

  /** The text of a call of a function. */
  static String called(String name, String subject, String... more) {
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return name + "(" + subject + rest + ")";
  }

  /** Whether a value is one of several. */
  static Condition oneOf(ValueExpression<?> value, List<String> literals) {
    String list = "(" + String.join(",", literals) + ")";
    String text = value.within(Precedence.PRIMARY) + " in " + list;
    return new Condition(text, Precedence.COMPARISON, value);
  }

  /** Throws where the service's version does not have what came with 3.0. */
  static void since3(String what) {}

  /** Throws where the service's version does not have what came with 4.0. */
  static void since4(String what) {}
}
