package com.microsoft.graph.runtime;

/**
 * The base of enumerations. They are open: a member that this client does not know keeps its text.
 */
public abstract class OpenEnum {
  private final String value;

  /**
   * A member.
   *
   * @param value the text on the wire
   */
  protected OpenEnum(String value) {
    this.value = value;
  }

  /** The text on the wire. */
  public final String getValue() {
    return value;
  }

  /** The enumeration. */
  protected abstract EnumType<?> type();

  /** Whether this client knows the member. */
  public final boolean isKnown() {
    return type().isKnown(value);
  }

  /**
   * Whether the other is a member of the same enumeration with the same text.
   *
   * @param other what to compare with
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof OpenEnum
        && other.getClass() == getClass()
        && ((OpenEnum) other).value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** The text on the wire. */
  @Override
  public final String toString() {
    return value;
  }
}
