package org.example.zoo.models;

import org.example.zoo.runtime.Codec;
import org.example.zoo.runtime.Model;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** The abstract entity type Zoo.Being. */
public class Being extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Being> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Zoo.Being", Being.class, Being::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.isAbstract(true);
    shape.property("id", "Edm.String").notNull();
  }

  public @Nullable String getId() {
    return read("id", Codec.STRING);
  }

  public void setId(@Nullable String value) {
    write("id", value, Codec.STRING);
  }
}
