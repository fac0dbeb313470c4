package org.example.zoo.schema;

import org.example.zoo.models.Animal;
import org.example.zoo.models.Being;
import org.example.zoo.models.Lion;
import org.example.zoo.models.sub.Food;
import org.example.zoo.models.sub.Meat;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Zoo.Being":
        return Being.TYPE;
      case "Zoo.Animal":
        return Animal.TYPE;
      case "Zoo.Lion":
        return Lion.TYPE;
      case "Zoo.Sub.Food":
        return Food.TYPE;
      case "Zoo.Sub.Meat":
        return Meat.TYPE;
      default:
        return null;
    }
  }
}
