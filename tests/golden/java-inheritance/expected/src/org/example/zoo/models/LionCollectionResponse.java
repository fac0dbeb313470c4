package org.example.zoo.models;

import java.util.List;
import org.example.zoo.runtime.ModelType;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Page;
import org.example.zoo.runtime.TypeShape;
import org.example.zoo.schema.SchemaTypes;

/** One page of a collection of Zoo.Lion. */
public class LionCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Lion> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<LionCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Zoo.Lion)",
          LionCollectionResponse.class,
          LionCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Zoo.Lion").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Lion> getValue() {
    return readList("value", Lion.TYPE);
  }

  public void setValue(@Nullable List<Lion> value) {
    writeList("value", value, Lion.TYPE);
  }
}
