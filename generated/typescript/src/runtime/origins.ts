/**
 * How values came: beside each object and array that was read its JSON is remembered, out of sight, so that
 * what nobody changed is written as it came, digit by digit and in its place.
 */

import {
  isObject,
  JsonNumber,
  type JsonObject,
  type JsonValue,
} from "./json.js";

/** How an object or array came: its JSON, the type found for it, and what was made of each member. */
export interface Origin {
  readonly raw: JsonObject | JsonValue[];
  readonly type: string | undefined;
  readonly given: ReadonlyMap<string | number, unknown>;
}

export const origins = new WeakMap<object, Origin>();

/** The schema type that a value was read as; undefined for one that was not read. */
export function typeOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null
    ? origins.get(value)?.type
    : undefined;
}

/** An object that inherits nothing, so that `__proto__` and `constructor` are names like others. */
export function emptyRecord(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** A JSON value of no declared type as JavaScript values; it is written as it came where it is not changed. */
export function plain(raw: JsonValue): unknown {
  if (raw instanceof JsonNumber) {
    return /^-?\d+$/.test(raw.text) ? BigInt(raw.text) : raw.valueOf();
  }
  if (Array.isArray(raw)) {
    const items = raw.map(plain);
    origins.set(items, {
      raw,
      type: undefined,
      given: new Map(items.entries()),
    });
    return items;
  }
  if (!isObject(raw)) {
    return raw;
  }
  const record = emptyRecord();
  const given = new Map<string, unknown>();
  for (const [name, member] of raw) {
    record[name] = plain(member);
    given.set(name, record[name]);
  }
  origins.set(record, { raw, type: undefined, given });
  return record;
}

/** Members in the order in which they came, new ones behind: objects list names of digits first. */
export function inOrder(
  found: JsonObject,
  origin: Origin | undefined,
): JsonObject {
  if (!isObject(origin?.raw)) {
    return found;
  }
  const ordered: JsonObject = new Map();
  for (const name of [...origin.raw.keys(), ...found.keys()]) {
    const member = found.get(name);
    if (member !== undefined) {
      ordered.set(name, member);
    }
  }
  return ordered;
}

export function isIterable(
  value: unknown,
): value is Iterable<unknown> & object {
  return (
    typeof value === "object" && value !== null && Symbol.iterator in value
  );
}

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
