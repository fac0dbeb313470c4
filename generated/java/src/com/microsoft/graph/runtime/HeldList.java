package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.List;

/** A list that a caller set, kept as it is: what is added to it later is sent as well. */
final class HeldList<T> implements WireList {
  final List<T> list;
  private final Codec<T> codec;

  HeldList(List<T> list, Codec<T> codec) {
    this.list = list;
    this.codec = codec;
  }

  @Override
  public List<?> wire() {
    List<Object> wire = new ArrayList<>(list.size());
    for (T item : list) {
      wire.add(item == null ? null : codec.write(item));
    }
    return wire;
  }

  @Override
  public @Nullable ModelType<?> declared() {
    return codec instanceof ModelType ? (ModelType<?>) codec : null;
  }
}
