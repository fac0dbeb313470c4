/**
 * Queries as code for services of OData 1 to 3 ([MS-ODATA], 2.2.3.6.1.1): their functions and literals. What the
 * version does not have is refused before it is sent.
 */

import { isNumeric } from "./codec.js";
import { DateOnly, TimeOnly } from "./dates.js";
import { Duration } from "./durations.js";
import { InvalidArgument } from "./errors.js";
import { olderLiteral } from "./olderValues.js";
import { VERSION } from "./olderVersion.js";
import type { Feature } from "./queryTypes.js";
import type { ValueShape } from "./schema.js";

const FUNCTIONS: ReadonlySet<string> = new Set([
  ...["startswith", "endswith", "length", "indexof", "substring"],
  ...["tolower", "toupper", "trim", "concat"],
  ...["year", "month", "day", "hour", "minute", "second"],
  ...["round", "floor", "ceiling"],
]);
const SHAPES: ReadonlySet<string> = new Set([
  "geo.distance",
  "geo.intersects",
  "geo.length",
]);
const WHOLE: ReadonlySet<string> = new Set(
  ["Byte", "SByte", "Int16", "Int32", "Int64"].map((name) => `Edm.${name}`),
);
const SINCE_3: ReadonlySet<Feature> = new Set(["any and all"]);

/** The type whose literals values of a property are compared with. */
export function comparedType({ type, wire }: ValueShape): string {
  return wire ?? type;
}

/** The type of what is calculated of a number of the type. */
export function calculatedType(type: string | undefined): string | undefined {
  return type;
}

/**
 * The literal of a value that is compared with one of the type.
 *
 * @throws InvalidArgument for a value of another kind
 */
export function literalOf(value: unknown, type: string | undefined): string {
  if (value === undefined) {
    throw new InvalidArgument("undefined is no value of a query");
  }
  if (value === null) {
    return "null";
  }
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const isText = type === "Edm.String" || type?.startsWith("Edm.") === false;
  if (isText && isNumber) {
    throw new InvalidArgument("text is asked for, not a number");
  }
  if (isNumeric(type) && typeof value === "boolean") {
    throw new InvalidArgument("a number is asked for");
  }
  if (type === undefined) {
    return olderLiteral(value, typeOf(value));
  }
  // A number that the type cannot hold is compared all the same, as what it is.
  if (WHOLE.has(type) && !/^[+-]?\d+$/.test(String(value))) {
    return olderLiteral(value, isNumber ? typeOf(value) : "Edm.Decimal");
  }
  return olderLiteral(value, type);
}

function typeOf(value: unknown): string {
  switch (typeof value) {
    case "boolean":
      return "Edm.Boolean";
    case "bigint":
      return "Edm.Int64";
    case "number":
      return !Number.isSafeInteger(value)
        ? "Edm.Double"
        : Math.abs(value) < 2 ** 31
          ? "Edm.Int32"
          : "Edm.Int64";
    case "string":
      return "Edm.String";
  }
  const found = OBJECTS.find(([made]) => value instanceof made)?.[1];
  if (found === undefined) {
    throw new InvalidArgument("a primitive value is asked for");
  }
  return found;
}

const OBJECTS = [
  [Date, "Edm.DateTimeOffset"],
  [DateOnly, "Edm.DateTime"],
  [TimeOnly, "Edm.TimeOfDay"],
  [Duration, "Edm.Time"],
  [Uint8Array, "Edm.Binary"],
  [ArrayBuffer, "Edm.Binary"],
] as const;

/**
 * The text of a function that is called.
 *
 * @throws InvalidArgument for one that the version does not have
 */
export function calledText(name: string, given: readonly string[]): string {
  if (name === "contains") {
    return `substringof(${[...given].reverse().join()})`;
  }
  const isShape = VERSION.hasQuantifiers && SHAPES.has(name);
  if (!isShape && !FUNCTIONS.has(name)) {
    throw lacking(name);
  }
  return `${name}(${given.join()})`;
}

/** That a value is one of these, and whether the text has to be grouped beside other conditions. */
export function oneOf(
  value: string,
  items: readonly string[],
): [text: string, isAlternative: boolean] {
  const text = items.map((item) => `${value} eq ${item}`).join(" or ");
  return [text === "" ? "false" : text, items.length > 1];
}

/**
 * Told before something is written that there was not from the beginning.
 *
 * @throws InvalidArgument where the service's version does not have it
 */
export function needed(what: Feature): void {
  if (!VERSION.hasQuantifiers || !SINCE_3.has(what)) {
    throw lacking(what);
  }
}

function lacking(what: string): InvalidArgument {
  return new InvalidArgument(`this version of OData has no ${what} in queries`);
}
