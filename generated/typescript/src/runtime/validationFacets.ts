/** Rules on a single value that has the right type: facets and constraints. */

import { decodeBase64 } from "./base64.js";
import {
  compare,
  countDigits,
  exact,
  isMultiple,
  type Ordered,
} from "./decimals.js";
import type { JsonValue } from "./json.js";
import type { ItemFacts, Scalar, ValueFacts } from "./tables.js";
import { matches } from "./validationMatcher.js";
import { fractionDigits, orderKey } from "./validationPrimitives.js";
import type { Finding } from "./validationRules.js";
import { isUrlReference, lengthOf } from "./validationText.js";

/** What is said of a value, and the type that it has. */
interface ValueShape extends ValueFacts {
  readonly type: string;
}

const TEMPORAL = new Set([
  "Edm.DateTimeOffset",
  "Edm.Duration",
  "Edm.TimeOfDay",
]);

/** What is wrong with `value`, a valid literal of the shape's primitive type. */
export function* checkFacets(
  shape: ValueShape,
  value: JsonValue,
): Generator<Finding> {
  if (typeof value === "string") {
    yield* checkLength(shape, value);
    yield* checkText(shape, value);
    if (TEMPORAL.has(shape.type)) {
      yield* checkSeconds(shape, value);
    }
  }
  if (shape.type === "Edm.Decimal") {
    yield* checkDigits(shape, value);
  }
  yield* checkInterval(shape, value);
  if (shape.allowedValues !== undefined && !isAllowed(shape, value)) {
    yield ["allowed-values", "the value is none of those allowed"];
  }
}

/** What is wrong with the number of a collection's items. */
export function* checkItems(
  shape: ItemFacts,
  count: number,
): Generator<Finding> {
  if (shape.minItems !== undefined && count < shape.minItems) {
    yield [
      "min-items",
      `${count} items; at least ${shape.minItems} are asked for`,
    ];
  }
  if (shape.maxItems !== undefined && count > shape.maxItems) {
    yield [
      "max-items",
      `${count} items; at most ${shape.maxItems} are allowed`,
    ];
  }
}

function* checkLength(shape: ValueShape, text: string): Generator<Finding> {
  const most = shape.maxLength;
  if (most === undefined) {
    return;
  }
  if (shape.type === "Edm.String" && lengthOf(text) > most) {
    const count = lengthOf(text);
    yield ["max-length", `${count} characters; at most ${most} are allowed`];
  }
  if (shape.type === "Edm.Binary") {
    const count = decodeBase64(text)?.length ?? 0;
    if (count > most) {
      yield ["max-length", `${count} bytes; at most ${most} are allowed`];
    }
  }
}

function* checkText(shape: ValueShape, text: string): Generator<Finding> {
  if (shape.type !== "Edm.String") {
    return;
  }
  if (shape.pattern !== undefined) {
    const found = matches(shape.pattern, text);
    if (found === undefined) {
      yield [
        "pattern-skipped",
        "the declared pattern cannot be checked in bounded time",
      ];
    } else if (!found) {
      yield ["pattern", "the text does not match the declared pattern"];
    }
  }
  if (shape.isUrl === true && !isUrlReference(text)) {
    yield ["url", "the text is no URL, neither absolute nor relative"];
  }
  if (shape.isBase64 === true && decodeBase64(text) === undefined) {
    yield ["base64", "the text is neither base64 nor base64url"];
  }
}

function* checkSeconds(shape: ValueShape, text: string): Generator<Finding> {
  if (shape.precision !== undefined && fractionDigits(text) > shape.precision) {
    yield [
      "precision",
      `at most ${shape.precision} fractional digits of a second are allowed`,
    ];
  }
}

function* checkDigits(shape: ValueShape, value: JsonValue): Generator<Finding> {
  const number = orderKey("Edm.Decimal", value);
  if (number === undefined || typeof number === "string") {
    return;
  }
  const { precision, scale } = shape;
  const [left, right, significant] = countDigits(number);
  if (shape.floatingScale === true) {
    if (precision !== undefined && significant > precision) {
      yield [
        "precision",
        `at most ${precision} significant digits are allowed`,
      ];
    }
    return;
  }
  if (scale !== undefined && right > scale) {
    yield ["scale", `at most ${scale} fractional digits are allowed`];
  }
  if (precision === undefined) {
    return;
  }
  if (scale !== undefined) {
    const whole = precision - scale;
    if (left > whole) {
      yield [
        "precision",
        `at most ${whole} digits before the decimal point are allowed`,
      ];
    }
  } else if (left + right > precision) {
    yield ["precision", `at most ${precision} digits are allowed`];
  }
}

function* checkInterval(
  shape: ValueShape,
  value: JsonValue,
): Generator<Finding> {
  const number = orderKey(shape.type, value);
  if (number === undefined) {
    return;
  }
  const { minimum, maximum } = shape;
  const low = limit(shape, minimum);
  const high = limit(shape, maximum);
  if (low !== undefined) {
    const found = compare(number, low);
    if (found < 0) {
      yield ["minimum", `the minimum is ${minimum}`];
    } else if (found === 0 && shape.minimumExclusive === true) {
      yield ["minimum", `the value must be above ${minimum}`];
    }
  }
  if (high !== undefined) {
    const found = compare(number, high);
    if (found > 0) {
      yield ["maximum", `the maximum is ${maximum}`];
    } else if (found === 0 && shape.maximumExclusive === true) {
      yield ["maximum", `the value must be below ${maximum}`];
    }
  }
  const step =
    shape.multipleOf === undefined ? undefined : exact(shape.multipleOf);
  if (step !== undefined && typeof number !== "string") {
    if (!isMultiple(number, step)) {
      yield [
        "multiple-of",
        `the value must be a multiple of ${shape.multipleOf}`,
      ];
    }
  }
}

function limit(
  shape: ValueShape,
  bound: Scalar | undefined,
): Ordered | undefined {
  return bound === undefined ? undefined : orderKey(shape.type, bound);
}

/** Whether `value` is one of the allowed ones; numbers and times compare as such. */
export function isAllowed(shape: ValueShape, value: JsonValue): boolean {
  const allowed = shape.allowedValues ?? [];
  return allowed.some((each) => isSame(shape.type, value, each));
}

function isSame(type: string, value: JsonValue, allowed: Scalar): boolean {
  if (
    typeof value === "boolean" ||
    typeof allowed === "boolean" ||
    value === null ||
    allowed === null
  ) {
    return value === allowed;
  }
  const mine = orderKey(type, value);
  const theirs = orderKey(type, allowed);
  if (mine !== undefined && theirs !== undefined) {
    return compare(mine, theirs) === 0;
  }
  if (type === "Edm.Guid") {
    return String(value).toLowerCase() === String(allowed).toLowerCase();
  }
  return value === allowed;
}
