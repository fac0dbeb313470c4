package org.example.ops.orders.totalsince;

import java.math.BigDecimal;
import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** What is answered by Ops.totalSince. */
public class TotalSinceWithSinceGetResponse extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<TotalSinceWithSinceGetResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Ops.totalSince",
          TotalSinceWithSinceGetResponse.class,
          TotalSinceWithSinceGetResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("value", "Edm.Decimal");
  }

  public @Nullable BigDecimal getValue() {
    return read("value", Codec.DECIMAL);
  }

  public void setValue(@Nullable BigDecimal value) {
    write("value", value, Codec.DECIMAL);
  }
}
