package edmundruntime.runtime;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A structured type of the schema, or the body or answer of one operation, and its class.
 *
 * @param <T> the class
 */
public final class ModelType<T extends Model> extends Codec<T> {
  private final Schema schema;
  private final String name;
  private final Class<T> modelClass;
  private final Supplier<T> create;
  private final boolean ofSchema;
  private final boolean namesItself;
  private volatile @Nullable StructuredShape shape;

  private ModelType(
      Schema schema,
      String name,
      Class<T> modelClass,
      Supplier<T> create,
      boolean ofSchema,
      boolean namesItself) {
    super("an object");
    this.schema = schema;
    this.name = name;
    this.modelClass = modelClass;
    this.create = create;
    this.ofSchema = ofSchema;
    this.namesItself = namesItself;
  }

  /**
   * A type of the schema.
   *
   * @param <T> the class
   * @param schema finds the other types
   * @param name the qualified name
   * @param modelClass the class
   * @param create makes an empty model
   * @return the type
   */
  public static <T extends Model> ModelType<T> of(
      Schema schema, String name, Class<T> modelClass, Supplier<T> create) {
    return new ModelType<>(schema, name, modelClass, create, true, false);
  }

  /**
   * A type of the schema whose values stand where a base type is declared: they show their type
   * from the start.
   *
   * @param <T> the class
   * @param schema finds the other types
   * @param name the qualified name
   * @param modelClass the class
   * @param create makes an empty model
   * @return the type
   */
  public static <T extends Model> ModelType<T> selfNaming(
      Schema schema, String name, Class<T> modelClass, Supplier<T> create) {
    return new ModelType<>(schema, name, modelClass, create, true, true);
  }

  /**
   * What one operation takes or gives, or a page: a class without a type in the schema.
   *
   * @param <T> the class
   * @param schema finds the types of its members
   * @param name what it is called in messages
   * @param modelClass the class
   * @param create makes an empty model
   * @return the type
   */
  public static <T extends Model> ModelType<T> payload(
      Schema schema, String name, Class<T> modelClass, Supplier<T> create) {
    return new ModelType<>(schema, name, modelClass, create, false, false);
  }

  /** The qualified name. */
  public String name() {
    return name;
  }

  /** An empty model. */
  public T create() {
    return create.get();
  }

  /**
   * A model of a JSON text, of the derived class if its {@code @odata.type} says so.
   *
   * @param text a JSON object
   * @return the model
   * @throws JsonFormatException when the text is no JSON object
   */
  public T fromJson(String text) {
    return ofJson(Json.parse(text));
  }

  /**
   * A model of a JSON object, of the derived class if its {@code @odata.type} says so.
   *
   * @param members the object, which is copied
   * @return the model
   */
  public T fromMap(Map<String, ?> members) {
    return ofJson(JsonWriter.plain(members, null));
  }

  private T ofJson(@Nullable Object value) {
    if (value instanceof Map) {
      return read(value);
    }
    throw new JsonFormatException("a JSON object is expected");
  }

  Schema schema() {
    return schema;
  }

  boolean isOfSchema() {
    return ofSchema;
  }

  @Nullable
  String shownName() {
    return namesItself ? "#" + name : null;
  }

  boolean isBaseOf(ModelType<?> other) {
    return modelClass.isAssignableFrom(other.modelClass);
  }

  /** What the validators know of the type; made when it is first asked for. */
  StructuredShape shape() {
    StructuredShape known = shape;
    if (known == null) {
      TypeShape described = new TypeShape(name);
      create.get().describe(described);
      known = described.finish();
      shape = known;
    }
    return known;
  }

  /** The model over `value`, which it keeps: of the class that the payload names, if that fits. */
  @Override
  @SuppressWarnings("unchecked") // names of members are texts
  T read(Object value) {
    if (modelClass.isInstance(value)) {
      return modelClass.cast(value);
    }
    if (value instanceof HeldModel) {
      return read(((HeldModel) value).model);
    }
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException();
    }
    Map<String, Object> members = (Map<String, Object>) value;
    T model = variant(members);
    model.adopt(members);
    return model;
  }

  private T variant(Map<String, Object> members) {
    ModelType<?> found = Model.named(this, members);
    return found == null ? create.get() : modelClass.cast(found.create());
  }

  @Override
  Object kept(T found, Object value) {
    return value instanceof Map ? new HeldModel(found, this) : value;
  }
}
