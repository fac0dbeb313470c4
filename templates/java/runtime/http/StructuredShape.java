package edmundruntime.runtime;

import java.util.Collections;
import java.util.Map;

/** A type with all properties, inherited ones too, by wire name. */
final class StructuredShape {
  final @Nullable Discriminator discriminator;
  private final Map<String, PropertyShape> properties;

  StructuredShape(Map<String, PropertyShape> properties, @Nullable Discriminator discriminator) {
    this.properties = Collections.unmodifiableMap(properties);
    this.discriminator = discriminator;
  }

  Map<String, PropertyShape> properties() {
    return properties;
  }
}
