/** Says what is wrong with a value, by the rules of the schema, before the service does. */

import {
  isObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from "./json.js";
import { writeShaped, writeValue } from "./model.js";
import type { Schema, StructuredShape, ValueShape } from "./schema.js";
import { ValidationFailed } from "./validationFailed.js";
import type { Operation, Violation } from "./validationRules.js";
import { isControl, Walk } from "./validationWalk.js";

/** Names that this schema does not have are there because the caller put them there: the service may know. */
const UNKNOWN_HERE: ReadonlySet<string> = new Set([
  "unknown-property",
  "unknown-type",
  "enum-member",
]);

/**
 * What is wrong with a model, or with JSON text, as a value of the type; an empty list when nothing is.
 *
 * `type` is qualified (`microsoft.graph.user`), a primitive type, an action, whose parameters the value
 * is, or `Collection(...)` of a type: then the value is an array, or the object that answers a request for
 * a collection. `operation` is for the body of a request, undefined for an answer.
 *
 * @throws RangeError when the schema has no such type
 */
export function validateValue(
  schema: Schema,
  type: string,
  value: unknown,
  operation?: Operation,
): Violation[] {
  const shape = shapeOf(schema, type);
  return "type" in shape
    ? checkValue(schema, shape, writeValue(schema, shape, value), operation)
    : checkShaped(
        schema,
        shape,
        writeShaped(schema, shape, Object(value) as object),
        operation,
      );
}

/** The same for JSON text. */
export function validateJson(
  schema: Schema,
  type: string,
  text: string,
  operation?: Operation,
): Violation[] {
  const shape = shapeOf(schema, type);
  const value = parseJson(text);
  if ("type" in shape) {
    return checkValue(schema, shape, value, operation);
  }
  return checkShaped(schema, shape, value, operation);
}

/**
 * Let a request's body pass, or not; warnings do not keep it back.
 *
 * @throws ValidationFailed
 */
export function validateBeforeSending(
  schema: Schema,
  shape: ValueShape | StructuredShape,
  body: JsonValue,
  operation: Operation | undefined,
): void {
  const found =
    "type" in shape
      ? checkValue(schema, shape, body, operation)
      : // The parameters of an action are always made anew.
        checkShaped(schema, shape, body, "create");
  const told = found.filter(({ code }) => !UNKNOWN_HERE.has(code));
  if (told.some(({ severity }) => severity === "error")) {
    throw new ValidationFailed(told);
  }
}

function shapeOf(schema: Schema, type: string): ValueShape | StructuredShape {
  const item = /^Collection\((.+)\)$/.exec(type)?.[1];
  const name = schema.resolve(item ?? type);
  const payload = item === undefined ? schema.payloadsOf(name)[0] : undefined;
  const parameters =
    payload === undefined || schema.has(name)
      ? undefined
      : schema.payload(payload);
  if (parameters !== undefined) {
    return parameters;
  }
  if (!name.startsWith("Edm.") && !schema.has(name)) {
    throw new RangeError(`this package has no type '${name}'`);
  }
  const single: ValueShape = { type: name, nullable: false };
  return item === undefined ? single : { ...single, collection: true };
}

function checkValue(
  schema: Schema,
  shape: ValueShape,
  value: JsonValue,
  operation: Operation | undefined,
): Violation[] {
  const walk = new Walk(schema, operation);
  if (shape.collection === true && isObject(value)) {
    checkEnvelope(walk, shape, value);
  } else {
    walk.checkValue(shape, value, "");
  }
  return walk.found;
}

function checkShaped(
  schema: Schema,
  shape: StructuredShape,
  value: JsonValue,
  operation: Operation | undefined,
): Violation[] {
  const walk = new Walk(schema, operation);
  if (isObject(value)) {
    walk.checkMembers(shape, value, "", 0);
  } else {
    const message = `a JSON object is expected for ${shape.name}`;
    walk.report("", "not-an-object", message);
  }
  return walk.found;
}

/** The object that answers a request for a collection (OData JSON Format 4.01, section 13). */
function checkEnvelope(walk: Walk, shape: ValueShape, value: JsonObject): void {
  const items = value.get("value");
  if (items === undefined) {
    const message = "a JSON array, or an object with one in value, is expected";
    walk.report("", "not-an-array", message);
    return;
  }
  for (const name of value.keys()) {
    if (name !== "value" && !isControl(name)) {
      const message = "a collection has no such property";
      walk.report(`/${name}`, "unknown-property", message);
    }
  }
  walk.checkValue(shape, items, "/value");
}
