package org.example.ops.schema;

import org.example.ops.runtime.EnumType;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Schema;

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
    return found;
  }

  @Override
  public @Nullable String namespace(String alias) {
    switch (alias) {
      case "o":
        return "Ops";
      default:
        return null;
    }
  }
}
