package org.example.zoo.models;

import java.util.List;
import org.example.zoo.runtime.Codec;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** The abstract entity type Zoo.Animal. */
public class Animal extends Being {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Animal> TYPE =
      ModelType.selfNaming(SchemaTypes.SCHEMA, "Zoo.Animal", Animal.class, Animal::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.open();
    shape.property("name", "Edm.String");
    shape.property("parent", "Zoo.Animal").navigation();
    shape.property("children", "Zoo.Animal").collection().notNull().navigation();
  }

  public @Nullable String getName() {
    return read("name", Codec.STRING);
  }

  public void setName(@Nullable String value) {
    write("name", value, Codec.STRING);
  }

  public @Nullable Animal getParent() {
    return read("parent", Animal.TYPE);
  }

  public void setParent(@Nullable Animal value) {
    write("parent", value, Animal.TYPE);
  }

  public @Nullable List<Animal> getChildren() {
    return readList("children", Animal.TYPE);
  }

  public void setChildren(@Nullable List<Animal> value) {
    writeList("children", value, Animal.TYPE);
  }
}
