package com.microsoft.graph.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes down what the schema says of a type; a derived type says it after its base. */
public final class TypeShape {
  private final String name;
  private final Map<String, PropertyShape> properties = new LinkedHashMap<>();
  private boolean entity;
  private boolean isAbstract;
  private boolean open;
  private boolean opaque;

  TypeShape(String name) {
    this.name = name;
  }

  /**
   * A property; one that was said before is said anew.
   *
   * @param wireName the name in JSON
   * @param type the qualified name of its type, or of its items'
   * @return the property, to say more of it
   */
  public PropertyShape property(String wireName, String type) {
    PropertyShape shape = new PropertyShape(type);
    properties.put(wireName, shape);
    return shape;
  }

  /** The type is an entity type. */
  public void entity() {
    entity = true;
  }

  /**
   * Whether values have to be of a derived type.
   *
   * @param value whether they do
   */
  public void isAbstract(boolean value) {
    isAbstract = value;
  }

  /** Values may have properties that are not declared. */
  public void open() {
    open = true;
  }

  /** Values are JSON of any form. */
  public void opaque() {
    opaque = true;
  }

  StructuredShape finish() {
    return new StructuredShape(name, properties, entity, isAbstract, open, opaque);
  }
}
