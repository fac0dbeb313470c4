/** The schema as reading, writing and checking need it: shapes of types, made of the tables on demand. */

import type {
  EnumTable,
  PayloadTable,
  PropertyFacts,
  PropertyTable,
  Scalar,
  SchemaTables,
  TypeTable,
} from "./tables.js";

/** An end of an interval. */
export interface Bound {
  readonly value: Scalar;
  readonly exclusive: boolean;
}

/** A value in use: its type, facets and constraints. For a collection they speak of the items. */
export interface ValueShape extends Omit<PropertyFacts, "as" | "required"> {
  readonly type: string;
  /** The types that a request may carry; without it no restriction. */
  readonly writableTypes?: readonly string[];
}

/** A property, or an action's parameter, and what writing it means. */
export interface PropertyShape {
  /** The name on the wire. */
  readonly name: string;
  /** The name in TypeScript. */
  readonly as: string;
  readonly value: ValueShape;
  readonly navigation: boolean;
  readonly insertable: boolean;
  readonly updatable: boolean;
  readonly requiredOnCreate: boolean;
  readonly requiredOnUpdate: boolean;
  readonly expectedOnCreate: boolean;
}

/** An entity or complex type with all its properties, inherited ones too. */
export interface StructuredShape {
  readonly name: string;
  readonly abstract: boolean;
  readonly open: boolean;
  /** Without structure that could be checked: values are JSON of any form. */
  readonly anyJson: boolean;
  /** By name on the wire, base first. */
  readonly properties: ReadonlyMap<string, PropertyShape>;
  /** By name in TypeScript. */
  readonly byName: ReadonlyMap<string, PropertyShape>;
}

/** What Edm's abstract types, which have no table, are for structured values. */
export const ABSTRACT_STRUCTURES: ReadonlySet<string> = new Set([
  "Edm.EntityType",
  "Edm.ComplexType",
]);

/** A page of a collection, for its links (OData JSON Format 4.01, sections 4.6 and 13). */
const PAGE: readonly PropertyTable[] = [
  ["@odata.context", "Edm.String", { as: "odataContext" }],
  ["@odata.count", "Edm.Int64", { as: "odataCount" }],
  ["@odata.nextLink", "Edm.String", { as: "odataNextLink" }],
  ["@odata.deltaLink", "Edm.String", { as: "odataDeltaLink" }],
];

/** Looks names up in tables; a name of a payload never becomes anything but a key of a map. */
export class Schema {
  private readonly types: ReadonlyMap<string, TypeTable>;
  private readonly enums: ReadonlyMap<string, EnumTable>;
  private readonly payloads: ReadonlyMap<string, PayloadTable>;
  private readonly aliases: ReadonlyMap<string, string>;
  private readonly shapes = new Map<string, StructuredShape>();

  constructor(tables: SchemaTables) {
    this.types = new Map(Object.entries(tables.types));
    this.enums = new Map(Object.entries(tables.enums));
    this.payloads = new Map(Object.entries(tables.payloads));
    this.aliases = new Map(tables.aliases);
  }

  /** The entity or complex type called `name`. */
  structured(name: string): StructuredShape | undefined {
    const known = this.shapes.get(name);
    const table = this.types.get(name);
    if (known !== undefined || table === undefined) {
      return known;
    }
    const base =
      table.base === undefined ? undefined : this.structured(table.base);
    const made = shapeOf(name, table, base);
    this.shapes.set(name, made);
    return made;
  }

  /** The object that carries an action's parameters, by its own name. */
  payload(name: string): StructuredShape | undefined {
    const known = this.shapes.get(`body ${name}`);
    const table = this.payloads.get(name);
    if (known !== undefined || table === undefined) {
      return known;
    }
    const made = closedShape(table.operation, table.properties);
    this.shapes.set(`body ${name}`, made);
    return made;
  }

  /** The names of all objects that carry parameters of the action called `operation`. */
  payloadsOf(operation: string): string[] {
    return [...this.payloads]
      .filter(([, table]) => table.operation === operation)
      .map(([name]) => name);
  }

  /** One page of a collection of values of the type `item`, or the answer that holds one value. */
  answer(item: string, collection: boolean): StructuredShape {
    const key = `${collection ? "page" : "value"} ${item}`;
    const known = this.shapes.get(key);
    if (known !== undefined) {
      return known;
    }
    const facts = collection ? { collection } : {};
    const properties = [["value", item, facts] as const, ...PAGE];
    const made = closedShape(item, properties);
    this.shapes.set(key, made);
    return made;
  }

  /** The enumeration called `name`. */
  enum(name: string): EnumTable | undefined {
    return this.enums.get(name);
  }

  /** Whether this schema has a structured type or an enumeration called `name`. */
  has(name: string): boolean {
    return this.types.has(name) || this.enums.has(name);
  }

  /** Whether values of the type are objects. */
  isStructured(name: string): boolean {
    return this.types.has(name) || ABSTRACT_STRUCTURES.has(name);
  }

  /** Whether the type `name` is `base` or derives from it. */
  isA(name: string, base: string): boolean {
    if (name === base) {
      return true;
    }
    const table = this.types.get(name);
    if (table !== undefined && ABSTRACT_STRUCTURES.has(base)) {
      return (table.entity === true) === (base === "Edm.EntityType");
    }
    return table?.base !== undefined && this.isA(table.base, base);
  }

  /**
   * The qualified name in an `@odata.type` (OData JSON Format 4.01, section 4.6.3): with or without `#`,
   * relative to a metadata document or not; an alias becomes its namespace.
   */
  resolve(text: string): string {
    const name = text.slice(text.lastIndexOf("#") + 1);
    const dot = name.lastIndexOf(".");
    if (this.has(name) || dot < 0) {
      return name;
    }
    const namespace = this.aliases.get(name.slice(0, dot));
    return namespace === undefined ? name : namespace + name.slice(dot);
  }
}

function shapeOf(
  name: string,
  table: TypeTable,
  base: StructuredShape | undefined,
): StructuredShape {
  const properties = new Map<string, PropertyShape>();
  const all = [
    ...(base?.properties.values() ?? []),
    ...(table.properties ?? []).map(propertyShape),
  ];
  const writable = new Map(table.writableTypes ?? []);
  for (const each of all) {
    const types = writable.get(each.name);
    properties.set(each.name, {
      ...each,
      value:
        types === undefined
          ? withoutWritable(each.value)
          : { ...each.value, writableTypes: types },
      insertable: !table.notInsertable?.includes(each.name),
      updatable: !table.notUpdatable?.includes(each.name),
      requiredOnCreate: table.requiredOnCreate?.includes(each.name) ?? false,
      requiredOnUpdate: table.requiredOnUpdate?.includes(each.name) ?? false,
      expectedOnCreate:
        each.expectedOnCreate && !table.notInsertable?.includes(each.name),
    });
  }
  return {
    name,
    abstract: table.abstract ?? false,
    open: table.open ?? false,
    anyJson: table.anyJson ?? false,
    properties,
    byName: byName(properties),
  };
}

function withoutWritable(value: ValueShape): ValueShape {
  if (value.writableTypes === undefined) {
    return value;
  }
  const { writableTypes: _, ...rest } = value;
  return rest;
}

function closedShape(
  name: string,
  tables: readonly PropertyTable[],
): StructuredShape {
  const properties = new Map(
    tables.map((table) => [table[0], propertyShape(table)]),
  );
  return {
    name,
    abstract: false,
    open: false,
    anyJson: false,
    properties,
    byName: byName(properties),
  };
}

function propertyShape(table: PropertyTable): PropertyShape {
  const [name, type, facts = {}] = table;
  return {
    name,
    as: facts.as ?? name,
    value: { ...facts, type },
    navigation: facts.navigation ?? false,
    insertable: true,
    updatable: true,
    requiredOnCreate: facts.required ?? false,
    requiredOnUpdate: false,
    expectedOnCreate: facts.expectedOnCreate ?? false,
  };
}

function byName(
  properties: ReadonlyMap<string, PropertyShape>,
): ReadonlyMap<string, PropertyShape> {
  return new Map(Array.from(properties.values(), (each) => [each.as, each]));
}
