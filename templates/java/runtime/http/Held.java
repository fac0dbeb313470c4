package edmundruntime.runtime;

/** What callers and readers put into a model, as it stands in JSON. */
final class Held {
  private Held() {}

  /** The value without what holds it: a model, a file, a map, a list or a scalar. */
  static @Nullable Object value(@Nullable Object given) {
    if (given instanceof HeldModel) {
      return ((HeldModel) given).model;
    }
    if (given instanceof WireList) {
      return ((WireList) given).wire();
    }
    return given instanceof WireValue && !(given instanceof FileContent)
        ? value(((WireValue) given).wire())
        : given;
  }
}
