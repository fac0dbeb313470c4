// Trees of queries, as a caller would write them in TypeScript.

import { asType, now, whole } from "./src/index.js";

export type Tree = Record<string, unknown>;
type Any = Record<string, (...given: unknown[]) => unknown>;
type Scope = Record<string, object>;

const CALLS: Record<string, string> = {
  startswith: "startsWith",
  endswith: "endsWith",
  fractionalseconds: "fractionalSeconds",
  indexof: "indexOf",
  tolower: "toLower",
  toupper: "toUpper",
  totaloffsetminutes: "totalOffsetMinutes",
  totalseconds: "totalSeconds",
  "geo.distance": "distance",
};
const NAMES: Record<string, string> = { ID: "id" };

function path(scope: Scope, text: string): unknown {
  const [first = "", ...rest] = text.split("/");
  let at: unknown = scope[first];
  const names = at === undefined ? [first, ...rest] : rest;
  at ??= scope["$"];
  for (const name of names) {
    const own = NAMES[name] ?? name.slice(0, 1).toLowerCase() + name.slice(1);
    at = name.includes(".") ? asType(at as object, name) : (at as Record<string, unknown>)[own];
  }
  return at;
}

function value(scope: Scope, tree: unknown): unknown {
  const [kind = "", given] = Object.entries(tree as Tree)[0] ?? [];
  const all = Array.isArray(given) ? (given as unknown[]) : [given];
  switch (kind) {
    case "path":
      return path(scope, String(given));
    case "null":
      return null;
    case "number":
      return numberOf(String(given));
    case "string":
    case "boolean":
    case "guid":
    case "date":
    case "dateTimeOffset":
    case "timeOfDay":
    case "duration":
      return given;
    case "member":
      return String(given).includes(",") ? String(given).split(",") : given;
    case "point":
      return { type: "Point", coordinates: all.map(Number) };
    case "in":
      return (value(scope, all[0]) as Any)["in"]?.((all[1] as unknown[]).map((each) => value(scope, each)));
    case "call": {
      const [name, ...parts] = all;
      if (name === "now") {
        return now();
      }
      const [of, ...others] = parts.map((each) => value(scope, each));
      return (of as Any)[CALLS[String(name)] ?? String(name)]?.(...others);
    }
    case "any":
    case "all":
      return quantified(scope, kind, all);
    case "count":
      return (path(scope, String(given)) as Any)["count"]?.();
    default: {
      const [left, ...others] = all.map((each) => value(scope, each));
      const isObject = typeof left === "function" && !("any" in left);
      return (isObject ? (whole(left) as unknown as Any) : (left as Any))[kind]?.(...others);
    }
  }
}

/** A number as JavaScript has it; of a fraction the digits. */
function numberOf(text: string): unknown {
  if (text.includes(".")) {
    return text;
  }
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

function quantified(scope: Scope, word: string, [of, variable, condition]: unknown[]): unknown {
  const at = path(scope, String(of)) as Any;
  if (condition === undefined) {
    return at[word]?.();
  }
  const name = String(variable);
  const inner = (item: object): unknown => value({ ...scope, [name]: item }, condition);
  // The variable has the name that the caller gives it.
  const lambda = new Function("inner", `return (${name}) => inner(${name})`)(inner) as unknown;
  return at[word]?.(lambda);
}

const ORDER = ["select", "filter", "orderby", "expand", "top", "levels"];

function expanded(scope: Scope, tree: Tree): unknown {
  const { path: name, ...options } = tree;
  const at = path(scope, String(name)) as (options: object) => unknown;
  if (Object.keys(options).length === 0) {
    return at;
  }
  const names = "filter" in options ? ["filter", "orderby", "select", "top"] : ORDER;
  const given = names
    .filter((each) => each in options)
    .map((each): [string, unknown] => [
      each,
      typeof options[each] === "object" ? (item: object) => part({ $: item }, each, options[each]) : options[each],
    ]);
  return at(Object.fromEntries(given));
}

/** What a lambda gives for an option whose tree is given. */
export function part(scope: Scope, option: string, tree: unknown): unknown {
  const all = tree as unknown[];
  switch (option) {
    case "select":
      return all.map((each) => path(scope, String(each)));
    case "expand":
      return all.map((each) => expanded(scope, each as Tree));
    case "orderby":
      return (all as [unknown, string][]).map(([each, way]) => {
        const found = value(scope, each);
        return way === "desc" ? (found as Any)["desc"]?.() : found;
      });
    default:
      return value(scope, tree);
  }
}
