package edmundruntime.runtime;

import java.util.Collections;
import java.util.Map;

/** A type with all properties, inherited ones too, by wire name. */
final class StructuredShape {
  final @Nullable Discriminator discriminator;

  /** What members that are not declared are; null where nothing is said of them. */
  final @Nullable ValueShape additional;

  /** Whether there may be members that are not declared. */
  final boolean open;

  private final Map<String, PropertyShape> properties;

  StructuredShape(
      Map<String, PropertyShape> properties,
      @Nullable Discriminator discriminator,
      @Nullable ValueShape additional,
      boolean open) {
    this.properties = Collections.unmodifiableMap(properties);
    this.discriminator = discriminator;
    this.additional = additional;
    this.open = open;
  }

  Map<String, PropertyShape> properties() {
    return properties;
  }
}
