package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** The property whose value tells the type of an object. */
public final class Discriminator {
  private final String property;
  private final Map<String, ModelType<?>> types = new LinkedHashMap<>();

  Discriminator(String property) {
    this.property = property;
  }

  /**
   * A value and the type that it tells; for generated code.
   *
   * @param value the value of the property
   * @param type the type of the objects that have it
   * @return the discriminator itself
   */
  public Discriminator when(String value, ModelType<?> type) {
    types.put(value, type);
    return this;
  }

  @Nullable
  ModelType<?> typeOf(Map<String, ?> members) {
    Object value = members.get(property);
    return value == null ? null : types.get(value.toString());
  }
}
