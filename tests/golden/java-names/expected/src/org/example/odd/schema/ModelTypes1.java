package org.example.odd.schema;

import org.example.odd.models.ClassEscaped;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Odd.Names.class":
        return ClassEscaped.TYPE;
      default:
        return null;
    }
  }
}
