package org.example.shop.schema;

import org.example.shop.models.Color;
import org.example.shop.models.Days;
import org.example.shop.models.Nothing;
import org.example.shop.runtime.EnumType;
import org.example.shop.runtime.Nullable;

/** A part of the table of types. */
final class EnumTypes1 {
  private EnumTypes1() {}

  static @Nullable EnumType<?> find(String name) {
    switch (name) {
      case "Shop.Catalog.Color":
        return Color.TYPE;
      case "Shop.Catalog.Nothing":
        return Nothing.TYPE;
      case "Shop.Catalog.Days":
        return Days.TYPE;
      default:
        return null;
    }
  }
}
