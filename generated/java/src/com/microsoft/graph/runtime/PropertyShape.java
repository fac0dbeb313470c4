package com.microsoft.graph.runtime;

import java.util.Arrays;
import java.util.List;

/**
 * A property of a type, or a parameter of an action: what its values must be and what writing it
 * means. Generated code says one fact after the other; every method gives the shape itself.
 */
public final class PropertyShape extends Facets<PropertyShape> {
  boolean collection;
  boolean flags;
  boolean nullable = true;
  List<String> types = List.of();
  List<String> writableTypes = List.of();
  private boolean secret;

  /** The built-in type that values have in OData 1 to 3, where that is another one. */
  @Nullable String wire;

  boolean navigation;
  boolean insertable = true;
  boolean updatable = true;
  boolean requiredOnCreate;
  boolean requiredOnUpdate;
  boolean expectedOnCreate;

  PropertyShape(String type) {
    super(type);
  }

  @Override
  PropertyShape self() {
    return this;
  }

  boolean isSecret() {
    return secret;
  }

  /**
   * Values have another built-in type in the version of OData that the service speaks.
   *
   * @param type what it is called there
   */
  public PropertyShape wire(String type) {
    wire = type;
    return this;
  }

  /** The value is an array; what else is said is said of its items. */
  public PropertyShape collection() {
    collection = true;
    return this;
  }

  /** The value names members of an enumeration, any number of them. */
  public PropertyShape flags() {
    flags = true;
    return this;
  }

  /** The value is never null. */
  public PropertyShape notNull() {
    nullable = false;
    return this;
  }

  /** The value is not to be shown. */
  public PropertyShape secret() {
    secret = true;
    return this;
  }

  /** The property refers to entities. */
  public PropertyShape navigation() {
    navigation = true;
    return this;
  }

  /** It is not given on create. */
  public PropertyShape notInsertable() {
    insertable = false;
    return this;
  }

  /** It is not given on update. */
  public PropertyShape notUpdatable() {
    updatable = false;
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

  /** It is never null, and has no default: create should give it. */
  public PropertyShape expectedOnCreate() {
    expectedOnCreate = true;
    return this;
  }

  /**
   * Values are of these types or derived from them.
   *
   * @param names qualified names
   */
  public PropertyShape types(String... names) {
    types = List.copyOf(Arrays.asList(names));
    return this;
  }

  /**
   * Values in requests are of these types or derived from them.
   *
   * @param names qualified names
   */
  public PropertyShape writableTypes(String... names) {
    writableTypes = List.copyOf(Arrays.asList(names));
    return this;
  }
}
