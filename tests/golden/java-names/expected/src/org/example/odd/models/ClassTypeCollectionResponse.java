package org.example.odd.models;

import java.util.List;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Page;
import org.example.odd.runtime.TypeShape;
import org.example.odd.schema.SchemaTypes;

/** One page of a collection of Odd.Names.class. */
public class ClassTypeCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<ClassType> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ClassTypeCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Odd.Names.class)",
          ClassTypeCollectionResponse.class,
          ClassTypeCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Odd.Names.class").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<ClassType> getValue() {
    return readList("value", ClassType.TYPE);
  }

  public void setValue(@Nullable List<ClassType> value) {
    writeList("value", value, ClassType.TYPE);
  }
}
