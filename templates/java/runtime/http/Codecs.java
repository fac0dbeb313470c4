package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How lists, maps and texts of bytes stand in JSON. */
public final class Codecs {
  /** Bytes as base64 (RFC 4648, section 4); the alphabet of URLs is read as well. */
  public static final Codec<byte[]> BASE64 =
      new Codec<>("base64 text") {
        @Override
        byte[] read(Object value) {
          return Codec.BINARY.read(value);
        }

        @Override
        Object write(byte[] value) {
          return Base64.getEncoder().encodeToString(value);
        }
      };

  private Codecs() {}

  /**
   * Lists.
   *
   * @param <T> the type of items
   * @param item the type of items
   * @return the type of lists
   */
  public static <T> Codec<List<T>> list(Codec<T> item) {
    return new OfLists<>(item);
  }

  /**
   * Objects whose members have any name.
   *
   * @param <T> the type of members
   * @param member the type of members
   * @return the type of maps
   */
  public static <T> Codec<Map<String, T>> map(Codec<T> member) {
    return new OfMaps<>(member);
  }

  /**
   * Values of a type that have one kind of JSON: no number as text.
   *
   * @param <T> the type
   * @param type the type
   * @param kind the kind
   * @return the type, read more strictly
   */
  public static <T> Codec<T> only(Codec<T> type, JsonKind kind) {
    return new Codec<>(type.expected()) {
      @Override
      T read(Object value) {
        if (JsonKind.of(value) != kind) {
          throw new IllegalArgumentException();
        }
        return type.read(value);
      }

      @Override
      Object write(T value) {
        return type.write(value);
      }
    };
  }

  private static final class OfLists<T> extends Codec<List<T>> {
    private final Codec<T> item;

    OfLists(Codec<T> item) {
      super("a list of " + item.expected());
      this.item = item;
    }

    @Override
    @SuppressWarnings("unchecked") // a list at one place has items of its codec only
    List<T> read(Object value) {
      if (value instanceof HeldList) {
        return ((HeldList<T>) value).list;
      }
      if (value instanceof ValueList) {
        return (ValueList<T>) value;
      }
      if (value instanceof List) {
        return new ValueList<>(new ArrayList<>((List<Object>) value), item, expected(), false);
      }
      throw new IllegalArgumentException();
    }

    @Override
    Object write(List<T> value) {
      return new HeldList<>(value, item);
    }

    @Override
    Object kept(List<T> found, Object value) {
      return found instanceof ValueList ? found : value;
    }
  }

  private static final class OfMaps<T> extends Codec<Map<String, T>> {
    private final Codec<T> member;

    OfMaps(Codec<T> member) {
      super("an object");
      this.member = member;
    }

    @Override
    @SuppressWarnings("unchecked") // names of members are texts
    Map<String, T> read(Object value) {
      if (value instanceof HeldMap) {
        return ((HeldMap<T>) value).map;
      }
      if (value instanceof ValueMap) {
        return (ValueMap<T>) value;
      }
      if (value instanceof Map) {
        return new ValueMap<>((Map<String, Object>) value, member, expected());
      }
      throw new IllegalArgumentException();
    }

    @Override
    Object write(Map<String, T> value) {
      return new HeldMap<>(value, member);
    }

    @Override
    Object kept(Map<String, T> found, Object value) {
      return found instanceof ValueMap ? found : value;
    }
  }
}
