/** What generated tables say of the types of a service that follows no protocol above HTTP: plain data. */

import type { ItemFacts, Scalar, Tables, ValueFacts } from "./tables.js";

/**
 * A type where it is used: a primitive by EDM's name without `Edm.`, or one of the forms below.
 */
export type TypeTable =
  | string
  | RestrictedUse
  | NamedUse
  | ListUse
  | MapUse
  | LiteralUse
  | NullableUse
  | JsonUse;

/** A primitive, by the same name, of whose values more is said than their type. */
export interface RestrictedUse extends ValueFacts {
  readonly primitive: string;
  readonly minLength?: number;
}

/** A value of a type that has a name. */
export interface NamedUse {
  readonly named: string;
}

export interface ListUse extends ItemFacts {
  readonly list: TypeTable;
  readonly uniqueItems?: true;
}

/** An object whose members have any name. */
export interface MapUse {
  readonly map: TypeTable;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A JSON scalar; `number` is a number that JavaScript does not hold exactly. */
export type JsonScalar = Scalar | { readonly number: string };

/** Exactly one value. */
export interface LiteralUse {
  readonly literal: JsonScalar;
}

export interface NullableUse {
  readonly nullable: TypeTable;
}

/** Any JSON. */
export interface JsonUse {
  readonly json: true;
  /** Null is none of the values. */
  readonly notNull?: true;
}

/** What is known of a property beside its type. */
export interface PropertyFacts {
  /** The property's name in TypeScript, where that is not its name on the wire. */
  readonly as?: string;
  /** Its name says that no console should show it. */
  readonly secret?: true;
  /** Every object has it, whatever it is for; the next three say so of one use. */
  readonly required?: true;
  readonly requiredInAnswers?: true;
  readonly requiredOnCreate?: true;
  readonly requiredOnUpdate?: true;
  /** The service alone sets it. */
  readonly notInsertable?: true;
  readonly notUpdatable?: true;
}

/** A property: its name on the wire, its type, and what else is known of it. */
export type PropertyTable = readonly [
  name: string,
  type: TypeTable,
  facts?: PropertyFacts,
];

/** The member that tells the type of an object, and the types by its values. */
export interface DiscriminatorTable {
  readonly property: string;
  readonly types: readonly (readonly [value: string, type: string])[];
}

/** A JSON object with members that are known. */
export interface ObjectTable {
  readonly base?: string;
  readonly properties?: readonly PropertyTable[];
  /** The type of all members that are not known. */
  readonly additional?: TypeTable;
  /** There are none but those that are declared. */
  readonly closed?: true;
  readonly discriminator?: DiscriminatorTable;
  /** The members that new objects have without being asked, and their values. */
  readonly says?: readonly (readonly [name: string, value: JsonScalar])[];
}

/** Values that have names. */
export interface ValuesTable {
  readonly values: readonly JsonScalar[];
}

export type JsonKind =
  "string" | "number" | "boolean" | "object" | "array" | "null";

/** One type of a union, and by what its values are told from those of the others. */
export interface VariantTable {
  readonly type: TypeTable;
  readonly kinds: readonly JsonKind[];
  /** What the union's property is in an object of this variant. */
  readonly values?: readonly string[];
  /** A member that objects of this variant alone have. */
  readonly member?: string;
}

export interface UnionTable {
  readonly variants: readonly VariantTable[];
  /** The member whose value tells objects apart. */
  readonly property?: string;
}

export type NamedTable = ObjectTable | ValuesTable | UnionTable;

export type TypeTables = Tables<NamedTable>;
