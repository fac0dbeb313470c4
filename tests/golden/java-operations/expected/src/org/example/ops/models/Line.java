package org.example.ops.models;

import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** The entity type Ops.Line. */
public class Line extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Line> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Ops.Line", Line.class, Line::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.property("order", "Edm.Int32").notNull();
    shape.property("number", "Edm.Int32").notNull();
  }

  public @Nullable Integer getOrder() {
    return read("order", Codec.INTEGER);
  }

  public void setOrder(@Nullable Integer value) {
    write("order", value, Codec.INTEGER);
  }

  public @Nullable Integer getNumber() {
    return read("number", Codec.INTEGER);
  }

  public void setNumber(@Nullable Integer value) {
    write("number", value, Codec.INTEGER);
  }
}
