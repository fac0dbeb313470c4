package edmundruntime.runtime;

/**
 * A property of a type: what its values must be and what writing it means. Generated code says one
 * fact after the other; every method gives the shape itself.
 */
public final class PropertyShape {
  final ValueShape value;
  boolean required;
  boolean insertable = true;
  boolean updatable = true;
  boolean requiredOnCreate;
  boolean requiredOnUpdate;
  private boolean secret;

  PropertyShape(ValueShape value) {
    this.value = value;
  }

  boolean isSecret() {
    return secret;
  }

  /** The value is not to be shown. */
  public PropertyShape secret() {
    secret = true;
    return this;
  }

  /** It is there in answers. */
  public PropertyShape required() {
    required = true;
    return this;
  }

  /** It is given on create. */
  public PropertyShape requiredOnCreate() {
    requiredOnCreate = true;
    return this;
  }

  /** It is given on update. */
  public PropertyShape requiredOnUpdate() {
    requiredOnUpdate = true;
    return this;
  }

  /** The service sets it on create. */
  public PropertyShape notInsertable() {
    insertable = false;
    return this;
  }

  /** The service alone changes it. */
  public PropertyShape notUpdatable() {
    updatable = false;
    return this;
  }
}
