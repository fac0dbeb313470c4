package com.microsoft.graph.schema;

import com.microsoft.graph.runtime.EnumType;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Schema;

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
      case "graph":
        return "microsoft.graph";
      case "Edmund":
        return "Edmund.V1";
      default:
        return null;
    }
  }
}
