package edmundruntime.runtime;

/**
 * The base of enumerations whose members are JSON values of several kinds. They are open: a member
 * that this client does not know keeps its value.
 */
public abstract class ScalarEnum {
  private final @Nullable Object value;

  /**
   * A member.
   *
   * @param value a text, a number, a boolean or null
   */
  protected ScalarEnum(@Nullable Object value) {
    this.value = value;
  }

  /** The value on the wire: a text, a number, a boolean or null. */
  public final @Nullable Object getValue() {
    return value;
  }

  /** The enumeration. */
  protected abstract ScalarEnumType<?> type();

  /** Whether this client knows the member. */
  public final boolean isKnown() {
    return type().isKnown(value);
  }

  /**
   * Whether the other is a member of the same enumeration with the same value.
   *
   * @param other what to compare with
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof ScalarEnum
        && other.getClass() == getClass()
        && Json.same(((ScalarEnum) other).value, value);
  }

  @Override
  public final int hashCode() {
    return ScalarEnumType.key(value).hashCode();
  }

  /** The value on the wire. */
  @Override
  public final String toString() {
    return String.valueOf(value);
  }
}
