package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.Model;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/** What has an identity of its own in the directory. */
public class Entity extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Entity> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "microsoft.graph.entity", Entity.class, Entity::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.isAbstract(true);
    shape.property("id", "Edm.String").notNull().notInsertable().notUpdatable();
  }

  /** The identifier, made by the service when the object is created. */
  public @Nullable String getId() {
    return read("id", Codec.STRING);
  }

  public void setId(@Nullable String value) {
    write("id", value, Codec.STRING);
  }
}
