package org.example.hostile.schema;

import org.example.hostile.models.Thing;
import org.example.hostile.runtime.ModelType;
import org.example.hostile.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Hostile.Thing":
        return Thing.TYPE;
      default:
        return null;
    }
  }
}
