package com.microsoft.graph.models.odataerrors;

import com.microsoft.graph.runtime.Masking;
import com.microsoft.graph.runtime.Nullable;

/** One object of an error answer, read with tolerance: what has the wrong type reads as null. */
public abstract class ErrorPart {
  private final java.util.Map<String, Object> data = new java.util.LinkedHashMap<>();

  ErrorPart(@Nullable Object given) {
    if (given instanceof java.util.Map) {
      ((java.util.Map<?, ?>) given).forEach((name, value) -> data.put(String.valueOf(name), value));
    }
  }

  final @Nullable String text(String name) {
    Object value = data.get(name);
    return value instanceof String ? (String) value : null;
  }

  /** Everything that the service sent in this object, by wire name; unmodifiable. */
  public final java.util.Map<String, Object> getAdditionalData() {
    return java.util.Collections.unmodifiableMap(data);
  }

  /** The members, secrets masked. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + Masking.mask(data.toString());
  }
}
