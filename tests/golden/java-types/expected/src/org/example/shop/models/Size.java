package org.example.shop.models;

import org.example.shop.runtime.Codec;
import org.example.shop.runtime.Model;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.TypeShape;
import org.example.shop.schema.SchemaTypes;

/** The complex type Shop.Catalog.Size. */
public class Size extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Size> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Shop.Catalog.Size", Size.class, Size::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("Width", "Edm.Double").notNull().expectedOnCreate();
    shape.property("Height", "Edm.Double");
  }

  public @Nullable Double getWidth() {
    return read("Width", Codec.DOUBLE);
  }

  public void setWidth(@Nullable Double value) {
    write("Width", value, Codec.DOUBLE);
  }

  public @Nullable Double getHeight() {
    return read("Height", Codec.DOUBLE);
  }

  public void setHeight(@Nullable Double value) {
    write("Height", value, Codec.DOUBLE);
  }
}
