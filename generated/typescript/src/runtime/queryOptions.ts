/** Queries as code become the text of options. */

import { InvalidArgument } from "./errors.js";
import { optionText } from "./queryPaths.js";
import type { Schema } from "./schema.js";
import type { LimitsTable } from "./tables.js";

const REFUSALS = {
  filter: "cannot be filtered",
  orderby: "cannot be sorted by",
  expand: "cannot be expanded",
} as const;
const ABILITIES = { filter: "filtered", orderby: "sorted by" } as const;

/** Of what a call asks: the type of items, and what the service refuses. */
export interface Questions {
  readonly schema: Schema;
  readonly qualified: boolean;
  /** Undefined where items have no type that is known. */
  readonly type: string | undefined;
  readonly limits: LimitsTable;
}

/**
 * The options with text in the place of code.
 *
 * @throws InvalidArgument for a property that there is not, or that the service refuses there
 */
export function withoutCode(
  parameters: object | undefined,
  questions: Questions,
): object | undefined {
  const entries = Object.entries(parameters ?? {});
  if (!entries.some(([, value]) => typeof value === "function")) {
    return parameters;
  }
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === "function" ? written(name, value, questions) : value,
    ]),
  );
}

function written(
  name: string,
  value: unknown,
  { schema, qualified, type, limits }: Questions,
): string {
  const option = name.replace(/^(?:%24|\$)/, "").toLowerCase();
  const isCode = option === "select" || option in REFUSALS;
  if (type === undefined || !isCode) {
    throw new InvalidArgument(`'${name}' is no code here`);
  }
  const refused = new Set(limits[option as keyof LimitsTable]);
  const refusal = (path: string): string => {
    const word = REFUSALS[option as keyof LimitsTable];
    return `'${path}' ${word}; it can be ${abilities(path, limits)}`;
  };
  const asked = { schema, qualified, refused, refusal };
  return optionText(asked, type, option, value);
}

function abilities(path: string, limits: LimitsTable): string {
  const can = (["filter", "orderby"] as const)
    .filter((option) => limits[option]?.includes(path) !== true)
    .map((option) => ABILITIES[option]);
  return can.length === 0 ? "selected" : `${can.join(", ")} and selected`;
}
