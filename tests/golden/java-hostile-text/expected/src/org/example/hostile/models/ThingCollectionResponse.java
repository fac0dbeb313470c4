package org.example.hostile.models;

import java.util.List;
import org.example.hostile.runtime.ModelType;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.Page;
import org.example.hostile.runtime.TypeShape;
import org.example.hostile.schema.SchemaTypes;

/** One page of a collection of Hostile.Thing. */
public class ThingCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Thing> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ThingCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Hostile.Thing)",
          ThingCollectionResponse.class,
          ThingCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Hostile.Thing").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Thing> getValue() {
    return readList("value", Thing.TYPE);
  }

  public void setValue(@Nullable List<Thing> value) {
    writeList("value", value, Thing.TYPE);
  }
}
