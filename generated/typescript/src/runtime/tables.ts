/** What generated tables say of the schema: plain data, read by `Schema` when a type is first needed. */

/** A scalar as it stands in JSON; numbers that JavaScript does not hold exactly are text. */
export type Scalar = string | number | boolean | null;

/** What is said of single values beside their type: facets and constraints. */
export interface ValueFacts {
  readonly maxLength?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly floatingScale?: true;
  readonly pattern?: string;
  readonly minimum?: Scalar;
  readonly maximum?: Scalar;
  readonly minimumExclusive?: true;
  readonly maximumExclusive?: true;
  readonly multipleOf?: string;
  readonly allowedValues?: readonly Scalar[];
  readonly isUrl?: true;
  readonly isBase64?: true;
}

/** What is said of the number of a collection's items. */
export interface ItemFacts {
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What the schema says of a property's values beside their type. For a collection it speaks of the items. */
export interface PropertyFacts extends ValueFacts, ItemFacts {
  /** The property's name in TypeScript, where that is not its name on the wire. */
  readonly as?: string;
  readonly collection?: true;
  readonly navigation?: true;
  readonly nullable?: false;
  /** The types that a value may have at all. */
  readonly types?: readonly string[];
  /** The schema has it never null, without a default and not set by the service. */
  readonly expectedOnCreate?: true;
  /** A parameter that must be given. */
  readonly required?: true;
  /** Its name says that no console should show it. */
  readonly secret?: true;
  /** The type that values have on the wire of OData 1 to 3, where it is another. */
  readonly wire?: string;
}

/** A property: its name on the wire, the qualified name of its type, and what else is known of it. */
export type PropertyTable = readonly [
  name: string,
  type: string,
  facts?: PropertyFacts,
];

/** An entity or complex type; names of properties may be inherited ones. */
export interface TypeTable {
  readonly base?: string;
  readonly entity?: true;
  readonly abstract?: true;
  readonly open?: true;
  /** Values are JSON of any form. */
  readonly anyJson?: true;
  readonly properties?: readonly PropertyTable[];
  readonly requiredOnCreate?: readonly string[];
  readonly requiredOnUpdate?: readonly string[];
  readonly notInsertable?: readonly string[];
  readonly notUpdatable?: readonly string[];
  /** The types that a request may carry, by property. */
  readonly writableTypes?: readonly (readonly [string, readonly string[]])[];
}

/** An enumeration; `flags` means that a value may name several members. */
export interface EnumTable {
  readonly flags?: true;
  readonly members: readonly string[];
}

/** The parameters of an action, which travel as one object. */
export interface PayloadTable {
  /** The qualified name of the action, which other overloads may share. */
  readonly operation: string;
  readonly properties: readonly PropertyTable[];
}

/** Entries by qualified names, which no other names of objects are like. */
export type Tables<T> = Readonly<Record<string, T>>;

/** A whole schema, by qualified names. `aliases` are pairs of an alias and its namespace. */
export interface SchemaTables {
  readonly types: Tables<TypeTable>;
  readonly enums: Tables<EnumTable>;
  readonly payloads: Tables<PayloadTable>;
  readonly aliases: readonly (readonly [string, string])[];
}

/** A key or parameter in a URL: its name there and its type; `json` for what travels by alias. */
export type UrlPartTable = readonly [name: string, type: string];

/** Paths from the items of a collection that cannot be used in an option. */
export interface LimitsTable {
  readonly filter?: readonly string[];
  readonly orderby?: readonly string[];
  readonly expand?: readonly string[];
}

/** Where a link leads and how it extends the URL; a plain one extends it by a slash and its own name. */
export interface LinkTable {
  /** The name of the builder. */
  readonly to: string;
  /** A path that is encoded already. */
  readonly path?: string;
  /** A key as a segment of its own, of this type. */
  readonly key?: string;
  /** Keys in parentheses, on the same segment. */
  readonly keys?: readonly UrlPartTable[];
  /** What the service does not let one ask for there. */
  readonly limits?: LimitsTable;
  /** The parameters of a function; `optional` ones may be left out. */
  readonly parameters?: readonly UrlPartTable[];
  readonly optional?: readonly UrlPartTable[];
}

/** What a call sends and what is answered. */
export interface CallTable {
  /** An answer that is no object of a type of the schema. */
  readonly answer?: "content" | "number" | "reference" | "references";
  /** The type of the object that is answered. */
  readonly type?: string;
  /** The type of the items of the page that is answered. */
  readonly page?: string;
  /** The type of the value that is answered, no object. */
  readonly value?: string;
  /** The type of the body, or what else it is. */
  readonly body?: string;
  readonly bodyIs?: "collection" | "content" | "reference" | "parameters";
  /** What rules of writing the body is held to. */
  readonly check?: "create" | "update";
}

/** What calls are named by. */
export type Method = "get" | "post" | "patch" | "put" | "delete";

/** A builder: where it leads, a plain link by the builder's name alone, and what it calls. */
export interface BuilderTable {
  readonly links?: Tables<string | LinkTable>;
  /** Further names of links: the official client numbers keys that occur twice on a path. */
  readonly aliases?: Tables<string>;
  readonly calls?: Readonly<Partial<Record<Method, CallTable>>>;
}
