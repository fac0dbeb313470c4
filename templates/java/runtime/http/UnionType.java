package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A union of the description: its variants, and what tells them apart.
 *
 * <p>The kind of JSON counts first. Several variants of one kind are objects: the value of a member
 * tells them apart, or which members there are.
 *
 * @param <U> the class
 */
public final class UnionType<U extends Union> extends Codec<U> {
  private final Class<U> unionClass;
  private final Function<UnionValue, U> create;
  private final Consumer<UnionType<U>> describe;
  private final Map<String, Integer> byValue = new LinkedHashMap<>();
  private @Nullable String property;
  private boolean hasNull;
  private volatile @Nullable List<Variant> variants;
  private final List<Variant> described = new ArrayList<>();

  /**
   * A union.
   *
   * @param name what it is called in messages
   * @param unionClass the class
   * @param create makes a value
   * @param describe says what the description has to say of the union, when that is first needed
   */
  public UnionType(
      String name,
      Class<U> unionClass,
      Function<UnionValue, U> create,
      Consumer<UnionType<U>> describe) {
    super("a value of " + name);
    this.unionClass = unionClass;
    this.create = create;
    this.describe = describe;
  }

  /**
   * The member whose value tells objects apart; said before the variants.
   *
   * @param wireName the name in JSON
   */
  public void discriminator(String wireName) {
    property = wireName;
  }

  /** Null is one of the values. */
  public void takesNull() {
    hasNull = true;
  }

  boolean hasNull() {
    variants();
    return hasNull;
  }

  /** What values of each variant are. */
  List<ValueShape> shapes() {
    List<ValueShape> shapes = new ArrayList<>();
    variants().forEach(variant -> shapes.add(variant.shape));
    return shapes;
  }

  /** What a JSON value is, by the variant that it is of; null where that cannot be told. */
  @Nullable
  ValueShape shapeOf(Object value) {
    int at = variantOf(value);
    return at < 0 ? null : variants().get(at).shape;
  }

  /**
   * The next variant.
   *
   * @param type its type
   * @param shape what its values are
   * @param kinds the kinds of JSON that its values have
   * @return the variant, to say more of it
   */
  public Variant variant(Codec<?> type, ValueShape shape, JsonKind... kinds) {
    Variant variant = new Variant(type, shape, kinds);
    described.add(variant);
    return variant;
  }

  private List<Variant> variants() {
    List<Variant> known = variants;
    if (known == null) {
      synchronized (described) {
        known = variants;
        if (known == null) {
          described.clear();
          describe.accept(this);
          known = List.copyOf(described);
          index(known);
          variants = known;
        }
      }
    }
    return known;
  }

  private void index(List<Variant> known) {
    for (int at = 0; at < known.size(); at++) {
      for (String value : known.get(at).values) {
        byValue.put(value, at);
      }
    }
  }

  @Override
  U read(Object value) {
    return unionClass.isInstance(value)
        ? unionClass.cast(value)
        : create.apply(new UnionValue(variantOf(value), value));
  }

  @Override
  Object kept(U found, Object value) {
    return found;
  }

  /** The variant that a JSON value is of; -1 for none, and for more than one. */
  private int variantOf(Object value) {
    List<Variant> known = variants();
    JsonKind kind = JsonKind.of(value);
    int only = -1;
    int count = 0;
    for (int at = 0; at < known.size(); at++) {
      if (known.get(at).kinds.contains(kind)) {
        only = at;
        count++;
      }
    }
    if (count > 1) {
      only = value instanceof Map ? variantOfObject(known, (Map<?, ?>) value) : -1;
    }
    return only >= 0 && known.get(only).reads(value) ? only : -1;
  }

  private int variantOfObject(List<Variant> known, Map<?, ?> members) {
    if (property != null) {
      Object told = members.get(property);
      return told == null ? -1 : byValue.getOrDefault(told.toString(), -1);
    }
    int found = -1;
    int rest = -1;
    int told = 0;
    for (int at = 0; at < known.size(); at++) {
      Variant variant = known.get(at);
      if (!variant.kinds.contains(JsonKind.OBJECT)) {
        continue;
      }
      if (variant.member == null) {
        rest = rest == -1 ? at : -2;
      } else {
        told++;
        if (members.containsKey(variant.member)) {
          found = found == -1 ? at : -2;
        }
      }
    }
    // Without a member that tells, nothing is known of what is left.
    return found != -1 || told == 0 ? Math.max(found, -1) : Math.max(rest, -1);
  }

  /** One of the types that values are of. */
  public static final class Variant {
    private final Codec<?> type;
    private final ValueShape shape;
    private final Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
    private List<String> values = List.of();
    private @Nullable String member;

    Variant(Codec<?> type, ValueShape shape, JsonKind... kinds) {
      this.type = type;
      this.shape = shape;
      this.kinds.addAll(Arrays.asList(kinds));
    }

    /**
     * Objects whose discriminator has one of these values are of the variant.
     *
     * @param told the values
     * @return the variant itself
     */
    public Variant when(String... told) {
      values = List.copyOf(Arrays.asList(told));
      return this;
    }

    /**
     * Objects that have this member are of the variant.
     *
     * @param wireName the name in JSON
     * @return the variant itself
     */
    public Variant whenThere(String wireName) {
      member = wireName;
      return this;
    }

    /** Whether a value of the kind is also one of the type: not every text is a date. */
    private boolean reads(Object value) {
      try {
        type.read(value);
        return true;
      } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException error) {
        return false;
      }
    }
  }
}
