/** Paths of properties, as the lambdas of queries name them. */

import { InvalidArgument } from "./errors.js";
import { comparedType, needed } from "./queryDialect.js";
import { conditionOf, Criterion, Expression } from "./queryExpressions.js";
import type { Anything, ExpandParameters, Item } from "./queryTypes.js";
import type { PropertyShape, Schema } from "./schema.js";

/** Of what a query asks, and what it may not ask for. */
export interface Asked {
  readonly schema: Schema;
  /** Whether members of enumerations are written with the name of their type. */
  readonly qualified: boolean;
  /** Paths, by their names on the wire, that cannot be asked for, and what is said of one. */
  readonly refused: ReadonlySet<string>;
  readonly refusal: (path: string) => string;
}

/** Where a path is: its text, and the names in it without types and variables. */
interface At {
  readonly asked: Asked;
  readonly type: string;
  /** The type whose literals values are compared with, where it is another. */
  readonly compared?: string;
  readonly text: string;
  readonly names: string;
}

const PATHS = new WeakMap<object, At>();
const WORDS = ["select", "expand", "filter", "orderby"] as const;
const PLAIN = ["search", "top", "skip", "count", "levels"] as const;
const NESTED: ReadonlySet<string> = new Set<string>([...WORDS, ...PLAIN]);

/** The names of the variables of all lambdas around the one that is looked at. */
const variables: string[] = [];

/** What a lambda is given: the properties of an object of the type. */
export function itemOf(asked: Asked, type: string): object {
  return membersOf({ asked, type, text: "", names: "" }, {});
}

/**
 * The same item as one of a derived type, D, by its qualified name.
 *
 * @throws InvalidArgument for what is no item of a query
 */
export function asType<D>(item: object, type: string): Item<D> {
  const at = atOf(item);
  const text = at.text === "" ? type : `${at.text}/${type}`;
  return membersOf({ ...at, type, text }, {}) as Item<D>;
}

/**
 * An object as a value of its own, to be compared with null.
 *
 * @throws InvalidArgument for what is no item of a query
 */
export function whole(item: object): Anything {
  const { text } = atOf(item);
  const found = new Expression(text === "" ? "$it" : text);
  return found as unknown as Anything;
}

function atOf(item: object): At {
  const at = PATHS.get(item);
  if (at === undefined) {
    throw new InvalidArgument("an item of a query is asked for");
  }
  return at;
}

/** The members of an object; `target` is what stands for the object itself. */
function membersOf(at: At, target: object): object {
  const shape = at.asked.schema.structured(at.type);
  const made = new Proxy(target, {
    get(_, name): unknown {
      if (typeof name === "symbol") {
        return undefined;
      }
      const property = shape?.byName.get(name);
      if (property === undefined) {
        throw new InvalidArgument(`${at.type} has no property '${name}'`);
      }
      return pathOf(at, property);
    },
  });
  PATHS.set(made, at);
  return made;
}

function pathOf(from: At, property: PropertyShape): unknown {
  const { asked } = from;
  const before = from.text === "" ? "" : `${from.text}/`;
  const text = before + property.name;
  const names =
    from.names === "" ? property.name : `${from.names}/${property.name}`;
  if (asked.refused.has(names)) {
    throw new InvalidArgument(asked.refusal(names));
  }
  const { type, collection } = property.value;
  const compared = comparedType(property.value);
  const at: At = { asked, type, compared, text, names };
  if (collection === true) {
    return collected(at);
  }
  return asked.schema.isStructured(type)
    ? membersOf(at, expanding(at))
    : valueOf(at);
}

/** A value that is no object. */
function valueOf({ asked, type, compared, text }: At): Expression {
  const isBare = asked.schema.enum(type) !== undefined && !asked.qualified;
  return new Expression(text, isBare ? "enum" : (compared ?? type));
}

function collected(at: At): object {
  const quantified = (word: string, condition: unknown): Expression => {
    needed("any and all");
    if (condition === undefined) {
      return new Expression(`${at.text}/${word}()`, "Edm.Boolean");
    }
    const lambda = condition as (item: unknown) => unknown;
    const variable = variableOf(lambda);
    const item = { ...at, text: variable };
    variables.push(variable);
    try {
      const found = conditionOf(
        lambda(
          at.asked.schema.isStructured(at.type)
            ? membersOf(item, {})
            : valueOf(item),
        ),
      );
      const text = `${at.text}/${word}(${variable}:${found.text})`;
      return new Expression(text, "Edm.Boolean");
    } finally {
      variables.pop();
    }
  };
  const value = valueOf(at);
  const made = Object.assign(expanding(at), {
    any: (condition?: unknown) => quantified("any", condition),
    all: (condition: unknown) => quantified("all", condition),
    count: () => {
      needed("$count");
      return new Expression(`${at.text}/$count`, "Edm.Int64");
    },
    eq: (members: unknown) => value.eq(members),
    ne: (members: unknown) => value.ne(members),
    has: (members: unknown) => value.has(members),
  });
  PATHS.set(made, at);
  return made;
}

/** The name of a lambda's parameter, or one like it where a lambda around has that name. */
function variableOf(lambda: (item: unknown) => unknown): string {
  const found = /^\s*\(?\s*([A-Za-z][A-Za-z0-9_]{0,99})\s*(?:=>|\))/.exec(
    Function.prototype.toString.call(lambda),
  );
  const wanted = found?.[1] ?? "x";
  let name = wanted;
  for (let number = 1; variables.includes(name); number += 1) {
    name = `${wanted}${number}`;
  }
  return name;
}

// --- Options

function expanding(at: At): (options: object) => Expansion {
  return (options) => new Expansion(at, options);
}

/** What is expanded, with options of its own, as text. */
class Expansion {
  private readonly text: string;

  constructor(at: At, options: ExpandParameters<never>) {
    const inner = { ...at.asked, refused: new Set<string>() };
    const parts = Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        if (!NESTED.has(name)) {
          throw new InvalidArgument(
            `'${name}' is no option of what is expanded`,
          );
        }
        return `$${name}=${optionText(inner, at.type, name, value)}`;
      });
    if (parts.length > 0) {
      needed("options of what is expanded");
    }
    this.text = parts.length === 0 ? at.text : `${at.text}(${parts.join(";")})`;
  }

  toString(): string {
    return this.text;
  }
}

/** The text of an option, code or not. */
export function optionText(
  asked: Asked,
  type: string,
  name: string,
  value: unknown,
): string {
  if (typeof value !== "function") {
    return Array.isArray(value) ? value.join() : String(value);
  }
  const found: unknown = (value as (item: object) => unknown)(
    itemOf(asked, type),
  );
  if (name === "filter") {
    return conditionOf(found).text;
  }
  const all: unknown[] = Array.isArray(found) ? found : [found];
  return all.map((each) => partText(name, each)).join();
}

function partText(name: string, value: unknown): string {
  if (typeof value === "string" || value instanceof Expression) {
    return String(value);
  }
  if (name === "orderby" && value instanceof Criterion) {
    return String(value);
  }
  if (name === "expand" && value instanceof Expansion) {
    return String(value);
  }
  const isPath = typeof value === "object" || typeof value === "function";
  const at = isPath && value !== null ? PATHS.get(value) : undefined;
  if (at === undefined || name === "orderby") {
    throw new InvalidArgument(`'${name}' takes no such value`);
  }
  return at.text;
}
