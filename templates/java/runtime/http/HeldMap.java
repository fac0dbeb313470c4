package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that a caller set, kept as it is: what is added to it later is sent as well. */
final class HeldMap<T> implements WireValue {
  final Map<String, T> map;
  private final Codec<T> codec;

  HeldMap(Map<String, T> map, Codec<T> codec) {
    this.map = map;
    this.codec = codec;
  }

  @Override
  public Object wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    map.forEach((name, value) -> wire.put(name, value == null ? null : codec.write(value)));
    return wire;
  }
}
