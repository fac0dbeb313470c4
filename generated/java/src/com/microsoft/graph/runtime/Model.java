package com.microsoft.graph.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base of models: a typed view over the JSON object that the service sent or will get.
 *
 * <p>A model keeps that object itself, so that absent, null and a value stay different, and nothing
 * that this client does not know is lost. A property that was never set is absent and not sent; one
 * that was set to null is sent as null. Values are decoded when they are read. A model is for one
 * thread at a time.
 */
public abstract class Model extends AbstractModel {
  static final String TYPE_NAME = "@odata.type";
  static final String SHORT_TYPE_NAME = "@type";

  /** An empty model: every property is absent. */
  protected Model() {}

  /** The type that an object names, if it is derived from the declared one; null for none. */
  static @Nullable ModelType<?> named(ModelType<?> declared, Map<String, ?> members) {
    Object named = members.get(TYPE_NAME);
    if (named == null) {
      named = members.get(SHORT_TYPE_NAME);
    }
    if (!(named instanceof String)) {
      return null;
    }
    Schema schema = declared.schema();
    ModelType<?> found = schema.model(schema.plainName((String) named));
    return found != null && declared.isBaseOf(found) ? found : null;
  }

  @Override
  final boolean isTypeName(String wireName) {
    return TYPE_NAME.equals(wireName);
  }

  @Override
  final Map<String, Object> members(@Nullable ModelType<?> declared) {
    if (!needsType(declared)) {
      return data();
    }
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put(TYPE_NAME, "#" + type().name());
    typed.putAll(data());
    return typed;
  }

  /** Whether the object must say its type where `declared` is expected (JSON Format, 4.6.3). */
  private boolean needsType(@Nullable ModelType<?> declared) {
    return declared != null
        && type() != declared
        && type().isOfSchema()
        && !data().containsKey(TYPE_NAME)
        && !data().containsKey(SHORT_TYPE_NAME);
  }

  /** The members that are no longer as the service sent them; all of a model of one's own. */
  final Map<String, Object> changes() {
    Map<?, ?> before = origin();
    if (before == null) {
      return data();
    }
    Map<String, Object> changed = new LinkedHashMap<>();
    data()
        .forEach(
            (name, value) -> {
              PropertyShape shape = type().shape().properties().get(name);
              boolean needed = shape != null && shape.requiredOnUpdate;
              if (needed
                  || !before.containsKey(name)
                  || !Json.same(JsonWriter.plain(value, null), before.get(name))) {
                changed.put(name, value);
              }
            });
    return changed;
  }

  /**
   * The type's name as the service writes it: {@code #namespace.type}; null when nothing says it.
   */
  public @Nullable String getOdataType() {
    Object named = data().get(TYPE_NAME);
    if (named == null) {
      named = data().get(SHORT_TYPE_NAME);
    }
    return named instanceof String ? (String) named : type().shownName();
  }

  /**
   * Says which type the value has.
   *
   * @param value {@code #namespace.type}; null takes back what was said
   */
  public void setOdataType(@Nullable String value) {
    // Null names no type (OData JSON Format 4.01, section 4.6.3).
    if (value == null) {
      data().remove(TYPE_NAME);
    } else {
      data().put(TYPE_NAME, value);
    }
  }

  /**
   * Where the rest of an expanded collection is: for {@code withUrl} of its request builder, or
   * {@code pages} of the client.
   *
   * @param wireName the name of the collection in JSON
   * @return the link; null when all items are here
   */
  public final @Nullable String nextLinkOf(String wireName) {
    Object link = data().get(wireName + "@odata.nextLink");
    link = link == null ? data().get(wireName + "@nextLink") : link;
    return link instanceof String ? (String) link : null;
  }

  /** What a delta answer says of an item that is gone; null for one that is there. */
  public final @Nullable Removal removal() {
    return Removal.of(data());
  }

  /** The ETag that the service gave with the object, for {@code ifMatch}; null for none. */
  public final @Nullable String etag() {
    Object tag = data().get("@odata.etag");
    tag = tag == null ? data().get("@etag") : tag;
    return tag instanceof String ? (String) tag : null;
  }

  /**
   * What is wrong with this value by the schema's rules for an answer.
   *
   * @return all that was found; empty when nothing is wrong
   */
  public final List<Violation> validate() {
    return Validator.validate(this, null);
  }

  /**
   * What is wrong with this value by the schema's rules.
   *
   * @param operation what the value is sent for; null for an answer
   * @return all that was found; empty when nothing is wrong
   */
  public final List<Violation> validate(@Nullable WriteOperation operation) {
    return Validator.validate(this, operation);
  }
}
