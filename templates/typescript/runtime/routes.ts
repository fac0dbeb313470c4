/** Builders of places, their classes made of tables when a chain first gets to them. */

import type { Tables } from "./tables.js";

/** A place in the service's URL space. */
export interface RequestBuilder {
  /**
   * The same builder for a URL that the service gave, such as a next or a delta link.
   *
   * @throws UnsafeUrl for one of another origin
   */
  withUrl(rawUrl: string): this;
}

/** A builder of some place, which `P` says; what it leads to and calls is defined on its prototype. */
export class Builder<P = unknown> {
  readonly #place: P;

  constructor(place: P) {
    this.#place = place;
  }

  static placeOf<P>(builder: Builder<P>): P {
    return builder.#place;
  }
}

export type BuilderClass<P> = new (place: P) => Builder<P>;

/** What a table says of a builder: where it leads, other names of that, and what it calls. */
export interface Route<L, C> {
  readonly links?: Tables<L>;
  readonly aliases?: Tables<string>;
  readonly calls?: Readonly<Partial<Record<string, C>>>;
}

/** How links and calls become members; `Base` has what all builders have. */
export interface Definitions<P, L, C> {
  readonly Base: BuilderClass<P>;
  link(prototype: Builder<P>, name: string, link: L): void;
  call(prototype: Builder<P>, method: string, call: C): void;
}

/** The classes of builders by name, each made when it is needed. */
export class RouteClasses<P, L, C> {
  private readonly tables: ReadonlyMap<string, Route<L, C>>;
  private readonly classes = new Map<string, BuilderClass<P>>();

  constructor(
    tables: Tables<Route<L, C>>,
    private readonly definitions: Definitions<P, L, C>,
  ) {
    this.tables = new Map(Object.entries(tables));
  }

  /** The class of the builder called `name`. */
  builderClass(name: string): BuilderClass<P> {
    const { Base, link, call } = this.definitions;
    const known = this.classes.get(name);
    const table = this.tables.get(name);
    if (known !== undefined || table === undefined) {
      return known ?? Base;
    }
    const made = class extends Base {};
    this.classes.set(name, made);
    define(made, "name", { value: name });
    for (const [own, each] of Object.entries(table.links ?? {})) {
      link(made.prototype, own, each);
    }
    for (const [alias, own] of Object.entries(table.aliases ?? {})) {
      const member = Object.getOwnPropertyDescriptor(made.prototype, own);
      define(made.prototype, alias, member ?? {});
    }
    for (const [method, each] of Object.entries(table.calls ?? {})) {
      if (each !== undefined) {
        call(made.prototype, method, each);
      }
    }
    return made;
  }
}

/** Gives a prototype a member that does not show. */
export function define(
  owner: object,
  name: string,
  descriptor: PropertyDescriptor,
): void {
  Object.defineProperty(owner, name, { ...descriptor, configurable: true });
}

/** `Get` of `get`, for `toGetRequestInformation`. */
export function titled(method: string): string {
  return method.slice(0, 1).toUpperCase() + method.slice(1);
}
