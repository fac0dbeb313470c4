package org.example.zoo.models.sub;

import org.example.zoo.runtime.Codec;
import org.example.zoo.runtime.Model;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** The abstract complex type Zoo.Sub.Food. */
public class Food extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Food> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Zoo.Sub.Food", Food.class, Food::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.isAbstract(true);
    shape.property("name", "Edm.String");
  }

  public @Nullable String getName() {
    return read("name", Codec.STRING);
  }

  public void setName(@Nullable String value) {
    write("name", value, Codec.STRING);
  }
}
