package edmundruntime.runtime;

import java.util.List;
import java.util.Map;

/** The kinds of JSON values but null. */
public enum JsonKind {
  /** Texts. */
  STRING,
  /** Numbers. */
  NUMBER,
  /** True and false. */
  BOOLEAN,
  /** Objects. */
  OBJECT,
  /** Arrays. */
  ARRAY;

  static JsonKind of(Object value) {
    if (value instanceof Map) {
      return OBJECT;
    }
    if (value instanceof List) {
      return ARRAY;
    }
    if (value instanceof Number) {
      return NUMBER;
    }
    return value instanceof Boolean ? BOOLEAN : STRING;
  }
}
