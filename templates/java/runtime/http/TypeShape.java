package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes down what the description says of a type; a derived type says it after its base. */
public final class TypeShape {
  private final Map<String, PropertyShape> properties = new LinkedHashMap<>();
  private @Nullable Discriminator discriminator;

  TypeShape(String name) {}

  /**
   * A property; one that was said before is said anew.
   *
   * @param wireName the name in JSON
   * @return the property, to say more of it
   */
  public PropertyShape property(String wireName) {
    PropertyShape shape = new PropertyShape();
    properties.put(wireName, shape);
    return shape;
  }

  /**
   * The property that tells the type of an object.
   *
   * @param wireName the name in JSON
   * @return the discriminator, to say what its values mean
   */
  public Discriminator discriminator(String wireName) {
    Discriminator told = new Discriminator(wireName);
    discriminator = told;
    return told;
  }

  StructuredShape finish() {
    return new StructuredShape(properties, discriminator);
  }
}
