package org.example.shop.models;

import java.util.List;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Page;
import org.example.shop.runtime.TypeShape;
import org.example.shop.schema.SchemaTypes;

/** One page of a collection of Shop.Catalog.Size. */
public class SizeCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Size> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<SizeCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Shop.Catalog.Size)",
          SizeCollectionResponse.class,
          SizeCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Shop.Catalog.Size").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Size> getValue() {
    return readList("value", Size.TYPE);
  }

  public void setValue(@Nullable List<Size> value) {
    writeList("value", value, Size.TYPE);
  }
}
