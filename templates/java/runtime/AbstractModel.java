package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all models have in common: a typed view over the JSON object that the service sent or will
 * get.
 *
 * <p>A model keeps that object itself, so that absent, null and a value stay different, and nothing
 * that this client does not know is lost. A property that was never set is absent and not sent; one
 * that was set to null is sent as null. Values are decoded when they are read. A model is for one
 * thread at a time.
 */
public abstract class AbstractModel {
  private Map<String, Object> data = new LinkedHashMap<>();

  /** What the service sent, as it was; null for a model that is not of an answer. */
  private @Nullable Map<?, ?> origin;

  /** An empty model: every property is absent. */
  AbstractModel() {}

  /** The type. */
  protected abstract ModelType<?> type();

  /**
   * Says what the schema has to say of the type, for the validators.
   *
   * @param shape where it is said
   */
  protected void describe(TypeShape shape) {}

  final Map<String, Object> data() {
    return data;
  }

  /** Keeps what the service sent, to tell later what was changed. */
  final void remember() {
    if (origin == null) {
      origin = (Map<?, ?>) JsonWriter.copied(data);
    }
  }

  final boolean isOfAnswer() {
    return origin != null;
  }

  final @Nullable Map<?, ?> origin() {
    return origin;
  }

  final void adopt(Map<String, Object> members) {
    data = members;
  }

  /** The members as they go on the wire where {@code declared} is expected. */
  Map<String, Object> members(@Nullable ModelType<?> declared) {
    return data;
  }

  /** Whether a member says which type the object has, and is neither declared nor unknown. */
  boolean isTypeName(String wireName) {
    return false;
  }

  /**
   * What the object has beside the declared properties: annotations and unknown properties.
   *
   * @return a live map by wire name; changes go into the model
   */
  public Map<String, Object> getAdditionalData() {
    return new AdditionalData(
        data, name -> isTypeName(name) || type().shape().properties().containsKey(name));
  }

  /**
   * Replaces everything that the object has beside the declared properties.
   *
   * @param value JSON values by wire name
   */
  public void setAdditionalData(Map<String, Object> value) {
    Map<String, Object> copied = new LinkedHashMap<>(value);
    Map<String, Object> view = getAdditionalData();
    view.clear();
    view.putAll(copied);
  }

  /**
   * Whether a property is there, null included.
   *
   * @param wireName the name in JSON
   */
  public final boolean isSet(String wireName) {
    return data.containsKey(wireName);
  }

  /**
   * Makes a property absent again.
   *
   * @param wireName the name in JSON
   */
  public final void unset(String wireName) {
    data.remove(wireName);
  }

  /**
   * A property as it stands in JSON, such as a time with more digits than Java's types have.
   *
   * @param wireName the name in JSON
   * @return a copy: a map, a list, a text, a number, a boolean or null
   */
  public final @Nullable Object jsonValue(String wireName) {
    return JsonWriter.plain(data.get(wireName), null);
  }

  /**
   * Sets a property to a JSON value, whatever its declared type.
   *
   * @param wireName the name in JSON
   * @param value a map, a list, a text, a number, a boolean or null; it is copied
   */
  public final void putJsonValue(String wireName, @Nullable Object value) {
    data.put(wireName, JsonWriter.plain(value, null));
  }

  /** The JSON text (ASCII only, no blanks) as it goes on the wire. */
  public final String toJson() {
    return JsonWriter.text(this, null);
  }

  /**
   * Reads a property; for generated code.
   *
   * @param <T> the type
   * @param wireName the name in JSON
   * @param codec the type
   * @return the value; null when the property is absent or null
   * @throws DecodeException when the object holds something else
   */
  protected final @Nullable <T> T read(String wireName, Codec<T> codec) {
    Object value = data.get(wireName);
    if (value == null) {
      return null;
    }
    T found = DecodeException.decoded(codec, value, place(wireName));
    Object kept = codec.kept(found, value);
    if (kept != value) {
      data.put(wireName, kept);
      if (found instanceof Model && isOfAnswer()) {
        ((Model) found).remember();
      }
    }
    return found;
  }

  /**
   * Sets a property; for generated code.
   *
   * @param <T> the type
   * @param wireName the name in JSON
   * @param value the value; null is sent as null
   * @param codec the type
   */
  protected final <T> void write(String wireName, @Nullable T value, Codec<T> codec) {
    if (value instanceof Model) {
      data.put(wireName, new HeldModel((Model) value, (ModelType<?>) codec));
    } else {
      data.put(wireName, value == null ? null : codec.write(value));
    }
  }

  /**
   * Reads a collection; for generated code.
   *
   * @param <T> the type of items
   * @param wireName the name in JSON
   * @param codec the type of items
   * @return a live list; null when the property is absent or null
   * @throws DecodeException when the object holds something else
   */
  @SuppressWarnings("unchecked") // a list of one property has items of its codec only
  protected final @Nullable <T> List<T> readList(String wireName, Codec<T> codec) {
    Object value = data.get(wireName);
    if (value == null) {
      return null;
    }
    if (value instanceof HeldList) {
      return ((HeldList<T>) value).list;
    }
    if (value instanceof ValueList) {
      return (ValueList<T>) value;
    }
    if (!(value instanceof List)) {
      throw DecodeException.mismatch(place(wireName), "a list of " + codec.expected(), value);
    }
    ValueList<T> list =
        new ValueList<>(
            new ArrayList<>((List<Object>) value), codec, place(wireName), isOfAnswer());
    data.put(wireName, list);
    return list;
  }

  /**
   * Sets a collection; for generated code.
   *
   * @param <T> the type of items
   * @param wireName the name in JSON
   * @param value the list, which is kept: what is added later is sent as well
   * @param codec the type of items
   */
  protected final <T> void writeList(String wireName, @Nullable List<T> value, Codec<T> codec) {
    data.put(wireName, value == null ? null : new HeldList<>(value, codec));
  }

  /**
   * Reads flags; for generated code.
   *
   * @param <E> the enumeration
   * @param wireName the name in JSON
   * @param type the enumeration
   * @return an unmodifiable set; null when the property is absent or null
   * @throws DecodeException when the object holds something else
   */
  protected final @Nullable <E extends OpenEnum> Set<E> readFlags(
      String wireName, EnumType<E> type) {
    Object value = data.get(wireName);
    if (value == null) {
      return null;
    }
    try {
      return type.split(value);
    } catch (IllegalArgumentException error) {
      throw DecodeException.mismatch(place(wireName), type.expected(), value);
    }
  }

  /**
   * Sets flags; for generated code.
   *
   * @param <E> the enumeration
   * @param wireName the name in JSON
   * @param value the members
   * @param type the enumeration
   */
  protected final <E extends OpenEnum> void writeFlags(
      String wireName, @Nullable Collection<E> value, EnumType<E> type) {
    data.put(wireName, value == null ? null : type.joined(value));
  }

  private String place(String wireName) {
    return getClass().getSimpleName() + " (" + wireName + ")";
  }

  /**
   * Whether the other is of the same class and has the same content, types included.
   *
   * @param other what to compare with
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Model
            && other.getClass() == getClass()
            && Json.same(JsonWriter.plain(this, null), JsonWriter.plain((Model) other, null)));
  }

  @Override
  public final int hashCode() {
    return 31 * getClass().hashCode() + data.keySet().hashCode();
  }

  /** What is set, without what may be secret. */
  @Override
  public final String toString() {
    return Shown.model((Model) this);
  }
}
