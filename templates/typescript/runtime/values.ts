/**
 * Values between JSON and JavaScript, by the tables of their types.
 *
 * Objects are plain: their properties are those of their interface, absent is absent and null is null. What no
 * type declares lies in `additionalData` by its name on the wire. What does not have the form that its type says
 * is given as it is, so that nothing is lost; what nobody changed is written as it came.
 */

import { encodeBase64 } from "./base64.js";
import { readPrimitive, writeScalar } from "./codec.js";
import {
  isObject,
  JsonError,
  JsonNumber,
  type JsonObject,
  type JsonValue,
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
import {
  jsonScalar,
  knowsAll,
  type ObjectShape,
  primitiveOf,
  type Types,
} from "./types.js";
import type {
  JsonKind,
  TypeTable,
  UnionTable,
  VariantTable,
} from "./typeTables.js";

export { typeOf } from "./origins.js";

/** What every object of a declared type has; T is the type of members that are not declared. */
export interface Model<T = unknown> {
  /** What came, or is to be sent, beside the declared properties, by name on the wire. */
  additionalData?: Record<string, T>;
}

/** A value of an enumeration: one of those listed, or one of kind K that is newer than this client. */
export type OpenEnum<T, K = string> = T[keyof T] | (K & Record<never, never>);

/** A value that is none of the types that a union is declared of, or that could be several of them. */
export class RawJson {
  /** @param value the JSON as JavaScript values */
  constructor(readonly value: unknown) {}

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.value;
  }
}

const MAX_DEPTH = 500;
const JSON_TYPE: TypeTable = { json: true };

// --- Reading

/** The value that JSON is by its type. */
export function readValue(
  types: Types,
  type: TypeTable,
  raw: JsonValue,
): unknown {
  if (raw === null) {
    return null;
  }
  if (typeof type === "string" || "primitive" in type) {
    return readPrimitive(`Edm.${primitiveOf(type)}`, raw) ?? plain(raw);
  }
  if ("nullable" in type) {
    return readValue(types, type.nullable, raw);
  }
  if ("list" in type && Array.isArray(raw)) {
    return readList(types, type.list, raw);
  }
  if ("map" in type && isObject(raw)) {
    return readMap(types, type.map, raw);
  }
  return "named" in type ? readNamed(types, type.named, raw) : plain(raw);
}

function readNamed(types: Types, name: string, raw: JsonValue): unknown {
  const union = types.union(name);
  if (union !== undefined) {
    const variant = variantOf(union, raw);
    return variant === undefined
      ? rawOf(union, raw)
      : readValue(types, variant.type, raw);
  }
  const shape = types.object(name);
  return shape !== undefined && isObject(raw)
    ? readObject(types, types.typeOf(shape, raw), raw)
    : plain(raw);
}

function readList(types: Types, item: TypeTable, raw: JsonValue[]): unknown[] {
  const items = raw.map((each) => readValue(types, item, each));
  const given = new Map(items.entries());
  origins.set(items, { raw, type: undefined, given });
  return items;
}

function readMap(types: Types, value: TypeTable, raw: JsonObject): object {
  const record = emptyRecord();
  const given = new Map<string, unknown>();
  for (const [name, member] of raw) {
    record[name] = readValue(types, value, member);
    given.set(name, record[name]);
  }
  origins.set(record, { raw, type: undefined, given });
  return record;
}

function readObject(types: Types, shape: ObjectShape, raw: JsonObject): object {
  const model: Record<string, unknown> = {};
  const given = new Map<string, unknown>();
  let extra: Record<string, unknown> | undefined;
  for (const [name, member] of raw) {
    const property = shape.properties.get(name);
    const type = property?.type ?? shape.additional ?? JSON_TYPE;
    const value = readValue(types, type, member);
    given.set(name, value);
    if (property !== undefined) {
      model[property.as] = value;
    } else {
      extra ??= emptyRecord();
      extra[name] = value;
    }
  }
  if (extra !== undefined) {
    model["additionalData"] = extra;
  }
  hideSecrets(model, shape.properties);
  origins.set(model, { raw, type: shape.name, given });
  return model;
}

// --- Unions

/** The one variant that JSON is of, or undefined. */
export function variantOf(
  union: UnionTable,
  raw: JsonValue,
): VariantTable | undefined {
  const kind = kindOf(raw);
  const found = union.variants.filter(
    (each) => each.kinds.includes(kind) && isValueOf(each.type, raw),
  );
  if (!isObject(raw) || found.length < 2) {
    return found.length === 1 ? found[0] : undefined;
  }
  const property = union.property;
  const value = property === undefined ? undefined : raw.get(property);
  return decided(
    found,
    value === undefined ? undefined : String(value),
    (member) => raw.has(member),
  );
}

/** The variant that the value of the union's property names, or that has a member of its own, or is left. */
function decided(
  variants: readonly VariantTable[],
  value: string | undefined,
  has: (member: string) => boolean,
): VariantTable | undefined {
  const named = variants.filter(
    (each) => value !== undefined && each.values?.includes(value),
  );
  if (named.length > 0) {
    return named.length === 1 ? named[0] : undefined;
  }
  const told = variants.filter(({ member }) => member && has(member));
  if (told.length > 0) {
    return told.length === 1 ? told[0] : undefined;
  }
  const left = variants.filter(
    (each) => each.values === undefined && each.member === undefined,
  );
  return left.length === 1 ? left[0] : undefined;
}

/** Text, numbers and truth values are themselves where some variant has them so; all else is marked as raw. */
function rawOf(union: UnionTable, raw: JsonValue): unknown {
  const kind = kindOf(raw);
  const isDeclared = union.variants.some(
    ({ type, kinds }) => kinds.includes(kind) && isPlain(type),
  );
  const value = plain(raw);
  return isDeclared && typeof value !== "object" ? value : new RawJson(value);
}

const PLAIN: ReadonlySet<string> = new Set([
  ...["String", "Guid", "Boolean", "Byte", "SByte", "Int16", "Int32", "Int64"],
  ...["Single", "Double"],
]);

function isPlain(type: TypeTable): boolean {
  return PLAIN.has(primitiveOf(type) ?? "");
}

/** Whether JSON of the right kind is a value of a type that has but some of that kind. */
function isValueOf(type: TypeTable, raw: JsonValue): boolean {
  const primitive = primitiveOf(type);
  if (primitive !== undefined) {
    const found = readPrimitive(`Edm.${primitive}`, raw);
    return primitive === "Stream" || found !== undefined;
  }
  if (typeof type !== "string" && "nullable" in type) {
    return raw === null || isValueOf(type.nullable, raw);
  }
  return (
    typeof type === "string" ||
    !("literal" in type) ||
    String(jsonScalar(type.literal)) === String(raw)
  );
}

function kindOf(raw: JsonValue): JsonKind {
  if (raw === null) {
    return "null";
  }
  if (Array.isArray(raw)) {
    return "array";
  }
  switch (typeof raw) {
    case "string":
    case "boolean":
    case "number":
      return typeof raw as JsonKind;
    default:
      return raw instanceof JsonNumber ? "number" : "object";
  }
}

// --- Writing

/**
 * The JSON of a value by its type.
 *
 * @throws JsonError for what has no JSON
 */
export function writeValue(
  types: Types,
  type: TypeTable,
  value: unknown,
): JsonValue {
  return new Writer(types).value(type, value, 0);
}

/** One writing. */
class Writer {
  constructor(private readonly types: Types) {}

  value(type: TypeTable, value: unknown, depth: number): JsonValue {
    if (depth > MAX_DEPTH) {
      throw new JsonError("the values are nested too deeply");
    }
    if (value instanceof RawJson) {
      return this.value(JSON_TYPE, value.value, depth);
    }
    if (typeof type !== "string" && "nullable" in type) {
      return this.value(type.nullable, value, depth);
    }
    const union = unionOf(this.types, type);
    if (union !== undefined) {
      const variant = this.variantFor(union, value);
      return this.value(variant?.type ?? JSON_TYPE, value, depth + 1);
    }
    const scalar = scalarOf(type, value);
    if (scalar !== undefined) {
      return scalar;
    }
    if (!isRecord(value)) {
      throw new JsonError(`JSON has no place for a ${typeof value}`);
    }
    if (isIterable(value) && !(value instanceof Map)) {
      const isList = typeof type !== "string" && "list" in type;
      return this.array(isList ? type.list : JSON_TYPE, value, depth);
    }
    const shape = this.shapeFor(type, value);
    if (shape !== undefined) {
      return this.object(shape, value, depth);
    }
    const isMap = typeof type !== "string" && "map" in type;
    return this.map(isMap ? type.map : JSON_TYPE, value, depth);
  }

  private shapeFor(type: TypeTable, value: object): ObjectShape | undefined {
    const known = this.types.object(typeOf(value) ?? "");
    const declared =
      typeof type !== "string" && "named" in type
        ? this.types.object(type.named)
        : undefined;
    if (declared === undefined || value instanceof Map) {
      return known;
    }
    return known !== undefined && this.types.isA(known.name, declared.name)
      ? known
      : this.types.typeFor(declared, value);
  }

  private array(
    type: TypeTable,
    values: Iterable<unknown>,
    depth: number,
  ): JsonValue[] {
    const origin = origins.get(values);
    const raw = Array.isArray(origin?.raw) ? origin.raw : [];
    return Array.from(values, (value, at) =>
      this.kept(type, value, depth + 1, raw[at], origin?.given.get(at)),
    );
  }

  private map(type: TypeTable, value: object, depth: number): JsonObject {
    const origin = origins.get(value);
    const found: JsonObject = new Map();
    const entries: Iterable<[string, unknown]> =
      value instanceof Map
        ? (value as Map<string, unknown>)
        : Object.entries(value);
    for (const [name, member] of entries) {
      if (member !== undefined) {
        const raw = isObject(origin?.raw) ? origin.raw.get(name) : undefined;
        const given = origin?.given.get(name);
        found.set(name, this.kept(type, member, depth + 1, raw, given));
      }
    }
    return inOrder(found, origin);
  }

  private object(shape: ObjectShape, value: object, depth: number): JsonObject {
    const origin = origins.get(value);
    const raw = isObject(origin?.raw) ? origin.raw : undefined;
    const found: JsonObject = new Map();
    const write = (name: string, type: TypeTable, member: unknown): void => {
      if (member !== undefined) {
        const given = origin?.given.get(name);
        const before = raw?.get(name);
        found.set(name, this.kept(type, member, depth + 1, before, given));
      }
    };
    for (const [name, member] of Object.entries(value)) {
      const property = shape.byName.get(name);
      if (name === "additionalData" && property === undefined) {
        for (const [extra, data] of Object.entries((member ?? {}) as object)) {
          refuseDeclared(shape, extra);
          write(extra, shape.additional ?? JSON_TYPE, data);
        }
      } else {
        write(property?.name ?? name, property?.type ?? JSON_TYPE, member);
      }
    }
    const all = raw === undefined ? withSaid(shape, found) : found;
    return inOrder(all, origin);
  }

  /** The JSON of a member: `raw`, as it came, where it stands for the same value. */
  private kept(
    type: TypeTable,
    value: unknown,
    depth: number,
    raw: JsonValue | undefined,
    given: unknown,
  ): JsonValue {
    const isScalar = typeof value !== "object" || value === null;
    if (isScalar && raw !== undefined && Object.is(given, value)) {
      return raw;
    }
    const written = this.value(type, value, depth);
    if (isScalar || typeof raw !== "string") {
      return written;
    }
    // Dates and bytes have more than one spelling.
    const again = this.value(type, readValue(this.types, type, raw), depth);
    return written === again ? raw : written;
  }

  /** The variant by which a value is written. */
  private variantFor(
    union: UnionTable,
    value: unknown,
  ): VariantTable | undefined {
    const scalar = scalarOf(JSON_TYPE, value);
    const kind: JsonKind =
      scalar !== undefined
        ? kindOf(scalar)
        : isRecord(value) && isIterable(value) && !(value instanceof Map)
          ? "array"
          : "object";
    const found = union.variants.filter(({ kinds }) => kinds.includes(kind));
    if (found.length < 2) {
      // Digits as text are how a decimal is given.
      return (
        found[0] ??
        union.variants.find(({ type }) => primitiveOf(type) === "Decimal")
      );
    }
    return kind === "object" && isRecord(value)
      ? this.variantOfObject(union, found, value)
      : undefined;
  }

  private variantOfObject(
    union: UnionTable,
    found: readonly VariantTable[],
    value: object,
  ): VariantTable | undefined {
    const shapes = found.map(({ type }) => this.objectShape(type));
    const known = typeOf(value);
    const at = shapes.findIndex(
      (shape) =>
        shape !== undefined &&
        known !== undefined &&
        this.types.isA(known, shape.name),
    );
    if (at >= 0) {
      return found[at];
    }
    const record = value as Record<string, unknown>;
    const own = (name: string): unknown => {
      const shape = shapes.find((each) => each?.properties.has(name));
      return record[shape?.properties.get(name)?.as ?? name];
    };
    const said = union.property === undefined ? null : own(union.property);
    const told = decided(
      found,
      said == null ? undefined : String(said),
      (name) => Boolean(own(name) !== undefined),
    );
    const fitting = shapes.findIndex(
      (shape) => shape !== undefined && knowsAll(shape, value),
    );
    return said == null ? (found[fitting] ?? told) : (told ?? found[fitting]);
  }

  private objectShape(type: TypeTable): ObjectShape | undefined {
    return typeof type !== "string" && "named" in type
      ? this.types.object(type.named)
      : undefined;
  }
}

function unionOf(types: Types, type: TypeTable): UnionTable | undefined {
  return typeof type !== "string" && "named" in type
    ? types.union(type.named)
    : undefined;
}

/** What its type leaves no choice of goes with an object that a caller made. */
function withSaid(shape: ObjectShape, found: JsonObject): JsonObject {
  return new Map([...shape.says, ...found]);
}

function refuseDeclared(shape: ObjectShape, name: string): void {
  if (shape.properties.has(name)) {
    throw new JsonError(
      `${name} is declared: it is no additional data of ${shape.name}`,
    );
  }
}

/** The JSON of a scalar; undefined for anything else. Bytes are base64 (RFC 4648, section 4). */
export function scalarOf(
  type: TypeTable,
  value: unknown,
): JsonValue | undefined {
  if (value instanceof Uint8Array) {
    return encodeBase64(value);
  }
  if (value instanceof ArrayBuffer) {
    return encodeBase64(new Uint8Array(value));
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new JsonError("JSON has no such number");
  }
  return writeScalar(`Edm.${primitiveOf(type) ?? ""}`, value);
}
