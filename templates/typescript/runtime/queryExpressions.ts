/**
 * Values and conditions of queries as code: `x.surname.startsWith("A").and(x.age.ge(18))`.
 *
 * Values are quoted where their literals are made and nowhere else; texts are percent-encoded with the rest of the
 * URL.
 */

import { isNumeric } from "./codec.js";
import { InvalidArgument } from "./errors.js";
import {
  calculatedType,
  calledText,
  literalOf,
  needed,
  oneOf,
} from "./queryDialect.js";
import type { Anything, Moment, Order } from "./queryTypes.js";

/** How closely operators bind, the loosest first. */
export enum Level {
  Or,
  And,
  Comparison,
  Addition,
  Product,
  Unary,
  Primary,
}

const BOOLEAN = "Edm.Boolean";
const TEXT = "Edm.String";
const WHOLE = "Edm.Int32";

/** A value or condition, whatever its type: `queryTypes.ts` says which members are for which. */
export class Expression {
  /** @param type whose literals it is compared with; undefined where that is not known */
  constructor(
    readonly text: string,
    readonly type?: string,
    readonly level: Level = Level.Primary,
  ) {}

  toString(): string {
    return this.text;
  }

  within(level: Level): string {
    return this.level >= level ? this.text : `(${this.text})`;
  }

  // --- Comparisons and logic

  eq(other: unknown): Expression {
    return this.compared("eq", other);
  }

  ne(other: unknown): Expression {
    return this.compared("ne", other);
  }

  gt(other: unknown): Expression {
    return this.compared("gt", other);
  }

  ge(other: unknown): Expression {
    return this.compared("ge", other);
  }

  lt(other: unknown): Expression {
    return this.compared("lt", other);
  }

  le(other: unknown): Expression {
    return this.compared("le", other);
  }

  in(values: Iterable<unknown>): Expression {
    const items = Array.from(values, (value) => literalOf(value, this.type));
    const [text, isAlternative] = oneOf(this.within(Level.Primary), items);
    const level = isAlternative ? Level.Or : Level.Comparison;
    return new Expression(text, BOOLEAN, level);
  }

  has(flags: unknown): Expression {
    needed("has");
    const right = operand(flags, this.type, Level.Primary);
    const text = `${this.within(Level.Primary)} has ${right}`;
    return new Expression(text, BOOLEAN, Level.Comparison);
  }

  and(...others: readonly unknown[]): Expression {
    return others.reduce<Expression>(
      (left, right) => joined(left, "and", Level.And, right),
      this,
    );
  }

  or(...others: readonly unknown[]): Expression {
    return others.reduce<Expression>(
      (left, right) => joined(left, "or", Level.Or, right),
      this,
    );
  }

  not(): Expression {
    const text = `not ${conditionOf(this).within(Level.Primary)}`;
    return new Expression(text, BOOLEAN, Level.Comparison);
  }

  private compared(operator: string, other: unknown): Expression {
    const right = operand(other, this.type, Level.Addition);
    const text = `${this.within(Level.Addition)} ${operator} ${right}`;
    return new Expression(text, BOOLEAN, Level.Comparison);
  }

  // --- Arithmetic

  add(other: unknown): Expression {
    return this.calculated("add", Level.Addition, other);
  }

  sub(other: unknown): Expression {
    return this.calculated("sub", Level.Addition, other);
  }

  mul(other: unknown): Expression {
    return this.calculated("mul", Level.Product, other);
  }

  div(other: unknown): Expression {
    return this.calculated("div", Level.Product, other);
  }

  mod(other: unknown): Expression {
    return this.calculated("mod", Level.Product, other);
  }

  negate(): Expression {
    const text = `-${this.within(Level.Primary)}`;
    return new Expression(text, calculatedType(this.type), Level.Unary);
  }

  private calculated(word: string, level: Level, other: unknown): Expression {
    const type = isNumeric(this.type) ? this.type : undefined;
    // What stands on the right of another of its kind is grouped.
    const right = operand(other, type, level + 1);
    const text = `${this.within(level)} ${word} ${right}`;
    const result = type === undefined ? undefined : calculatedType(type);
    return new Expression(text, result, level);
  }

  // --- Functions (URL Conventions 4.01, sections 5.1.1.5 to 5.1.1.11)

  startsWith(text: unknown): Expression {
    return this.called("startswith", BOOLEAN, [text]);
  }

  endsWith(text: unknown): Expression {
    return this.called("endswith", BOOLEAN, [text]);
  }

  contains(text: unknown): Expression {
    return this.called("contains", BOOLEAN, [text]);
  }

  matchesPattern(pattern: unknown): Expression {
    return this.called("matchesPattern", BOOLEAN, [pattern]);
  }

  concat(text: unknown): Expression {
    return this.called("concat", TEXT, [text]);
  }

  indexOf(text: unknown): Expression {
    return this.called("indexof", WHOLE, [text]);
  }

  substring(start: unknown, length?: unknown): Expression {
    const given = length === undefined ? [start] : [start, length];
    return this.called("substring", TEXT, given, WHOLE);
  }

  length(): Expression {
    return this.called("length", WHOLE);
  }

  toLower(): Expression {
    return this.called("tolower", TEXT);
  }

  toUpper(): Expression {
    return this.called("toupper", TEXT);
  }

  trim(): Expression {
    return this.called("trim", TEXT);
  }

  year(): Expression {
    return this.called("year", WHOLE);
  }

  month(): Expression {
    return this.called("month", WHOLE);
  }

  day(): Expression {
    return this.called("day", WHOLE);
  }

  hour(): Expression {
    return this.called("hour", WHOLE);
  }

  minute(): Expression {
    return this.called("minute", WHOLE);
  }

  second(): Expression {
    return this.called("second", WHOLE);
  }

  fractionalSeconds(): Expression {
    return this.called("fractionalseconds", "Edm.Decimal");
  }

  totalSeconds(): Expression {
    return this.called("totalseconds", "Edm.Decimal");
  }

  totalOffsetMinutes(): Expression {
    return this.called("totaloffsetminutes", WHOLE);
  }

  date(): Expression {
    return this.called("date", "Edm.Date");
  }

  time(): Expression {
    return this.called("time", "Edm.TimeOfDay");
  }

  round(): Expression {
    return this.called("round", calculatedType(this.type));
  }

  floor(): Expression {
    return this.called("floor", calculatedType(this.type));
  }

  ceiling(): Expression {
    return this.called("ceiling", calculatedType(this.type));
  }

  distance(place: unknown): Expression {
    return this.called("geo.distance", "Edm.Double", [place], this.type);
  }

  intersects(area: unknown): Expression {
    return this.called("geo.intersects", BOOLEAN, [area], this.type);
  }

  geoLength(): Expression {
    return this.called("geo.length", "Edm.Double");
  }

  cast(type: string): Expression {
    needed("cast");
    return new Expression(`cast(${this.text},${type})`, type);
  }

  private called(
    name: string,
    result: string | undefined,
    given: readonly unknown[] = [],
    type: string | undefined = TEXT,
  ): Expression {
    const texts = given.map((each) => operand(each, type, Level.Or));
    return new Expression(calledText(name, [this.text, ...texts]), result);
  }

  // --- Order

  asc(): Order {
    return new Criterion(this.text);
  }

  desc(): Order {
    return new Criterion(`${this.text} desc`);
  }
}

/** One criterion of an order. */
export class Criterion implements Order {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

function joined(
  left: Expression,
  word: string,
  level: Level,
  right: unknown,
): Expression {
  const first = conditionOf(left).within(level);
  const second = conditionOf(right).within(level + 1);
  return new Expression(`${first} ${word} ${second}`, BOOLEAN, level);
}

/**
 * What is a condition.
 *
 * @throws InvalidArgument for anything else
 */
export function conditionOf(value: unknown): Expression {
  const isCondition =
    value instanceof Expression &&
    (value.type === BOOLEAN || value.type === undefined);
  if (!isCondition) {
    throw new InvalidArgument("a condition is asked for");
  }
  return value;
}

function operand(
  value: unknown,
  type: string | undefined,
  level: Level,
): string {
  return value instanceof Expression
    ? value.within(level)
    : literalOf(value, type);
}

/** A condition or value as text, to be put together with others. What is in it, nobody quotes. */
export function raw(text: string): Anything {
  return new Expression(text, undefined, Level.Or) as unknown as Anything;
}

/** The time of the service. */
export function now(): Moment {
  needed("now");
  return new Expression("now()", "Edm.DateTimeOffset") as unknown as Moment;
}
