package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a model shows itself: enough to tell it, no secret, never long. */
final class Shown {
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_ITEMS = 20;

  private final Set<Model> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private Shown() {}

  /**
   * {@code Class(name=value, ...)} of what is set. Secrets are masked, unknown properties only
   * named: nobody can say whether they are secrets.
   */
  static String model(Model model) {
    return new Shown().text(model);
  }

  private String text(Model model) {
    if (!open.add(model)) {
      return "...";
    }
    Map<String, PropertyShape> declared = model.type().shape().properties();
    List<String> parts = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    model
        .data()
        .forEach(
            (name, value) -> {
              PropertyShape shape = declared.get(name);
              if (model.isTypeName(name)) {
                parts.add(name + "=" + value(value));
              } else if (shape == null) {
                unknown.add(name);
              } else {
                parts.add(name + "=" + (shape.isSecret() && value != null ? "***" : value(value)));
              }
            });
    if (!unknown.isEmpty()) {
      String rest = unknown.size() > MOST_ITEMS ? ", ..." : "";
      List<String> named = unknown.subList(0, Math.min(MOST_ITEMS, unknown.size()));
      parts.add("additionalData=<" + String.join(", ", named) + rest + ">");
    }
    open.remove(model);
    return model.getClass().getSimpleName() + "(" + String.join(", ", parts) + ")";
  }

  private String value(@Nullable Object value) {
    if (value instanceof Model) {
      return text((Model) value);
    }
    if (value instanceof HeldModel) {
      return text(((HeldModel) value).model);
    }
    if (value instanceof WireValue) {
      return value(((WireValue) value).wire());
    }
    if (value instanceof WireList || value instanceof List) {
      List<?> items = value instanceof WireList ? ((WireList) value).wire() : (List<?>) value;
      List<String> parts = new ArrayList<>();
      items.stream().limit(MOST_ITEMS).forEach(item -> parts.add(value(item)));
      String rest = items.size() > MOST_ITEMS ? ", ... " + items.size() + " items" : "";
      return "[" + String.join(", ", parts) + rest + "]";
    }
    if (value instanceof Map) {
      return "<object of " + ((Map<?, ?>) value).size() + ">";
    }
    if (value instanceof String && ((String) value).length() > LONGEST_TEXT) {
      int length = ((String) value).length();
      return "'" + ((String) value).substring(0, LONGEST_TEXT) + "...' (" + length + " characters)";
    }
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
  }
}
