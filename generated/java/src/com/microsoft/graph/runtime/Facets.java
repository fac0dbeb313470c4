package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for values of a type; for a collection what holds for its items. Generated code says
 * one fact after the other; every method gives the shape itself.
 *
 * @param <S> the shape
 */
public abstract class Facets<S extends Facets<S>> {
  final String type;
  int maxLength = -1;
  int precision = -1;
  int scale = -1;
  boolean floatingScale;
  @Nullable String pattern;
  @Nullable Bound minimum;
  @Nullable Bound maximum;
  @Nullable BigDecimal multipleOf;
  @Nullable List<Object> allowedValues;
  int minItems = -1;
  int maxItems = -1;
  boolean url;
  boolean base64;

  Facets(String type) {
    this.type = type;
  }

  abstract S self();

  /**
   * Text and binary data are no longer than this.
   *
   * @param most characters, or bytes
   */
  public S maxLength(int most) {
    maxLength = most;
    return self();
  }

  /**
   * Numbers have no more digits, seconds no more fractional digits than this.
   *
   * @param digits how many
   */
  public S precision(int digits) {
    precision = digits;
    return self();
  }

  /**
   * Decimals have no more fractional digits than this.
   *
   * @param digits how many
   */
  public S scale(int digits) {
    scale = digits;
    return self();
  }

  /** A decimal has significant digits and an exponent. */
  public S floatingScale() {
    floatingScale = true;
    return self();
  }

  /**
   * Text matches an expression anywhere.
   *
   * @param expression in the dialect of ECMA 262
   */
  public S pattern(String expression) {
    pattern = expression;
    return self();
  }

  /**
   * Values are not below this.
   *
   * @param literal a literal of the type
   */
  public S minimum(String literal) {
    minimum = new Bound(literal, false);
    return self();
  }

  /**
   * Values are above this.
   *
   * @param literal a literal of the type
   */
  public S above(String literal) {
    minimum = new Bound(literal, true);
    return self();
  }

  /**
   * Values are not above this.
   *
   * @param literal a literal of the type
   */
  public S maximum(String literal) {
    maximum = new Bound(literal, false);
    return self();
  }

  /**
   * Values are below this.
   *
   * @param literal a literal of the type
   */
  public S below(String literal) {
    maximum = new Bound(literal, true);
    return self();
  }

  /**
   * Numbers are multiples of this.
   *
   * @param step a decimal number
   */
  public S multipleOf(String step) {
    multipleOf = new BigDecimal(step);
    return self();
  }

  /**
   * One more value that is allowed; others than those said are not.
   *
   * @param json the value as JSON text
   */
  public S allow(String json) {
    if (allowedValues == null) {
      allowedValues = new ArrayList<>();
    }
    allowedValues.add(Json.parse(json));
    return self();
  }

  /** No value is allowed but those said. */
  public S allowOnly() {
    allowedValues = new ArrayList<>();
    return self();
  }

  /**
   * A collection has at least this many items.
   *
   * @param count how many
   */
  public S minItems(int count) {
    minItems = count;
    return self();
  }

  /**
   * A collection has at most this many items.
   *
   * @param count how many
   */
  public S maxItems(int count) {
    maxItems = count;
    return self();
  }

  /** Text is a URL. */
  public S url() {
    url = true;
    return self();
  }

  /** Text carries base64 data. */
  public S base64() {
    base64 = true;
    return self();
  }
}
