// What a reading of a model gives, as an answer to a vector.

import { Duration } from "./src/runtime/durations.js";
import { typeOf } from "./src/runtime/model.js";
import type { PropertyShape, StructuredShape, ValueShape } from "./src/runtime/schema.js";
import { schema } from "./src/schema.js";

export type Values = Record<string, unknown>;

function shapeOf(holder: unknown): StructuredShape {
  const shape = schema().structured(typeOf(holder) ?? "");
  if (shape === undefined) {
    throw new Error("no model is there");
  }
  return shape;
}

/** A property of a model by its name on the wire. */
export function propertyOf(holder: unknown, name: string): PropertyShape {
  const property = shapeOf(holder).properties.get(name);
  if (property === undefined) {
    throw new Error(`no property ${name}`);
  }
  return property;
}

/** The object that holds the last step of a pointer, and its property. */
export function reach(value: unknown, pointer: string): [Values, PropertyShape] {
  const steps = pointer.split("/").slice(1);
  const last = steps.pop() ?? "";
  let holder = value;
  for (const step of steps) {
    holder = Array.isArray(holder)
      ? (holder[Number(step)] as unknown)
      : (holder as Values)[propertyOf(holder, step).as];
  }
  return [holder as Values, propertyOf(holder, last)];
}

/** What is found at a pointer of names on the wire and indexes. */
export function read(value: unknown, pointer: string): unknown {
  const cut = pointer.lastIndexOf("/");
  const last = pointer.slice(cut + 1);
  if (/^\d+$/.test(last)) {
    const [holder, property] = reach(value, pointer.slice(0, cut));
    const items = holder[property.as] as unknown[];
    return told(items[Number(last)], property.value);
  }
  const [holder, property] = reach(value, pointer);
  return told(holder[property.as], property.value);
}

function told(value: unknown, shape: ValueShape): unknown {
  if (value === undefined) {
    return { state: "absent" };
  }
  if (value === null) {
    return { state: "null" };
  }
  const type = typeOf(value);
  if (type !== undefined) {
    return { state: "model", type };
  }
  return { state: "value", type: shape.type, value: text(value, shape.type) };
}

function text(value: unknown, type: string): string {
  if (Array.isArray(value)) {
    return [...value].sort().join(",");
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString("hex");
  }
  if (value instanceof Duration) {
    return String(value.totalSeconds);
  }
  if (value instanceof Date) {
    return value.toJSON();
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return String(value).replace("Infinity", "INF");
  }
  return type === "Edm.Guid" ? String(value).toLowerCase() : String(value);
}
