package com.microsoft.graph.runtime;

/** Finds the classes of schema types. Names that come with a payload are only ever looked up. */
public interface Schema {
  /** A schema without types. */
  Schema NONE =
      new Schema() {
        @Override
        public @Nullable ModelType<?> model(String name) {
          return null;
        }

        @Override
        public @Nullable EnumType<?> enumeration(String name) {
          return null;
        }

        @Override
        public @Nullable String namespace(String alias) {
          return null;
        }
      };

  /**
   * An entity or complex type.
   *
   * @param name the qualified name
   * @return the type, or null when there is none of that name
   */
  @Nullable
  ModelType<?> model(String name);

  /**
   * An enumeration.
   *
   * @param name the qualified name
   * @return the enumeration, or null when there is none of that name
   */
  @Nullable
  EnumType<?> enumeration(String name);

  /**
   * The namespace of an alias.
   *
   * @param alias the alias, or anything else
   * @return the namespace, or null when it is no alias
   */
  @Nullable
  String namespace(String alias);

  /**
   * The qualified name in an {@code @odata.type} (OData JSON Format 4.01, section 4.6.3).
   *
   * @param text with or without {@code #}, relative to a metadata document or not
   * @return the name, a schema's alias replaced by its namespace
   */
  default String plainName(String text) {
    String name = text.substring(text.lastIndexOf('#') + 1);
    int dot = name.lastIndexOf('.');
    String namespace = dot < 0 ? null : namespace(name.substring(0, dot));
    return namespace == null ? name : namespace + name.substring(dot);
  }
}
