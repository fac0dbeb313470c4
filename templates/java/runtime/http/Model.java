package edmundruntime.runtime;

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
  /** A model with nothing but what is the same in all of its class. */
  protected Model() {}

  /** The derived type that the object's discriminator tells; null for none that is known. */
  static @Nullable ModelType<?> named(ModelType<?> declared, Map<String, ?> members) {
    Discriminator told = declared.shape().discriminator;
    ModelType<?> found = told == null ? null : told.typeOf(members);
    if (found == null || found == declared || !declared.isBaseOf(found)) {
      return null;
    }
    ModelType<?> further = named(found, members);
    return further == null ? found : further;
  }

  /**
   * Sets a property to the one value that it has in this class; for generated code.
   *
   * @param wireName the name in JSON
   * @param value a text, a number, a boolean or null
   */
  protected final void preset(String wireName, @Nullable Object value) {
    data().put(wireName, value);
  }

  /**
   * The properties that are not declared, by their common type; for generated code.
   *
   * @param <T> the type
   * @param codec the type
   * @return a live map by wire name
   */
  protected final <T> Map<String, T> additional(Codec<T> codec) {
    return new ValueMap<>(getAdditionalData(), codec, getClass().getSimpleName());
  }

  /**
   * What is wrong with this value by the rules of the description for an answer.
   *
   * @return all that was found; empty when nothing is wrong
   */
  public final List<Violation> validate() {
    return validate(null);
  }

  /**
   * What is wrong with this value by the rules of the description.
   *
   * @param operation what the value is sent for; null for an answer
   * @return all that was found; empty when nothing is wrong
   */
  public final List<Violation> validate(@Nullable WriteOperation operation) {
    return Validator.validate(ValueShape.of(type()), this, operation);
  }
}
