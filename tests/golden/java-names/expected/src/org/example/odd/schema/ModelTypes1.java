package org.example.odd.schema;

import org.example.odd.models.ClassType;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Odd.Names.class":
        return ClassType.TYPE;
      default:
        return null;
    }
  }
}
