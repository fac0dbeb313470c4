package org.example.ops.models;

import java.math.BigDecimal;
import java.util.List;
import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** The entity type Ops.Order. */
public class Order extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Order> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Ops.Order", Order.class, Order::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.property("id", "Edm.Int32").notNull();
    shape.property("total", "Edm.Decimal").requiredOnCreate();
    shape.property("lines", "Ops.Line").collection().notNull().navigation();
  }

  public @Nullable Integer getId() {
    return read("id", Codec.INTEGER);
  }

  public void setId(@Nullable Integer value) {
    write("id", value, Codec.INTEGER);
  }

  public @Nullable BigDecimal getTotal() {
    return read("total", Codec.DECIMAL);
  }

  public void setTotal(@Nullable BigDecimal value) {
    write("total", value, Codec.DECIMAL);
  }

  public @Nullable List<Line> getLines() {
    return readList("lines", Line.TYPE);
  }

  public void setLines(@Nullable List<Line> value) {
    writeList("lines", value, Line.TYPE);
  }
}
