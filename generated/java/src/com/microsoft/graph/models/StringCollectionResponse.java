package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Page;
import com.microsoft.graph.runtime.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  public @Nullable List<String> getValue() {
    List<Object> found = readList("value", Codec.ANY);
    if (found == null) {
      return null;
    }
    List<String> urls = new ArrayList<>();
    for (Object item : found) {
      Object url = item instanceof Map ? ((Map<?, ?>) item).get("@odata.id") : item;
      if (url instanceof String) {
        urls.add((String) url);
      }
    }
    return urls;
  }
}
