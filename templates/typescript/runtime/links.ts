/** Links to more of a collection: what they are relative to, and what stands beside a value that was read. */

import { isObject, type JsonObject, type JsonValue } from "./json.js";
import { isAbsolute } from "./serviceRoot.js";

const LINK = /@(?:odata\.)?(?:nextLink|deltaLink)$/;
const CONTEXTS = ["@odata.context", "@context"];

/**
 * Make relative next and delta links of an answer absolute, in place.
 *
 * They are relative to the context URL of their object, else of the next one around it that has one, else to
 * `url`, that of the request (OData JSON Format 4.01, section 4.3). A link that makes no URL stays as it is.
 */
export function resolveLinks(data: JsonObject, url: string): void {
  const base = contextOf(data, url);
  for (const [name, value] of data) {
    if (typeof value === "string" && LINK.test(name)) {
      data.set(name, resolved(value, base));
    } else {
      resolveWithin(value, base);
    }
  }
}

function resolveWithin(value: JsonValue, base: string): void {
  if (isObject(value)) {
    resolveLinks(value, base);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      resolveWithin(item, base);
    }
  }
}

function contextOf(data: JsonObject, base: string): string {
  const found = CONTEXTS.map((name) => data.get(name)).find(
    (each) => typeof each === "string",
  );
  if (found === undefined) {
    return base;
  }
  return isAbsolute(found) ? found : resolved(found, base);
}

function resolved(link: string, base: string): string {
  // What browsers would mend is left to be refused where it is followed.
  if (link === "" || isAbsolute(link) || /[\u0000-\u0020\u007f\\]/.test(link)) {
    return link;
  }
  try {
    return new URL(link, base).href;
  } catch {
    return link;
  }
}

// --- Beside a value

/** Why an item of a delta answer is no longer there. */
export interface Removal {
  /** `deleted`, or `changed` for one that merely left the collection; the service may have other words. */
  readonly reason: string | undefined;
  /** The id of the entity, as a URL that may be relative, where the service gave one. */
  readonly id: string | undefined;
}

interface Annotated {
  readonly additionalData?: Readonly<Record<string, unknown>>;
}

/** Control information of a value that was read, by its name without `odata.`; undefined where there is none. */
export function controlOf(value: object, name: string, property = ""): unknown {
  const beside = (value as Annotated).additionalData ?? {};
  return beside[`${property}@odata.${name}`] ?? beside[`${property}@${name}`];
}

/** The ETag of an entity that was read: what `etag` of a configuration takes. */
export function etagOf(value: object): string | undefined {
  return textOf(controlOf(value, "etag"));
}

/**
 * What a delta answer says of an item that is gone; undefined for one that is there.
 *
 * It is `@removed` (OData JSON Format 4.01, section 15.2), or an object of its own with the context of a
 * deleted entity (4.0, section 14.2).
 */
export function removalOf(value: object): Removal | undefined {
  const removed = controlOf(value, "removed");
  if (typeof removed === "object" && removed !== null) {
    const { reason } = removed as { reason?: unknown };
    return { reason: textOf(reason), id: textOf(controlOf(value, "id")) };
  }
  const context = textOf(controlOf(value, "context")) ?? "";
  if (!context.endsWith("/$deletedEntity")) {
    return undefined;
  }
  const own = value as Readonly<Record<string, unknown>>;
  const beside = (value as Annotated).additionalData ?? {};
  return {
    reason: textOf(beside["reason"] ?? own["reason"]),
    id: textOf(beside["id"] ?? own["id"]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
