package edmundruntime.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The undeclared part of a model's object, by wire name. */
final class AdditionalData extends AbstractMap<String, Object> {
  private final Map<String, Object> data;
  private final Predicate<String> declared;

  AdditionalData(Map<String, Object> data, Predicate<String> declared) {
    this.data = data;
    this.declared = declared;
  }

  private boolean isDeclared(@Nullable Object name) {
    return name instanceof String && declared.test((String) name);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return isDeclared(name) ? null : data.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return !isDeclared(name) && data.containsKey(name);
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    if (isDeclared(name)) {
      throw new IllegalArgumentException(name + " is declared: use its setter");
    }
    return data.put(name, value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object name) {
    return isDeclared(name) ? null : data.remove(name);
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        int count = 0;
        for (String name : data.keySet()) {
          count += isDeclared(name) ? 0 : 1;
        }
        return count;
      }
    };
  }

  /** Only the names: the values may be secrets. */
  @Override
  public String toString() {
    return "AdditionalData" + new LinkedHashMap<>(this).keySet();
  }

  /** Over the names there were at the start, so that entries can be removed on the way. */
  private final class Entries implements Iterator<Map.Entry<String, Object>> {
    private final Iterator<String> names = undeclared().iterator();
    private @Nullable String last;

    private List<String> undeclared() {
      List<String> found = new ArrayList<>();
      for (String name : data.keySet()) {
        if (!isDeclared(name)) {
          found.add(name);
        }
      }
      return found;
    }

    @Override
    public boolean hasNext() {
      return names.hasNext();
    }

    @Override
    public Map.Entry<String, Object> next() {
      String name = names.next();
      last = name;
      return new Entry(name);
    }

    @Override
    public void remove() {
      if (last == null) {
        throw new IllegalStateException();
      }
      data.remove(last);
      last = null;
    }
  }

  /** One member; setting its value sets the model's. */
  private final class Entry extends SimpleEntry<String, Object> {
    private static final long serialVersionUID = 1L;

    Entry(String name) {
      super(name, data.get(name));
    }

    @Override
    public @Nullable Object setValue(@Nullable Object value) {
      data.put(getKey(), value);
      return super.setValue(value);
    }
  }
}
