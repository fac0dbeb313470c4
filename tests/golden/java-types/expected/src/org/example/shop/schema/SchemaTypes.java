package org.example.shop.schema;

import org.example.shop.runtime.EnumType;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Schema;

/** The types of the schema, by name. */
public final class SchemaTypes implements Schema {
  /** The one table. */
  public static final Schema SCHEMA = new SchemaTypes();

  private SchemaTypes() {}

  @Override
  public @Nullable ModelType<?> model(String name) {
    ModelType<?> found = null;
    if (found == null) {
      found = ModelTypes1.find(name);
    }
    return found;
  }

  @Override
  public @Nullable EnumType<?> enumeration(String name) {
    EnumType<?> found = null;
    if (found == null) {
      found = EnumTypes1.find(name);
    }
    return found;
  }

  @Override
  public @Nullable String namespace(String alias) {
    switch (alias) {
      case "self":
        return "Shop.Catalog";
      default:
        return null;
    }
  }
}
