package edmundruntime.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A live map over a JSON object: a member is decoded when it is read, and a change goes into the
 * object. What is not changed is written as it came.
 */
final class ValueMap<T> extends AbstractMap<String, T> implements WireValue {
  private final Map<String, Object> raw;
  private final Codec<T> codec;
  private final String place;

  ValueMap(Map<String, Object> raw, Codec<T> codec, String place) {
    this.raw = raw;
    this.codec = codec;
    this.place = place;
  }

  @Override
  public Object wire() {
    return raw;
  }

  @Override
  public @Nullable T get(@Nullable Object name) {
    Object value = raw.get(name);
    if (value == null) {
      return null;
    }
    T member = DecodeException.decoded(codec, value, place);
    Object kept = codec.kept(member, value);
    if (kept != value) {
      raw.put((String) name, kept);
    }
    return member;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return raw.containsKey(name);
  }

  @Override
  public @Nullable T put(String name, @Nullable T value) {
    T before = get(name);
    raw.put(name, value == null ? null : codec.write(value));
    return before;
  }

  @Override
  public @Nullable T remove(@Nullable Object name) {
    T before = get(name);
    raw.remove(name);
    return before;
  }

  @Override
  public Set<Map.Entry<String, T>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, T>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return raw.size();
      }
    };
  }

  /** Over the names there were at the start, so that entries can be removed on the way. */
  private final class Entries implements Iterator<Map.Entry<String, T>> {
    private final Iterator<String> names = new ArrayList<>(raw.keySet()).iterator();
    private @Nullable String last;

    @Override
    public boolean hasNext() {
      return names.hasNext();
    }

    @Override
    public Map.Entry<String, T> next() {
      String name = names.next();
      last = name;
      return new Entry(name);
    }

    @Override
    public void remove() {
      if (last == null) {
        throw new IllegalStateException();
      }
      raw.remove(last);
      last = null;
    }
  }

  /** One member; setting its value sets the object's. */
  private final class Entry extends SimpleEntry<String, T> {
    private static final long serialVersionUID = 1L;

    Entry(String name) {
      super(name, ValueMap.this.get(name));
    }

    @Override
    public @Nullable T setValue(@Nullable T value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }
}
