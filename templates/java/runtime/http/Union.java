package edmundruntime.runtime;

/**
 * The base of unions: a value of one of several types. What fits none of them, or more than one,
 * stays JSON.
 */
public abstract class Union implements WireValue {
  private final int variant;
  private @Nullable Object wire;

  /**
   * A value.
   *
   * @param value which variant it is of, and how it stands in JSON
   */
  protected Union(UnionValue value) {
    variant = value.variant;
    wire = value.wire;
  }

  /** The value as it stands in JSON: a copy of maps, lists, texts, numbers and booleans. */
  public final @Nullable Object getRaw() {
    return JsonWriter.plain(wire, null);
  }

  /** Whether the value is of none of the types, as far as can be told. */
  public final boolean isUnknown() {
    return variant < 0;
  }

  /**
   * The value as one of a type, whatever tells the types apart.
   *
   * @param <T> the type
   * @param type the type, such as {@code Pet.TYPE}
   * @return a value over the same JSON
   * @throws DecodeException when it is none
   */
  public final <T> T as(Codec<T> type) {
    Object value = wire;
    T found = DecodeException.decoded(type, value, getClass().getSimpleName());
    wire = type.kept(found, value);
    return found;
  }

  /**
   * The value if it is of a variant; for generated code.
   *
   * @param <T> the type
   * @param wanted the variant
   * @param type its type
   * @return the value; null when it is of another variant
   */
  protected final @Nullable <T> T as(int wanted, Codec<T> type) {
    return variant == wanted ? as(type) : null;
  }

  @Override
  public final @Nullable Object wire() {
    return wire;
  }

  /**
   * Whether the other is of the same class and means the same JSON.
   *
   * @param other what to compare with
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Union
        && other.getClass() == getClass()
        && Json.same(getRaw(), ((Union) other).getRaw());
  }

  @Override
  public final int hashCode() {
    Object raw = getRaw();
    return raw instanceof Number
        ? Double.hashCode(((Number) raw).doubleValue())
        : getClass().hashCode();
  }

  /** The class, and nothing of the value, which may be a secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "(...)";
  }
}
