package com.microsoft.graph.runtime;

import java.util.AbstractList;
import java.util.List;

/**
 * A live list over a JSON array: an item is decoded when it is read, and a change goes into the
 * array. What is not changed is written as it came.
 */
final class ValueList<T> extends AbstractList<T> implements WireList {
  private final List<Object> raw;
  private final Codec<T> codec;
  private final String place;
  private final boolean ofAnswer;

  ValueList(List<Object> raw, Codec<T> codec, String place, boolean ofAnswer) {
    this.raw = raw;
    this.codec = codec;
    this.place = place;
    this.ofAnswer = ofAnswer;
  }

  @Override
  public @Nullable T get(int index) {
    Object value = raw.get(index);
    if (value == null) {
      return null;
    }
    T item = DecodeException.decoded(codec, value, place);
    Object kept = codec.kept(item, value);
    if (kept != value) {
      raw.set(index, kept);
      if (item instanceof Model && ofAnswer) {
        ((Model) item).remember();
      }
    }
    return item;
  }

  @Override
  public int size() {
    return raw.size();
  }

  @Override
  public @Nullable T set(int index, @Nullable T item) {
    T before = get(index);
    raw.set(index, item == null ? null : codec.write(item));
    return before;
  }

  @Override
  public void add(int index, @Nullable T item) {
    raw.add(index, item == null ? null : codec.write(item));
    modCount++;
  }

  @Override
  public @Nullable T remove(int index) {
    T before = get(index);
    raw.remove(index);
    modCount++;
    return before;
  }

  @Override
  public List<?> wire() {
    return raw;
  }

  @Override
  public @Nullable ModelType<?> declared() {
    return codec instanceof ModelType ? (ModelType<?>) codec : null;
  }
}
