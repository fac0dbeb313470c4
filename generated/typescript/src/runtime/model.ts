/**
 * Models between JSON and plain objects.
 *
 * A model is a plain object: its properties are those of its interface, absent is absent and null is null.
 * What the schema does not declare lies in `additionalData` by its name on the wire. Beside each object that
 * was read its JSON is remembered, out of sight: what nobody changed is written as it came, digit by digit
 * and in its place.
 */

import { readPrimitive, writeScalar } from "./codec.js";
import {
  isObject,
  JsonError,
  type JsonObject,
  JsonNumber,
  type JsonValue,
  writeJson,
} from "./json.js";
import {
  emptyRecord,
  inOrder,
  isIterable,
  isRecord,
  origins,
  plain,
  typeOf,
} from "./origins.js";
import { hideSecrets } from "./printing.js";
import type {
  PropertyShape,
  Schema,
  StructuredShape,
  ValueShape,
} from "./schema.js";

/** What every model has. */
export interface Model {
  /** The type's name as the service writes it: `#namespace.type`. */
  odataType?: string | null;
  /** What the payload has beside the declared properties: annotations and unknown properties, by wire name. */
  additionalData?: Record<string, unknown>;
}

/** A member of an enumeration: one of those listed, or the text of one that is newer than this client. */
export type OpenEnum<T> = T[keyof T] | (string & Record<never, never>);

export { typeOf } from "./origins.js";

const MAX_DEPTH = 500;
const ODATA_TYPE = "@odata.type";
const TYPE_NAMES = [ODATA_TYPE, "@type"] as const;

/** An object of one of Edm's abstract types that does not say which it is. */
const UNDECLARED: StructuredShape = {
  name: "Edm.ComplexType",
  abstract: true,
  open: true,
  anyJson: false,
  properties: new Map(),
  byName: new Map(),
};

// --- Reading

/** The value of a property, parameter or answer. */
export function readValue(
  schema: Schema,
  shape: ValueShape,
  raw: JsonValue,
): unknown {
  if (shape.collection !== true || !Array.isArray(raw)) {
    return readItem(schema, shape, raw);
  }
  const given = new Map<number, unknown>();
  const items = raw.map((item, index) => {
    const value = readItem(schema, shape, item);
    given.set(index, value);
    return value;
  });
  origins.set(items, { raw, type: undefined, given });
  return items;
}

function readItem(schema: Schema, shape: ValueShape, raw: JsonValue): unknown {
  if (raw === null) {
    return null;
  }
  const table = schema.enum(shape.type);
  if (table !== undefined) {
    return readMember(raw, table.flags === true);
  }
  if (!schema.isStructured(shape.type)) {
    return readPrimitive(shape.type, raw) ?? plain(raw);
  }
  if (!isObject(raw) || schema.structured(shape.type)?.anyJson === true) {
    return plain(raw);
  }
  return readObject(schema, variantOf(schema, shape.type, raw), raw);
}

/** A number is what a service sends for a value that it has no name for. */
function readMember(raw: JsonValue, flags: boolean): unknown {
  if (typeof raw === "number" || raw instanceof JsonNumber) {
    return flags ? [String(raw)] : String(raw);
  }
  if (typeof raw !== "string") {
    return plain(raw);
  }
  const names = raw.split(",").map((name) => name.trim());
  return flags ? names.filter((name) => name !== "") : raw;
}

/** The type of an object: the one that it names, if that is declared here or derives from it. */
function variantOf(schema: Schema, declared: string, raw: JsonObject): string {
  const named = raw.get(ODATA_TYPE) ?? raw.get("@type");
  if (typeof named !== "string") {
    return declared;
  }
  const name = schema.resolve(named);
  return schema.isA(name, declared) ? name : declared;
}

/** A model of the type called `type`, which the caller found; Edm's abstract types have no properties. */
function readObject(schema: Schema, type: string, raw: JsonObject): object {
  const shape = schema.structured(type);
  return readShaped(schema, shape?.properties ?? new Map(), type, raw);
}

/** A plain object of the shape, which may be that of an operation's answer. */
export function readShaped(
  schema: Schema,
  properties: ReadonlyMap<string, PropertyShape>,
  type: string,
  raw: JsonObject,
): object {
  const model: Record<string, unknown> = {};
  const given = new Map<string, unknown>();
  let extra: Record<string, unknown> | undefined;
  for (const [name, member] of raw) {
    const property = properties.get(name);
    const as = property?.as ?? nameOfType(name, raw);
    const value =
      property === undefined
        ? plain(member)
        : readValue(schema, property.value, member);
    given.set(name, value);
    if (as !== undefined) {
      model[as] = value;
    } else {
      extra ??= emptyRecord();
      extra[name] = value;
    }
  }
  if (extra !== undefined) {
    model["additionalData"] = extra;
  }
  hideSecrets(model, properties);
  origins.set(model, { raw, type, given });
  return model;
}

/** `odataType` for the control information that names the type, in the spelling that counts. */
function nameOfType(name: string, raw: JsonObject): string | undefined {
  const counts =
    name === ODATA_TYPE || (name === "@type" && !raw.has(ODATA_TYPE));
  return counts ? "odataType" : undefined;
}

// --- Writing

/**
 * The JSON of a value for a place where `shape` is declared. An object of another type says so.
 *
 * @throws JsonError for what has no JSON
 */
export function writeValue(
  schema: Schema,
  shape: ValueShape,
  value: unknown,
): JsonValue {
  return new Writer(schema).value(shape, value, 0);
}

/** The JSON of the object of a shape, such as an action's parameters. */
export function writeShaped(
  schema: Schema,
  shape: StructuredShape,
  value: object,
): JsonObject {
  return new Writer(schema).members(shape, value, 0);
}

/**
 * What of a written object is not as it was read: what an update has to say. An object that was not read is
 * written whole.
 *
 * With a member goes the annotation that names its type, and with what the service asks for on every update
 * that itself. The type of the object stays where it is another than `declared`.
 */
export function changesOf(
  schema: Schema,
  declared: string,
  value: object,
  written: JsonObject,
): JsonObject {
  const raw = origins.get(value)?.raw;
  if (!isObject(raw)) {
    return written;
  }
  const type = typeOf(value) ?? declared;
  const properties = schema.structured(type)?.properties;
  const isKept = (name: string, member: JsonValue): boolean => {
    if (TYPE_NAMES.some((each) => each === name)) {
      return type !== declared;
    }
    const before = raw.get(name);
    return (
      before === undefined ||
      properties?.get(name)?.requiredOnUpdate === true ||
      writeJson(before) !== writeJson(member)
    );
  };
  const changed = new Set(
    [...written].filter((each) => isKept(...each)).map(([name]) => name),
  );
  return new Map(
    [...written].filter(([name]) => {
      const of = TYPE_NAMES.find((each) => name.endsWith(each));
      const owner = of === undefined ? "" : name.slice(0, -of.length);
      return changed.has(name) || (owner !== "" && changed.has(owner));
    }),
  );
}

/** One writing; `schema` tells the types. */
class Writer {
  constructor(private readonly schema: Schema) {}

  value(shape: ValueShape, value: unknown, depth: number): JsonValue {
    if (depth > MAX_DEPTH) {
      throw new JsonError("the values are nested too deeply");
    }
    if (shape.collection === true && isIterable(value)) {
      const { collection: _, ...item } = shape;
      return this.array(value, item, depth + 1);
    }
    const table = this.schema.enum(shape.type);
    if (table?.flags === true && isIterable(value)) {
      return flagsText(value, table.members);
    }
    const scalar = writeScalar(shape.type, value);
    if (scalar !== undefined) {
      return scalar;
    }
    const isObjectLike = isRecord(value) && !isIterable(value);
    if (isObjectLike && this.schema.isStructured(shape.type)) {
      return this.object(shape.type, value, depth);
    }
    return this.untyped(value, depth);
  }

  /** An array of items of a shape, or of none; those that nobody changed as they came. */
  private array(
    values: Iterable<unknown>,
    shape: ValueShape | undefined,
    depth: number,
  ): JsonValue[] {
    const origin = origins.get(values);
    const raw = Array.isArray(origin?.raw) ? origin.raw : [];
    return Array.from(values, (value, index) =>
      this.kept(shape, value, depth, raw[index], origin?.given.get(index)),
    );
  }

  /**
   * The JSON of a member or item: `raw`, as it came, where it stands for the same value. `given` is what
   * was made of it.
   */
  private kept(
    shape: ValueShape | undefined,
    value: unknown,
    depth: number,
    raw: JsonValue | undefined,
    given: unknown,
  ): JsonValue {
    const isScalar = typeof value !== "object" || value === null;
    if (isScalar && raw !== undefined && Object.is(given, value)) {
      return raw;
    }
    const written = this.any(shape, value, depth);
    if (isScalar || typeof raw !== "string" || shape === undefined) {
      return written;
    }
    // Dates, bytes and sets of flags have more than one spelling.
    const again = this.any(shape, readValue(this.schema, shape, raw), depth);
    return written === again ? raw : written;
  }

  private any(
    shape: ValueShape | undefined,
    value: unknown,
    depth: number,
  ): JsonValue {
    return shape === undefined
      ? this.untyped(value, depth)
      : this.value(shape, value, depth);
  }

  private object(declared: string, value: object, depth: number): JsonValue {
    const known = typeOf(value) ?? declared;
    const said = saidType(value);
    const resolved = said === undefined ? known : this.schema.resolve(said);
    const type = this.schema.isA(resolved, declared) ? resolved : declared;
    const shape = this.schema.structured(type) ?? UNDECLARED;
    if (shape.anyJson) {
      return this.untyped(value, depth);
    }
    const found = this.members(shape, value, depth);
    if (said === undefined && known !== declared) {
      return new Map([[ODATA_TYPE, `#${known}`], ...found]);
    }
    return found;
  }

  members(shape: StructuredShape, value: object, depth: number): JsonObject {
    const origin = origins.get(value);
    const members = this.named(shape, value);
    const found: JsonObject = new Map();
    const write = (name: string): void => {
      const member = members.get(name);
      const raw = isObject(origin?.raw) ? origin.raw.get(name) : undefined;
      if (member !== undefined) {
        const declared = shape.properties.get(name)?.value;
        const given = origin?.given.get(name);
        found.set(name, this.kept(declared, member, depth + 1, raw, given));
      }
      members.delete(name);
    };
    if (isObject(origin?.raw)) {
      Array.from(origin.raw.keys(), write);
    }
    if (members.has(ODATA_TYPE)) {
      write(ODATA_TYPE);
    }
    Array.from(members.keys(), write);
    return found;
  }

  /** The members that are set, by their names on the wire. */
  private named(shape: StructuredShape, value: object): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const [name, member] of Object.entries(value)) {
      const property = shape.byName.get(name);
      if (name === "odataType" && property === undefined) {
        // Null names no type (OData JSON Format 4.01, section 4.6.3).
        if (member !== null || typeOf(value) !== undefined) {
          found.set(wireNameOfType(value), member);
        }
      } else if (name === "additionalData" && property === undefined) {
        for (const [extra, data] of Object.entries(member ?? {})) {
          if (shape.properties.has(extra)) {
            throw new JsonError(
              `${extra} is declared: it is no additional data of ${shape.name}`,
            );
          }
          found.set(extra, data);
        }
      } else {
        found.set(property?.name ?? name, member);
      }
    }
    for (const [name, member] of found) {
      if (member === undefined) {
        found.delete(name);
      }
    }
    return found;
  }

  /** A value of which the schema says nothing. */
  private untyped(value: unknown, depth: number): JsonValue {
    if (depth > MAX_DEPTH) {
      throw new JsonError("the values are nested too deeply");
    }
    const scalar = writeScalar("Edm.Untyped", value);
    if (scalar !== undefined) {
      return scalar;
    }
    if (isIterable(value) && !(value instanceof Map)) {
      return this.array(value, undefined, depth + 1);
    }
    if (!isRecord(value)) {
      throw new JsonError(`JSON has no place for a ${typeof value}`);
    }
    const type = typeOf(value);
    if (type !== undefined) {
      return this.object(type, value, depth);
    }
    const origin = origins.get(value);
    const found: JsonObject = new Map();
    const entries: Iterable<[string, unknown]> =
      value instanceof Map
        ? (value as Map<string, unknown>)
        : Object.entries(value);
    for (const [name, member] of entries) {
      const raw = isObject(origin?.raw) ? origin.raw.get(name) : undefined;
      if (member !== undefined) {
        const given = origin?.given.get(name);
        found.set(name, this.kept(undefined, member, depth + 1, raw, given));
      }
    }
    return inOrder(found, origin);
  }
}

/** What a value says of its type, in any of the spellings. */
function saidType(value: object): string | undefined {
  const record = value as Record<string, unknown>;
  const said = ["odataType", ...TYPE_NAMES].map((name) =>
    Object.hasOwn(record, name) ? record[name] : undefined,
  );
  return said.find((each) => typeof each === "string");
}

function wireNameOfType(value: object): string {
  const raw = origins.get(value)?.raw;
  const short = isObject(raw) && raw.has("@type") && !raw.has(ODATA_TYPE);
  return short ? "@type" : ODATA_TYPE;
}

/** A set has no order of its own: the schema's, then that of the alphabet. */
function flagsText(
  value: Iterable<unknown>,
  members: readonly string[],
): string {
  const names = Array.from(value, String);
  if (value instanceof Set) {
    const order = (name: string): number => {
      const at = members.indexOf(name);
      return at < 0 ? members.length : at;
    };
    names.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  }
  return names.join(",");
}
