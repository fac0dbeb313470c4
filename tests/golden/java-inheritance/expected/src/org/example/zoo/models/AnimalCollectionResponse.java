package org.example.zoo.models;

import java.util.List;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Page;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** One page of a collection of Zoo.Animal. */
public class AnimalCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Animal> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<AnimalCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Zoo.Animal)",
          AnimalCollectionResponse.class,
          AnimalCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Zoo.Animal").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Animal> getValue() {
    return readList("value", Animal.TYPE);
  }

  public void setValue(@Nullable List<Animal> value) {
    writeList("value", value, Animal.TYPE);
  }
}
