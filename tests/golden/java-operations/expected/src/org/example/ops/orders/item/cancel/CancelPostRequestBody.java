package org.example.ops.orders.item.cancel;

import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** What is sent to Ops.cancel. */
public class CancelPostRequestBody extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<CancelPostRequestBody> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Ops.cancel",
          CancelPostRequestBody.class,
          CancelPostRequestBody::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("reason", "Edm.String");
    shape.property("notify", "Edm.Boolean").notNull().requiredOnCreate();
  }

  public @Nullable String getReason() {
    return read("reason", Codec.STRING);
  }

  public void setReason(@Nullable String value) {
    write("reason", value, Codec.STRING);
  }

  public @Nullable Boolean getNotify() {
    return read("notify", Codec.BOOLEAN);
  }

  public void setNotify(@Nullable Boolean value) {
    write("notify", value, Codec.BOOLEAN);
  }
}
