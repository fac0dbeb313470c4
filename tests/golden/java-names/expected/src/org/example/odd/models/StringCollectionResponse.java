package org.example.odd.models;

import org.example.odd.runtime.Codec;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Page;
import org.example.odd.runtime.Schema;

/** A page of references. */
public class StringCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<String> {
  /** The class's description. */
  public static final ModelType<StringCollectionResponse> TYPE =
      ModelType.payload(
          Schema.NONE, "references", StringCollectionResponse.class, StringCollectionResponse::new);

  /** An empty page. */
  public StringCollectionResponse() {}

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  /** The URLs of the objects referred to. */
  @Override
  public @Nullable java.util.List<String> getValue() {
    java.util.List<Object> found = readList("value", Codec.ANY);
    if (found == null) {
      return null;
    }
    java.util.List<String> urls = new java.util.ArrayList<>();
    for (Object item : found) {
      Object url =
          item instanceof java.util.Map ? ((java.util.Map<?, ?>) item).get("@odata.id") : item;
      if (url instanceof String) {
        urls.add((String) url);
      }
    }
    return urls;
  }
}
