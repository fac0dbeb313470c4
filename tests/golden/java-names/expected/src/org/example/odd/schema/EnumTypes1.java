package org.example.odd.schema;

import org.example.odd.models.Case;
import org.example.odd.runtime.EnumType;
import org.example.odd.runtime.Nullable;

/** A part of the table of types. */
final class EnumTypes1 {
  private EnumTypes1() {}

  static @Nullable EnumType<?> find(String name) {
    switch (name) {
      case "Odd.Names.case":
        return Case.TYPE;
      default:
        return null;
    }
  }
}
