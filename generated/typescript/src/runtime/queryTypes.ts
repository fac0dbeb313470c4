/** What queries as code look like to the compiler: which values a property can be compared with, and how. */

import type { DateOnly, TimeOnly } from "./dates.js";
import type { Duration } from "./durations.js";

/** What a caller may write where a value of type V is asked for. */
export type Given<V> = V extends Date | DateOnly | TimeOnly | Duration
  ? V | string
  : V;

/** A value that is there, or the value of another property, or null. */
export type Operand<V> = Given<V> | Value<V> | null;

/** One criterion of an order. */
export interface Order {
  toString(): string;
}

/** A value of the service; V is what it is in TypeScript. */
export interface Value<V> {
  eq(other: Operand<V>): Condition;
  ne(other: Operand<V>): Condition;
  /** Whether it is one of these. */
  in(values: readonly Given<V>[]): Condition;
  /** Sorted from the least. */
  asc(): Order;
  /** Sorted from the greatest. */
  desc(): Order;
}

/** A value that stands before or behind others. */
export interface Ordered<V> extends Value<V> {
  gt(other: Operand<V>): Condition;
  ge(other: Operand<V>): Condition;
  lt(other: Operand<V>): Condition;
  le(other: Operand<V>): Condition;
}

export interface Condition extends Value<boolean> {
  and(...others: readonly Condition[]): Condition;
  or(...others: readonly Condition[]): Condition;
  not(): Condition;
}

/** Text, or a member of an enumeration. */
export interface Text<V = string> extends Ordered<V> {
  startsWith(text: Operand<string>): Condition;
  endsWith(text: Operand<string>): Condition;
  contains(text: Operand<string>): Condition;
  matchesPattern(pattern: Operand<string>): Condition;
  concat(text: Operand<string>): Text;
  indexOf(text: Operand<string>): Numeric;
  substring(start: number | Numeric, length?: number | Numeric): Text;
  length(): Numeric;
  toLower(): Text;
  toUpper(): Text;
  trim(): Text;
}

/** A number. Of decimals the digits may be given as text. */
export interface Numeric<V = number | bigint> extends Ordered<
  V | number | bigint
> {
  add(other: V | number | bigint | Numeric): Numeric<V>;
  sub(other: V | number | bigint | Numeric): Numeric<V>;
  mul(other: V | number | bigint | Numeric): Numeric<V>;
  div(other: V | number | bigint | Numeric): Numeric<V>;
  mod(other: V | number | bigint | Numeric): Numeric<V>;
  negate(): Numeric<V>;
  round(): Numeric<V>;
  floor(): Numeric<V>;
  ceiling(): Numeric<V>;
}

export interface Day extends Ordered<DateOnly> {
  year(): Numeric;
  month(): Numeric;
  day(): Numeric;
}

export interface Clock extends Ordered<TimeOnly> {
  hour(): Numeric;
  minute(): Numeric;
  second(): Numeric;
  fractionalSeconds(): Numeric;
}

export interface Moment extends Ordered<Date> {
  year(): Numeric;
  month(): Numeric;
  day(): Numeric;
  hour(): Numeric;
  minute(): Numeric;
  second(): Numeric;
  fractionalSeconds(): Numeric;
  totalOffsetMinutes(): Numeric;
  date(): Day;
  time(): Clock;
}

export interface Span extends Ordered<Duration> {
  totalSeconds(): Numeric;
}

/** A place or an area, as GeoJSON. */
export interface Place<V> extends Value<V> {
  distance(place: Operand<V>): Numeric;
  intersects(area: Operand<V>): Condition;
  geoLength(): Numeric;
}

/** A value of which nothing is known. */
export interface Anything extends Condition, Text<never>, Numeric<never> {
  eq(other: unknown): Condition;
  ne(other: unknown): Condition;
  gt(other: unknown): Condition;
  ge(other: unknown): Condition;
  lt(other: unknown): Condition;
  le(other: unknown): Condition;
  in(values: readonly unknown[]): Condition;
}

// --- Properties

/** What a list of paths leads on to behind one name: `city` of `origin/city`. */
type Below<R extends string, K extends string> = R extends `${K}/${infer Rest}`
  ? Rest
  : never;

/** What models have beside their properties. */
type NoProperty = "additionalData" | "odataType";

/** The properties of an object of type T, as a query asks for them; those at the paths R cannot be asked for. */
export type Item<T, R extends string = never> = {
  readonly [
    K in Exclude<keyof T & string, NoProperty | R>
  ]: unknown extends T[K] ? Anything : Path<NonNullable<T[K]>, Below<R, K>>;
};

/** A property with values of type V. */
export type Path<V, R extends string = never> = [V] extends [boolean]
  ? Condition
  : [V] extends [string]
    ? Text<V>
    : [V] extends [number | bigint | string]
      ? Numeric<V>
      : [V] extends [Date]
        ? Moment
        : [V] extends [DateOnly]
          ? Day
          : [V] extends [TimeOnly]
            ? Clock
            : [V] extends [Duration]
              ? Span
              : [V] extends [Uint8Array]
                ? Value<V>
                : [V] extends [readonly (infer I)[]]
                  ? Items<NonNullable<I>, R>
                  : string extends keyof V
                    ? Place<V>
                    : Related<V, R>;

/** An object of its own: its properties, or itself with options where it is expanded. */
export type Related<T, R extends string = never> = Item<T, R> &
  ((options: ExpandParameters<T>) => Expansion);

/** The items of a collection, or an enumeration of which a value may have several members. */
export type Items<I, R extends string = never> = Collected<I, R> &
  ([I] extends [string] ? Flags<I> : object);

export interface Collected<I, R extends string = never> {
  /** Whether the condition holds for one of the items; without one, whether there are any. */
  any(condition?: (item: Path<I, R>) => Condition): Condition;
  /** Whether the condition holds for each of the items. */
  all(condition: (item: Path<I, R>) => Condition): Condition;
  /** How many items there are. */
  count(): Numeric;
  /** All of them with options, where they are expanded. */
  (options: ExpandParameters<I>): Expansion;
}

export interface Flags<V> {
  eq(members: V | readonly V[] | null): Condition;
  ne(members: V | readonly V[] | null): Condition;
  /** Whether all of these members are set. */
  has(members: V | readonly V[]): Condition;
}

// --- Options

/** Something related that comes along, with options of its own. */
export interface Expansion {
  toString(): string;
}

/** A property by itself, or text as it is. */
export type Selected = object | string;

/** Paths that cannot be used in an option, in the names of models. */
export interface QueryLimits {
  readonly filter?: string;
  readonly orderby?: string;
  readonly expand?: string;
}

/** The paths of one option. */
export type Refused<
  L extends QueryLimits,
  O extends keyof QueryLimits,
> = L[O] extends infer P extends string ? P : never;

export type Filtering<T, R extends string = never> = (
  item: Item<T, R>,
) => Condition;

export type Ordering<T, R extends string = never> = (
  item: Item<T, R>,
) => Order | Value<never> | readonly (Order | Value<never>)[];

export type Choosing<T, R extends string = never> = (
  item: Item<T, R>,
) => Selected | readonly Selected[];

/** The options of what is expanded, of single objects the first two. */
export interface ExpandParameters<T> {
  readonly select?: readonly string[] | Choosing<T>;
  readonly expand?: readonly string[] | Choosing<T>;
  readonly filter?: string | Filtering<T>;
  readonly orderby?: readonly string[] | Ordering<T>;
  readonly search?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly levels?: number | "max";
}

/** What not every version of OData has in queries. */
export type Feature =
  | "any and all"
  | "cast"
  | "$count"
  | "has"
  | "now"
  | "options of what is expanded";
