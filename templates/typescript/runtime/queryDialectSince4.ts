/**
 * What differs between versions of OData in queries as code; here that of 4.0 and 4.01 (URL Conventions 4.01,
 * section 5.1.1). Clients of OData 1 to 3 have another file in its place.
 */

import { isNumeric } from "./codec.js";
import { InvalidArgument } from "./errors.js";
import type { Feature } from "./queryTypes.js";
import type { ValueShape } from "./schema.js";
import { plainLiteral } from "./url.js";

/** The type whose literals values of a property are compared with. */
export function comparedType({ type }: ValueShape): string {
  return type;
}

/** The type of what is calculated of a number of the type. */
export function calculatedType(_type: string | undefined): string {
  return "Edm.Decimal";
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
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (type === undefined || (isNumber && isNumeric(type))) {
    return plainLiteral(value, "Edm.PrimitiveType");
  }
  const kind = isNumeric(type) ? "Edm.Decimal" : type;
  const isText = kind === "Edm.String" || !kind.startsWith("Edm.");
  if (isText && isNumber) {
    throw new InvalidArgument("text is asked for, not a number");
  }
  return plainLiteral(value, kind);
}

/** The text of a function that is called. */
export function calledText(name: string, given: readonly string[]): string {
  return `${name}(${given.join()})`;
}

/** That a value is one of these, and whether the text has to be grouped beside other conditions. */
export function oneOf(
  value: string,
  items: readonly string[],
): [text: string, isAlternative: boolean] {
  return [`${value} in (${items.join()})`, false];
}

/**
 * Told before something is written that there was not from the beginning.
 *
 * @throws InvalidArgument where the service's version does not have it
 */
export function needed(_what: Feature): void {
  // All of it is there since 4.0.
}
