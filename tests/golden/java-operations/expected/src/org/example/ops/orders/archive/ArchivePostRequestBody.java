package org.example.ops.orders.archive;

import java.time.LocalDate;
import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** What is sent to Ops.archive. */
public class ArchivePostRequestBody extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ArchivePostRequestBody> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Ops.archive",
          ArchivePostRequestBody.class,
          ArchivePostRequestBody::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("before", "Edm.Date").notNull().requiredOnCreate();
  }

  public @Nullable LocalDate getBefore() {
    return read("before", Codec.DATE);
  }

  public void setBefore(@Nullable LocalDate value) {
    write("before", value, Codec.DATE);
  }
}
