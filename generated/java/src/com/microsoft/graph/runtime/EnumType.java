package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * An enumeration of the schema and its members.
 *
 * @param <E> the class
 */
public final class EnumType<E extends OpenEnum> extends Codec<E> {
  private final String name;
  private final Function<String, E> create;
  private final Map<String, E> members = new LinkedHashMap<>();

  /**
   * An enumeration without members so far.
   *
   * @param name the qualified name
   * @param create makes a member of its text
   */
  public EnumType(String name, Function<String, E> create) {
    super("a member of " + name);
    this.name = name;
    this.create = create;
  }

  /**
   * Declares a member; for the class's own initializer.
   *
   * @param value the text on the wire
   * @return the member
   */
  public E declare(String value) {
    return members.computeIfAbsent(value, create);
  }

  /** The qualified name. */
  public String name() {
    return name;
  }

  /** All members that this client knows, in the schema's order. */
  public List<E> members() {
    return List.copyOf(members.values());
  }

  /**
   * The member of a text.
   *
   * @param value the text on the wire
   * @return the known member, else one that only keeps the text
   */
  public E of(String value) {
    E known = members.get(value);
    // Not kept: a payload must not be able to fill the memory with names.
    return known != null ? known : create.apply(value);
  }

  boolean isKnown(String value) {
    return members.containsKey(value);
  }

  Collection<String> names() {
    return members.keySet();
  }

  @Override
  E read(Object value) {
    // A number is what the service sends for a value that it has no name for.
    if (value instanceof String || value instanceof Number) {
      return of(value.toString());
    }
    throw new IllegalArgumentException();
  }

  @Override
  Object write(E value) {
    return value.getValue();
  }

  /** The members that a text names, separated by commas (OData JSON Format 4.01, section 7.1). */
  Set<E> split(Object value) {
    Set<E> found = new LinkedHashSet<>();
    for (String part : read(value).getValue().split(",", -1)) {
      if (!part.isBlank()) {
        found.add(of(part.strip()));
      }
    }
    return Collections.unmodifiableSet(found);
  }

  /** Several members as one text, in the schema's order, then the alphabet's. */
  String joined(Collection<? extends E> values) {
    List<String> order = new ArrayList<>(members.keySet());
    List<String> names = new ArrayList<>();
    values.forEach(value -> names.add(value.getValue()));
    names.sort(
        (one, other) -> {
          int left = order.indexOf(one);
          int right = order.indexOf(other);
          int known =
              Integer.compare(left < 0 ? order.size() : left, right < 0 ? order.size() : right);
          return known != 0 ? known : one.compareTo(other);
        });
    return String.join(",", names);
  }
}
