package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes down what the description says of a type; a derived type says it after its base. */
public final class TypeShape {
  private final Map<String, PropertyShape> properties = new LinkedHashMap<>();
  private @Nullable Discriminator discriminator;
  private @Nullable ValueShape additional;
  private boolean open;

  TypeShape(String name) {}

  /**
   * A property; one that was said before is said anew.
   *
   * @param wireName the name in JSON
   * @param value what its values are
   * @return the property, to say more of it
   */
  public PropertyShape property(String wireName, ValueShape value) {
    PropertyShape shape = new PropertyShape(value);
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

  /** Objects may have members that are not declared. */
  public void open() {
    open = true;
  }

  /**
   * Objects may have members that are not declared.
   *
   * @param value what these are
   */
  public void additional(ValueShape value) {
    additional = value;
    open = true;
  }

  StructuredShape finish() {
    return new StructuredShape(properties, discriminator, additional, open);
  }
}
