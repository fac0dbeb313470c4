package org.example.shop.models;

import org.example.shop.runtime.Codec;
import org.example.shop.runtime.Model;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Schema;
import org.example.shop.runtime.TypeShape;

/** A reference to set: the URL of an object that exists. */
public class ReferenceUpdate extends Model {
  /** The class's description. */
  public static final ModelType<ReferenceUpdate> TYPE =
      ModelType.payload(Schema.NONE, "reference", ReferenceUpdate.class, ReferenceUpdate::new);

  /** Without a URL so far. */
  public ReferenceUpdate() {}

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("@odata.id", "Edm.String").url();
  }

  /** The URL. */
  public @Nullable String getOdataId() {
    return read("@odata.id", Codec.STRING);
  }

  /**
   * Sets the URL.
   *
   * @param value the URL of an object that exists
   */
  public void setOdataId(@Nullable String value) {
    write("@odata.id", value, Codec.STRING);
  }
}
