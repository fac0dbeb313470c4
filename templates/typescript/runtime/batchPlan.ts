/** Which requests of a batch go together, and in which of the requests that are sent. */

import { ConfigurationError, InvalidArgument } from "./errors.js";
import type { RequestInformation } from "./request.js";

/** How a service takes batches. */
export interface BatchTraits {
  /** JSON (OData JSON Format 4.01, section 19), or MIME parts (Protocol 4.01, section 11.7.7). */
  readonly format: "json" | "multipart";
  /** How many requests one batch takes; longer ones are sent as several. */
  readonly limit: number;
  /** Whether URLs start with a slash, although they are relative to the service root. */
  readonly leadingSlash: boolean;
}

/** What is asked for in a batch: a request, or several as a change set, of which all are done or none. */
export type BatchItem = RequestInformation | readonly RequestInformation[];

/** How the requests of a batch hang together. */
export interface BatchOptions {
  /** Each waits for the one before it to succeed. */
  inOrder?: boolean;
  /** Lists of which the first request waits for the others, which stand before it, to succeed. */
  dependsOn?: readonly (readonly RequestInformation[])[];
}

/** One request of a batch, or a change set. `places` are those of its requests among all of the batch. */
export interface BatchUnit {
  readonly at: number;
  readonly requests: readonly RequestInformation[];
  readonly places: readonly number[];
  readonly isAtomic: boolean;
  /** The units that have to succeed before. */
  readonly after: readonly BatchUnit[];
}

/** All requests in order, and the units of each part that is sent. */
export interface BatchPlan {
  readonly requests: readonly RequestInformation[];
  readonly parts: readonly (readonly BatchUnit[])[];
}

/**
 * The traits, those that the caller gave first.
 *
 * @throws ConfigurationError for a limit below 1
 */
export function checkedTraits(traits: BatchTraits): BatchTraits {
  const { limit } = traits;
  if (limit !== Infinity && !(Number.isSafeInteger(limit) && limit > 0)) {
    throw new ConfigurationError(
      "the limit of a batch is a whole number from 1",
    );
  }
  return traits;
}

/**
 * The bytes of a request's body, which a batch has to hold.
 *
 * @throws InvalidArgument for a body that is read when it is sent
 */
export function heldContent(request: RequestInformation): Uint8Array {
  const { content = "" } = request;
  if (content instanceof Uint8Array) {
    return content;
  }
  if (typeof content !== "string") {
    throw new InvalidArgument("a batch takes bytes and texts, no streams");
  }
  return new TextEncoder().encode(content);
}

/**
 * Which requests are sent together: what depends on each other is never parted.
 *
 * @throws InvalidArgument for none, for what depends on none of them or on a later one, and for more that
 * belong together than the service takes
 */
export function planOf(
  items: readonly BatchItem[],
  { inOrder = false, dependsOn = [] }: BatchOptions,
  limit: number,
): BatchPlan {
  const given = items.map((item) => (isChangeSet(item) ? item : [item]));
  const requests = given.flat();
  if (given.length === 0 || given.some(({ length }) => length === 0)) {
    throw new InvalidArgument(
      "a batch, and a change set of it, holds at least one request",
    );
  }
  const earlier = dependencies(given, dependsOn);
  const units: BatchUnit[] = [];
  let place = 0;
  given.forEach((own, at) => {
    const before = [
      ...(inOrder && at > 0 ? [at - 1] : []),
      ...(earlier.get(at) ?? []),
    ];
    units.push({
      at,
      requests: own,
      places: own.map((_, index) => place + index),
      isAtomic: isChangeSet(items[at]),
      after: [...new Set(before)].flatMap((each) => units[each] ?? []),
    });
    place += own.length;
  });
  return { requests, parts: partsOf(units, limit) };
}

function isChangeSet(
  item: BatchItem | undefined,
): item is readonly RequestInformation[] {
  return Array.isArray(item);
}

/** The places of units on which a unit depends, by its place. */
function dependencies(
  given: readonly (readonly RequestInformation[])[],
  dependsOn: readonly (readonly RequestInformation[])[],
): Map<number, number[]> {
  const places = new Map<RequestInformation, number>();
  given.forEach((own, at) => {
    for (const request of own) {
      places.set(request, places.get(request) ?? at);
    }
  });
  const found = new Map<number, number[]>();
  for (const row of dependsOn) {
    const [own, ...others] = row.map((request) => {
      const at = places.get(request);
      if (at === undefined) {
        throw new InvalidArgument(
          "what a request depends on is not of the batch",
        );
      }
      return at;
    });
    if (own === undefined) {
      continue;
    }
    if (others.some((each) => each >= own)) {
      throw new InvalidArgument("a request depends on those before it");
    }
    found.set(own, [...(found.get(own) ?? []), ...others]);
  }
  return found;
}

function partsOf(units: readonly BatchUnit[], limit: number): BatchUnit[][] {
  const parts: BatchUnit[][] = [];
  let size = limit;
  for (const group of together(units)) {
    const count = group.reduce((sum, unit) => sum + unit.requests.length, 0);
    if (count > limit) {
      throw new InvalidArgument(
        `a batch holds 1 to ${limit} requests that depend on each other`,
      );
    }
    if (parts.length === 0 || size + count > limit) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(...group);
    size += count;
  }
  return parts.map((part) => part.sort((a, b) => a.at - b.at));
}

/** The units by what depends on each other, in the order of the first of each. */
function together(units: readonly BatchUnit[]): BatchUnit[][] {
  const heads = units.map((_, at) => at);
  const headOf = (at: number): number => {
    let head = at;
    for (let next = heads[at]; next !== undefined && next !== head;) {
      head = next;
      next = heads[head];
    }
    return head;
  };
  for (const unit of units) {
    for (const earlier of unit.after) {
      const [a, b] = [headOf(unit.at), headOf(earlier.at)];
      heads[Math.max(a, b)] = Math.min(a, b);
      heads[unit.at] = Math.min(a, b);
    }
  }
  const groups = new Map<number, BatchUnit[]>();
  for (const unit of units) {
    const head = headOf(unit.at);
    const group = groups.get(head);
    if (group === undefined) {
      groups.set(head, [unit]);
    } else {
      group.push(unit);
    }
  }
  return [...groups.values()];
}
