package org.example.shop.schema;

import org.example.shop.models.Product;
import org.example.shop.models.Size;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;

/** A part of the table of types. */
final class ModelTypes1 {
  private ModelTypes1() {}

  static @Nullable ModelType<?> find(String name) {
    switch (name) {
      case "Shop.Catalog.Size":
        return Size.TYPE;
      case "Shop.Catalog.Product":
        return Product.TYPE;
      default:
        return null;
    }
  }
}
