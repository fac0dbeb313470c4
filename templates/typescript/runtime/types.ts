/** The types of a service, looked up in tables; a name of a payload never becomes anything but a key of a map. */

import { jsonNumber, type JsonObject, type JsonValue } from "./json.js";
import type {
  DiscriminatorTable,
  JsonScalar,
  NamedTable,
  ObjectTable,
  PropertyFacts,
  PropertyTable,
  TypeTable,
  TypeTables,
  UnionTable,
  ValuesTable,
} from "./typeTables.js";

/** A property of an object. */
export interface PropertyShape {
  /** The name on the wire. */
  readonly name: string;
  /** The name in TypeScript. */
  readonly as: string;
  readonly type: TypeTable;
  readonly value: PropertyFacts;
}

/** The member that tells an object's type. */
export interface DiscriminatorShape {
  readonly property: string;
  readonly types: ReadonlyMap<string, string>;
}

/** An object type with all that it has, inherited as well. */
export interface ObjectShape {
  readonly name: string;
  readonly base: string | undefined;
  /** By name on the wire, base first. */
  readonly properties: ReadonlyMap<string, PropertyShape>;
  /** By name in TypeScript. */
  readonly byName: ReadonlyMap<string, PropertyShape>;
  readonly additional: TypeTable | undefined;
  /** There are no members but those that are declared. */
  readonly closed: boolean;
  readonly discriminator: DiscriminatorShape | undefined;
  /** What new objects say without being asked, by name on the wire. */
  readonly says: ReadonlyMap<string, JsonValue>;
}

/** All named types. Shapes are made when they are first needed. */
export class Types {
  private readonly tables: ReadonlyMap<string, NamedTable>;
  private readonly shapes = new Map<string, ObjectShape>();
  private derived: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(tables: TypeTables) {
    this.tables = new Map(Object.entries(tables));
  }

  has(name: string): boolean {
    return this.tables.has(name);
  }

  union(name: string): UnionTable | undefined {
    const table = this.tables.get(name);
    return table !== undefined && "variants" in table ? table : undefined;
  }

  values(name: string): ValuesTable | undefined {
    const table = this.tables.get(name);
    return table !== undefined && "values" in table ? table : undefined;
  }

  object(name: string): ObjectShape | undefined {
    const known = this.shapes.get(name);
    const table = this.tables.get(name);
    if (known !== undefined || table === undefined || !isObjectTable(table)) {
      return known;
    }
    const base = table.base === undefined ? undefined : this.object(table.base);
    const made = shapeOf(name, table, base);
    this.shapes.set(name, made);
    return made;
  }

  /** Whether the object type `name` is `base` or derives from it. */
  isA(name: string, base: string): boolean {
    for (let at = this.object(name); at; at = this.object(at.base ?? "")) {
      if (at.name === base) {
        return true;
      }
    }
    return false;
  }

  /** The type that an object which came as `declared` says that it is: the most special one that is known. */
  typeOf(declared: ObjectShape, raw: JsonObject): ObjectShape {
    let at = declared;
    for (;;) {
      const value = raw.get(at.discriminator?.property ?? "");
      const name = at.discriminator?.types.get(String(value));
      const next = name === undefined ? undefined : this.object(name);
      if (next === undefined || next === at || !this.isA(next.name, at.name)) {
        return at;
      }
      at = next;
    }
  }

  /**
   * The type that an object made by the caller is of, where `declared` is asked for: what its discriminator says,
   * else the first one that knows all of its members.
   */
  typeFor(declared: ObjectShape, value: object): ObjectShape {
    const said = declared.discriminator;
    const property = said && declared.properties.get(said.property)?.as;
    const given = (value as Record<string, unknown>)[property ?? ""];
    const name = said?.types.get(String(given));
    if (name !== undefined && this.isA(name, declared.name)) {
      return this.object(name) ?? declared;
    }
    const candidates = [declared, ...this.below(declared.name)];
    return candidates.find((each) => knowsAll(each, value)) ?? declared;
  }

  /** All types that derive from the one called `name`, the nearest first. */
  private below(name: string): ObjectShape[] {
    const derived = (this.derived ??= derivedOf(this.tables));
    const found: ObjectShape[] = [];
    const pending = [...(derived.get(name) ?? [])];
    for (const each of pending) {
      const shape = this.object(each);
      if (shape !== undefined) {
        found.push(shape);
      }
      pending.push(...(derived.get(each) ?? []));
    }
    return found;
  }
}

/** The name of a primitive; undefined for any other type. */
export function primitiveOf(type: TypeTable): string | undefined {
  if (typeof type === "string") {
    return type;
  }
  return "primitive" in type ? type.primitive : undefined;
}

/** A scalar as it stands in JSON. */
export function jsonScalar(value: JsonScalar): JsonValue {
  return typeof value === "object" && value !== null
    ? jsonNumber(value.number)
    : value;
}

/** Whether all members of an object are those of the type. */
export function knowsAll(shape: ObjectShape, value: object): boolean {
  return Object.keys(value).every(
    (name) => name === "additionalData" || shape.byName.has(name),
  );
}

function isObjectTable(table: NamedTable): table is ObjectTable {
  return !("variants" in table) && !("values" in table);
}

function derivedOf(
  tables: ReadonlyMap<string, NamedTable>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, table] of tables) {
    if (isObjectTable(table) && table.base !== undefined) {
      found.set(table.base, [...(found.get(table.base) ?? []), name]);
    }
  }
  return found;
}

function shapeOf(
  name: string,
  table: ObjectTable,
  base: ObjectShape | undefined,
): ObjectShape {
  const own = (table.properties ?? []).map(propertyShape);
  const properties = new Map(base?.properties);
  for (const each of own) {
    properties.set(each.name, each);
  }
  return {
    name,
    base: base?.name,
    properties,
    byName: new Map(Array.from(properties.values(), (each) => [each.as, each])),
    additional: table.additional ?? base?.additional,
    closed: table.closed === true,
    discriminator: discriminatorOf(table.discriminator) ?? base?.discriminator,
    says: new Map(
      table.says?.map(([member, value]) => [member, jsonScalar(value)]),
    ),
  };
}

function propertyShape(table: PropertyTable): PropertyShape {
  const [name, type, value = {}] = table;
  return { name, as: value.as ?? name, type, value };
}

function discriminatorOf(
  table: DiscriminatorTable | undefined,
): DiscriminatorShape | undefined {
  return table && { property: table.property, types: new Map(table.types) };
}
