package edmundruntime.runtime;

/** A value of a union in the making: of which variant it is, and how it stands in JSON. */
public final class UnionValue {
  final int variant;
  final @Nullable Object wire;

  UnionValue(int variant, @Nullable Object wire) {
    this.variant = variant;
    this.wire = wire;
  }

  /**
   * A caller's value; for generated code.
   *
   * @param <T> the type
   * @param variant which variant it is of
   * @param type the type of that variant
   * @param value the value
   * @return what the union is made of
   */
  public static <T> UnionValue of(int variant, Codec<T> type, T value) {
    Object written = type.write(value);
    boolean isModel = value instanceof Model;
    return new UnionValue(
        variant, isModel ? new HeldModel((Model) value, (ModelType<?>) type) : written);
  }
}
