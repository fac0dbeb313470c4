package com.microsoft.graph.runtime;

import java.math.BigDecimal;
import java.util.List;

/** A value in use: its type, facets and constraints; for a collection those of its items. */
class ValueShape {
  final String type;
  boolean collection;
  boolean flags;
  boolean nullable = true;
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
  List<String> types = List.of();
  List<String> writableTypes = List.of();

  ValueShape(String type, boolean collection, boolean nullable) {
    this.type = type;
    this.collection = collection;
    this.nullable = nullable;
  }
}
