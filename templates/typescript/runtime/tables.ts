/** What generated tables say of the schema: plain data, read by `Schema` when a type is first needed. */

/** A scalar as it stands in JSON; numbers that JavaScript does not hold exactly are text. */
export type Scalar = string | number | boolean | null;

/** What the schema says of a property's values beside their type. For a collection it speaks of the items. */
export interface PropertyFacts {
  /** The property's name in TypeScript, where that is not its name on the wire. */
  readonly as?: string;
  readonly collection?: true;
  readonly navigation?: true;
  readonly nullable?: false;
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
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly isUrl?: true;
  readonly isBase64?: true;
  /** The types that a value may have at all. */
  readonly types?: readonly string[];
  /** The schema has it never null, without a default and not set by the service. */
  readonly expectedOnCreate?: true;
  /** A parameter that must be given. */
  readonly required?: true;
}

/** A property: its name on the wire, the qualified name of its type, and what else is known of it. */
export type PropertyTable = readonly [
  name: string,
  type: string,
  facts?: PropertyFacts,
];

/** An entity or complex type; names of properties may be inherited ones. */
export interface TypeTable {
  readonly name: string;
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
  readonly name: string;
  readonly flags?: true;
  readonly members: readonly string[];
}

/** The parameters of an action, which travel as one object. */
export interface PayloadTable {
  readonly name: string;
  /** The qualified name of the action, which other overloads may share. */
  readonly operation: string;
  readonly properties: readonly PropertyTable[];
}

/** A whole schema. `aliases` are pairs of an alias and its namespace. */
export interface SchemaTables {
  readonly types: readonly TypeTable[];
  readonly enums: readonly EnumTable[];
  readonly payloads: readonly PayloadTable[];
  readonly aliases: readonly (readonly [string, string])[];
}

/** A key or parameter in a URL: its name there and its type; `json` for what travels by alias. */
export type UrlPartTable = readonly [name: string, type: string];

/** How a link extends the URL, where it is no plain path. */
export interface WayTable {
  /** A path that is encoded already. */
  readonly path?: string;
  /** A key as a segment of its own, of this type. */
  readonly key?: string;
  /** Keys in parentheses, on the same segment. */
  readonly keys?: readonly UrlPartTable[];
  /** The parameters of a function; `optional` ones may be left out. */
  readonly parameters?: readonly UrlPartTable[];
  readonly optional?: readonly UrlPartTable[];
}

/** A link of a builder: its name, the builder that it leads to, and how (an encoded path). */
export type LinkTable = readonly [
  name: string,
  target: string,
  way: string | WayTable,
];

/** A call: what is sent and what is answered. */
export interface CallTable {
  readonly method: "get" | "post" | "patch" | "put" | "delete";
  /** An answer that is no object of a type of the schema. */
  readonly answer?: "content" | "number" | "reference" | "references";
  /** The type of the object that is answered; with `collection` of a page's items. */
  readonly type?: string;
  readonly collection?: true;
  /** The answer holds one value of `type`. */
  readonly value?: true;
  /** The type of the body, or what else it is. */
  readonly body?: string;
  readonly bodyIs?: "collection" | "content" | "reference" | "parameters";
  /** What rules of writing the body is held to. */
  readonly check?: "create" | "update";
}

/** A builder: what it inherits from, where it leads and what it calls. */
export interface BuilderTable {
  readonly name: string;
  readonly base?: string;
  readonly links?: readonly LinkTable[];
  /** Further names of links: the official client numbers keys that occur twice on a path. */
  readonly aliases?: readonly (readonly [alias: string, name: string])[];
  readonly calls?: readonly CallTable[];
}
