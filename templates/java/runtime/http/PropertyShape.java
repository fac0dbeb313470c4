package edmundruntime.runtime;

/**
 * A property of a type. Generated code says one fact after the other; every method gives the shape
 * itself.
 */
public final class PropertyShape {
  private boolean secret;

  PropertyShape() {}

  boolean isSecret() {
    return secret;
  }

  /** The value is not to be shown. */
  public PropertyShape secret() {
    secret = true;
    return this;
  }
}
