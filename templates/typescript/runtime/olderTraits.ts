/** What a version of OData before 4.0 does otherwise than the others of them. */
export interface OlderTraits {
  /** The method that changes a part of an entity: PATCH came with 3.0. */
  readonly update: "MERGE" | "PATCH";
  /** JSON as all of them have it; 3.0 has another form, which services of it give by default. */
  readonly json: string;
  /** Whether times are texts in JSON, and not `/Date(...)/`. */
  readonly hasTimesAsText: boolean;
  /** Whether collections in a body lie in an object; before, arrays stand for entities that are made with it. */
  readonly wrapsCollections: boolean;
  /** Whether the arguments of an operation are its body; before, they are query options. */
  readonly hasActions: boolean;
  /** Whether queries have `any` and `all`, and functions of shapes. */
  readonly hasQuantifiers: boolean;
}
