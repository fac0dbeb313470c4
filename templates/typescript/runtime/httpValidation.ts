/** Says what is wrong with a value, by the rules of the description, before the service does. */

import { type JsonValue, parseJson } from "./json.js";
import { Walk } from "./httpValidationWalk.js";
import type { Types } from "./types.js";
import type { TypeTable } from "./typeTables.js";
import { ValidationFailed } from "./validationFailed.js";
import { type Operation, step, type Violation } from "./validationRules.js";
import { writeValue } from "./values.js";

/** What the description does not know is no reason not to send: the service may know more. */
const UNKNOWN_HERE: ReadonlySet<string> = new Set([
  "unknown-property",
  "enum-member",
]);

/**
 * What is wrong with a value of the type; an empty list when nothing is.
 *
 * `operation` is for the body of a request, undefined for an answer.
 *
 * @throws JsonError for what has no JSON
 */
export function validateValue(
  types: Types,
  type: TypeTable,
  value: unknown,
  operation?: Operation,
): Violation[] {
  return checked(types, type, writeValue(types, type, value), operation);
}

/**
 * The same for JSON text.
 *
 * @throws JsonError for text that is no JSON
 */
export function validateJson(
  types: Types,
  type: TypeTable,
  text: string,
  operation?: Operation,
): Violation[] {
  return checked(types, type, parseJson(text), operation);
}

function checked(
  types: Types,
  type: TypeTable,
  value: JsonValue,
  operation: Operation | undefined,
): Violation[] {
  const walk = new Walk(types, operation);
  walk.check(type, value, "");
  return walk.found;
}

/**
 * Let a request's body pass, or not; warnings do not keep it back. A PATCH says what is to change: nothing is
 * required in it. What members that are `unseen` hold is held against no rule.
 *
 * @throws ValidationFailed
 */
export function validateBeforeSending(
  types: Types,
  type: TypeTable,
  body: JsonValue,
  method: string,
  unseen: ReadonlySet<string> = new Set(),
): void {
  const isPartial = method === "PATCH";
  const isUpdate = isPartial || method === "PUT";
  const walk = new Walk(types, isUpdate ? "update" : "create", isPartial);
  walk.check(type, body, "");
  const hidden = new Set(Array.from(unseen, (name) => step("", name)));
  const told = walk.found.filter(({ code, pointer }) => {
    const [member = ""] = /^\/[^/]*/.exec(pointer) ?? [];
    return !UNKNOWN_HERE.has(code) && !hidden.has(member);
  });
  if (told.some(({ severity }) => severity === "error")) {
    throw new ValidationFailed(told);
  }
}
