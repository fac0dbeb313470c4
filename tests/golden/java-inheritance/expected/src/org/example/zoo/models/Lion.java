package org.example.zoo.models;

import org.example.zoo.models.sub.Food;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** The entity type Zoo.Lion. */
public class Lion extends Animal {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Lion> TYPE =
      ModelType.selfNaming(SchemaTypes.SCHEMA, "Zoo.Lion", Lion.class, Lion::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape.property("food", "Zoo.Sub.Food").notNull().expectedOnCreate();
  }

  public @Nullable Food getFood() {
    return read("food", Food.TYPE);
  }

  public void setFood(@Nullable Food value) {
    write("food", value, Food.TYPE);
  }
}
