package org.example.ops.version;

import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** What is answered by Ops.version. */
public class VersionGetResponse extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<VersionGetResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA, "Ops.version", VersionGetResponse.class, VersionGetResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("value", "Edm.String").notNull();
  }

  public @Nullable String getValue() {
    return read("value", Codec.STRING);
  }

  public void setValue(@Nullable String value) {
    write("value", value, Codec.STRING);
  }
}
