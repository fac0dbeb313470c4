package org.example.ops.schema;

import org.example.ops.models.Line;
import org.example.ops.models.Order;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Ops.Order":
        return Order.TYPE;
      case "Ops.Line":
        return Line.TYPE;
      default:
        return null;
    }
  }
}
