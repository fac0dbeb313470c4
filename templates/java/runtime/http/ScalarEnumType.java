package edmundruntime.runtime;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An enumeration of the description whose members are JSON values of several kinds.
 *
 * @param <E> the class
 */
public final class ScalarEnumType<E extends ScalarEnum> extends Codec<E> {
  private final Function<Object, E> create;
  private final Map<String, E> members = new LinkedHashMap<>();

  /**
   * An enumeration without members so far.
   *
   * @param name what it is called in messages
   * @param create makes a member of its value
   */
  public ScalarEnumType(String name, Function<Object, E> create) {
    super("a member of " + name);
    this.create = create;
  }

  /** What is the same for values that are the same: the kind, and numbers without their digits. */
  static String key(@Nullable Object value) {
    BigDecimal number = Json.exact(value);
    if (number != null) {
      boolean small = Math.abs((long) number.scale()) < 400;
      return "n" + (small ? number.stripTrailingZeros().toString() : value);
    }
    return (value instanceof String ? "s" : "o") + value;
  }

  /**
   * Declares a member; for the class's own initializer.
   *
   * @param value the value on the wire
   * @return the member
   */
  public E declare(@Nullable Object value) {
    return members.computeIfAbsent(key(value), absent -> create.apply(value));
  }

  /** All members that this client knows, in the description's order. */
  public List<E> members() {
    return List.copyOf(members.values());
  }

  /**
   * The member of a value.
   *
   * @param value the value on the wire
   * @return the known member, else one that only keeps the value
   */
  public E of(@Nullable Object value) {
    E known = members.get(key(value));
    return known != null ? known : create.apply(value);
  }

  boolean isKnown(@Nullable Object value) {
    return members.containsKey(key(value));
  }

  @Override
  E read(Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return of(value);
    }
    throw new IllegalArgumentException();
  }

  @Override
  @Nullable
  Object write(E value) {
    return value.getValue();
  }
}
