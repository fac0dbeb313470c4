package com.microsoft.graph.runtime;

import java.util.Collections;
import java.util.Map;

/** An entity or complex type with all properties, inherited ones too, by wire name. */
final class StructuredShape {
  final String name;
  final boolean entity;
  final boolean isAbstract;
  final boolean open;
  final boolean opaque;
  private final Map<String, PropertyShape> properties;

  StructuredShape(
      String name,
      Map<String, PropertyShape> properties,
      boolean entity,
      boolean isAbstract,
      boolean open,
      boolean opaque) {
    this.name = name;
    this.properties = Collections.unmodifiableMap(properties);
    this.entity = entity;
    this.isAbstract = isAbstract;
    this.open = open;
    this.opaque = opaque;
  }

  Map<String, PropertyShape> properties() {
    return properties;
  }
}
