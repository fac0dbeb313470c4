package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page of a collection that has no class of its own. */
final class LinkedPage<T extends Model> implements Page<T> {
  private final Map<?, ?> members;
  private final ModelType<T> type;

  LinkedPage(Map<?, ?> members, ModelType<T> type) {
    this.members = members;
    this.type = type;
  }

  @Override
  public List<T> getValue() {
    Object value = members.get("value");
    if (!(value instanceof List)) {
      throw new UnexpectedAnswerException("the answer is no page of a collection");
    }
    List<T> items = new ArrayList<>();
    for (Object item : (List<?>) value) {
      T model = item == null ? null : DecodeException.decoded(type, item, "a page");
      if (model != null) {
        model.remember();
      }
      items.add(model);
    }
    return items;
  }

  @Override
  public @Nullable String getOdataNextLink() {
    Object link = members.get("@odata.nextLink");
    return link instanceof String ? (String) link : null;
  }
}
