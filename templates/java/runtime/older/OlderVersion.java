package edmundruntime.runtime;

import edmundruntime.schema.ServiceTraits;

/**
 * The versions of OData before 4.0. What the client speaks of is 4.01; here is what they do
 * otherwise.
 */
public enum OlderVersion {
  /** Of 2007. */
  V1("1.0"),
  /** Of 2010. */
  V2("2.0"),
  /** Of 2012. */
  V3("3.0");

  final String number;

  OlderVersion(String number) {
    this.number = number;
  }

  /** The one that the service speaks. */
  static OlderVersion spoken() {
    return ServiceTraits.VERSION;
  }

  /** The method that changes a part of an entity: PATCH came with 3.0. */
  HttpMethod updating() {
    return this == V3 ? HttpMethod.PATCH : HttpMethod.MERGE;
  }

  /** JSON as all three have it; 3.0 has another form, which services of it give by default. */
  String json() {
    return this == V3 ? "application/json;odata=verbose" : Body.JSON;
  }

  /** Whether times are texts in JSON, and not {@code /Date(...)/}. */
  boolean hasTimesAsText() {
    return this == V3;
  }

  /**
   * Whether collections in a body lie in an object; before, arrays stand for entities that are made
   * with it.
   */
  boolean wrapsCollections() {
    return this == V3;
  }

  /** Whether the arguments of an operation are its body; before, they are query options. */
  boolean hasActions() {
    return this == V3;
  }
}
