package org.example.hostile.models;

import org.example.hostile.runtime.Codec;
import org.example.hostile.runtime.Model;
import org.example.hostile.runtime.ModelType;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.Schema;
import org.example.hostile.runtime.TypeShape;

/** A reference to add: the URL of an object that exists. */
public class ReferenceCreate extends Model {
  /** The class's description. */
  public static final ModelType<ReferenceCreate> TYPE =
      ModelType.payload(Schema.NONE, "reference", ReferenceCreate.class, ReferenceCreate::new);

  /** Without a URL so far. */
  public ReferenceCreate() {}

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
