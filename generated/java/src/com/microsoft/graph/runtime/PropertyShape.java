package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A property of a type, or a parameter of an action: what its values must be and what writing it
 * means. Generated code says one fact after the other; every method gives the shape itself.
 */
public final class PropertyShape extends ValueShape {
  private boolean secret;
  boolean navigation;
  boolean insertable = true;
  boolean updatable = true;
  boolean requiredOnCreate;
  boolean requiredOnUpdate;
  boolean expectedOnCreate;

  PropertyShape(String type) {
    super(type, false, true);
  }

  boolean isSecret() {
    return secret;
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
   * Text and binary data are no longer than this.
   *
   * @param most characters, or bytes
   */
  public PropertyShape maxLength(int most) {
    maxLength = most;
    return this;
  }

  /**
   * Numbers have no more digits, seconds no more fractional digits than this.
   *
   * @param digits how many
   */
  public PropertyShape precision(int digits) {
    precision = digits;
    return this;
  }

  /**
   * Decimals have no more fractional digits than this.
   *
   * @param digits how many
   */
  public PropertyShape scale(int digits) {
    scale = digits;
    return this;
  }

  /** A decimal has significant digits and an exponent. */
  public PropertyShape floatingScale() {
    floatingScale = true;
    return this;
  }

  /**
   * Text matches an expression anywhere.
   *
   * @param expression in the dialect of ECMA 262
   */
  public PropertyShape pattern(String expression) {
    pattern = expression;
    return this;
  }

  /**
   * Values are not below this.
   *
   * @param literal a literal of the type
   */
  public PropertyShape minimum(String literal) {
    minimum = new Bound(literal, false);
    return this;
  }

  /**
   * Values are above this.
   *
   * @param literal a literal of the type
   */
  public PropertyShape above(String literal) {
    minimum = new Bound(literal, true);
    return this;
  }

  /**
   * Values are not above this.
   *
   * @param literal a literal of the type
   */
  public PropertyShape maximum(String literal) {
    maximum = new Bound(literal, false);
    return this;
  }

  /**
   * Values are below this.
   *
   * @param literal a literal of the type
   */
  public PropertyShape below(String literal) {
    maximum = new Bound(literal, true);
    return this;
  }

  /**
   * Numbers are multiples of this.
   *
   * @param step a decimal number
   */
  public PropertyShape multipleOf(String step) {
    multipleOf = new BigDecimal(step);
    return this;
  }

  /**
   * One more value that is allowed; others than those said are not.
   *
   * @param json the value as JSON text
   */
  public PropertyShape allow(String json) {
    if (allowedValues == null) {
      allowedValues = new ArrayList<>();
    }
    allowedValues.add(Json.parse(json));
    return this;
  }

  /** No value is allowed but those said. */
  public PropertyShape allowOnly() {
    allowedValues = new ArrayList<>();
    return this;
  }

  /**
   * A collection has at least this many items.
   *
   * @param count how many
   */
  public PropertyShape minItems(int count) {
    minItems = count;
    return this;
  }

  /**
   * A collection has at most this many items.
   *
   * @param count how many
   */
  public PropertyShape maxItems(int count) {
    maxItems = count;
    return this;
  }

  /** Text is a URL. */
  public PropertyShape url() {
    url = true;
    return this;
  }

  /** Text carries base64 data. */
  public PropertyShape base64() {
    base64 = true;
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
