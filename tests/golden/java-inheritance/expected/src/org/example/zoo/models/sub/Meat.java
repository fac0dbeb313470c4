package org.example.zoo.models.sub;

import org.example.zoo.runtime.Codec;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** The complex type Zoo.Sub.Meat. */
public class Meat extends Food {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Meat> TYPE =
      ModelType.selfNaming(SchemaTypes.SCHEMA, "Zoo.Sub.Meat", Meat.class, Meat::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape.property("grams", "Edm.Int32");
  }

  public @Nullable Integer getGrams() {
    return read("grams", Codec.INTEGER);
  }

  public void setGrams(@Nullable Integer value) {
    write("grams", value, Codec.INTEGER);
  }
}
