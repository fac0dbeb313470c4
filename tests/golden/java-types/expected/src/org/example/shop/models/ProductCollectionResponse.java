package org.example.shop.models;

import java.util.List;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Page;
import org.example.shop.runtime.TypeShape;
import org.example.shop.schema.SchemaTypes;

/** One page of a collection of Shop.Catalog.Product. */
public class ProductCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Product> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ProductCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Shop.Catalog.Product)",
          ProductCollectionResponse.class,
          ProductCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Shop.Catalog.Product").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Product> getValue() {
    return readList("value", Product.TYPE);
  }

  public void setValue(@Nullable List<Product> value) {
    writeList("value", value, Product.TYPE);
  }
}
