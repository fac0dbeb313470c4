/** Verbose JSON of OData 1 to 3 to and from the JSON of 4.01 that models are made of ([MS-ODATA], 2.2.6.3). */

import { UnexpectedAnswer } from "./errors.js";
import {
  isObject,
  jsonNumber,
  type JsonObject,
  type JsonValue,
} from "./json.js";
import { answeredValue, sentValue } from "./olderValues.js";
import { VERSION } from "./olderVersion.js";
import type {
  PropertyShape,
  Schema,
  StructuredShape,
  ValueShape,
} from "./schema.js";
import type { CallTable } from "./tables.js";

const DEEPEST = 100;
const METADATA: ReadonlyMap<string, string> = new Map([
  ["uri", "@odata.id"],
  ["etag", "@odata.etag"],
  ["media_src", "@odata.mediaReadLink"],
  ["edit_media", "@odata.mediaEditLink"],
  ["content_type", "@odata.mediaContentType"],
  ["media_etag", "@odata.mediaEtag"],
]);
/** Members that an answer has by itself, and that are no name of an operation. */
const OWN: ReadonlySet<string> = new Set(["results", "__metadata", "uri"]);

/**
 * An answer to the call as 4.01 has it: a collection is an object with `value`, as a primitive is; undefined for null.
 *
 * @throws UnexpectedAnswer for what is nested too deeply
 */
export function answered(
  schema: Schema,
  call: CallTable,
  json: JsonValue,
): JsonValue | undefined {
  return new Answered(schema, call).of(json);
}

/** What one call is answered. */
class Answered {
  private readonly type: string;
  private readonly isPage: boolean;

  constructor(
    private readonly schema: Schema,
    call: CallTable,
  ) {
    this.type = call.type ?? call.page ?? call.value ?? "";
    this.isPage = call.page !== undefined;
  }

  of(json: JsonValue): JsonValue | undefined {
    if (!isObject(json) || !json.has("d")) {
      return json === null ? undefined : this.light(json);
    }
    const inner = this.unwrapped(json.get("d") ?? null);
    if (Array.isArray(inner)) {
      return new Map([["value", this.items(inner)]]);
    }
    if (isObject(inner)) {
      const results = inner.get("results");
      if (Array.isArray(results)) {
        return this.page(inner, results);
      }
      const made = this.object(inner, this.type, 0);
      return this.isPage ? new Map([["value", [made]]]) : made;
    }
    return inner === null ? undefined : new Map([["value", this.item(inner)]]);
  }

  private page(json: JsonObject, results: JsonValue[]): JsonObject {
    const made: JsonObject = new Map();
    const count = json.get("__count");
    if (count !== undefined && count !== null) {
      made.set("@odata.count", counted(count));
    }
    made.set("value", this.items(results));
    const next = json.get("__next");
    if (typeof next === "string" && next !== "") {
      made.set("@odata.nextLink", next);
    }
    return made;
  }

  /** 3.0's light JSON: as that of 4.0 but for values, and for the `@` before its annotations. */
  private light(json: JsonValue): JsonValue {
    if (!isObject(json)) {
      return new Map([["value", this.item(json)]]);
    }
    const value = json.get("value");
    const found = Array.isArray(value)
      ? new Map([...json, ["value", this.items(value)]])
      : this.object(json, this.type, 0);
    return new Map(
      [...found].map(([name, member]) => {
        const shown = name === "odata.count" ? counted(member) : member;
        return [name.startsWith("odata.") ? `@${name}` : name, shown];
      }),
    );
  }

  /** What a service operation answers stands in a member of the operation's name. */
  private unwrapped(inner: JsonValue): JsonValue {
    const [first, ...others] = isObject(inner) ? inner : [];
    if (first === undefined || others.length > 0) {
      return inner;
    }
    const [name, value] = first;
    const properties = this.schema.structured(this.type)?.properties;
    return properties?.has(name) === true || OWN.has(name) ? inner : value;
  }

  private items(items: readonly JsonValue[]): JsonValue[] {
    return items.map((item) => this.item(item));
  }

  private item(item: JsonValue): JsonValue {
    return isObject(item)
      ? this.object(item, this.type, 0)
      : answeredValue(item, this.type, this.type);
  }

  private object(
    json: JsonObject,
    declared: string,
    depth: number,
  ): JsonObject {
    if (depth > DEEPEST) {
      throw new UnexpectedAnswer("the answer is nested too deeply");
    }
    const made: JsonObject = new Map();
    let shape = this.schema.structured(declared);
    const metadata = json.get("__metadata");
    if (isObject(metadata)) {
      const named = metadata.get("type");
      if (typeof named === "string" && !named.startsWith("Edm.")) {
        made.set("@odata.type", `#${named}`);
        shape = this.schema.structured(this.schema.resolve(named)) ?? shape;
      }
      addControls(made, "", metadata);
    } else if (shape === undefined && json.size === 1 && json.has("uri")) {
      return new Map([["@odata.id", json.get("uri") ?? null]]);
    }
    for (const [name, value] of json) {
      if (name !== "__metadata") {
        this.addMember(made, name, value, shape?.properties.get(name), depth);
      }
    }
    return made;
  }

  private addMember(
    made: JsonObject,
    name: string,
    value: JsonValue,
    property: PropertyShape | undefined,
    depth: number,
  ): void {
    if (!isObject(value)) {
      made.set(name, this.declared(value, property?.value, depth + 1));
      return;
    }
    const deferred = value.get("__deferred");
    const media = value.get("__mediaresource");
    const results = value.get("results");
    if (isObject(deferred)) {
      made.set(`${name}@odata.navigationLink`, deferred.get("uri") ?? null);
    } else if (isObject(media)) {
      addControls(made, name, media);
    } else if (Array.isArray(results)) {
      const next = value.get("__next");
      if (typeof next === "string" && next !== "") {
        made.set(`${name}@odata.nextLink`, next);
      }
      made.set(name, this.declared(results, property?.value, depth + 1));
    } else {
      made.set(name, this.declared(value, property?.value, depth + 1));
    }
  }

  /** A value, or several, for a place where `shape` is declared, if anything is. */
  private declared(
    value: JsonValue,
    shape: ValueShape | undefined,
    depth: number,
  ): JsonValue {
    if (depth > DEEPEST) {
      throw new UnexpectedAnswer("the answer is nested too deeply");
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.declared(item, shape, depth + 1));
    }
    if (isObject(value)) {
      return this.object(value, shape?.type ?? "", depth);
    }
    return shape === undefined
      ? value
      : answeredValue(value, shape.type, shape.wire ?? shape.type);
  }
}

function addControls(
  made: JsonObject,
  owner: string,
  metadata: JsonObject,
): void {
  for (const [name, control] of METADATA) {
    const value = metadata.get(name);
    if (typeof value === "string") {
      made.set(owner + control, value);
    }
  }
}

function counted(count: JsonValue): JsonValue {
  const isCount =
    typeof count === "string" && /^(?:0|[1-9]\d{0,18})$/.test(count);
  return isCount ? jsonNumber(count) : count;
}

/** The JSON of a request body as those versions have it; `shape` is that of the object, or of the items of a list. */
export function sent(
  schema: Schema,
  shape: StructuredShape | undefined,
  json: JsonValue,
): JsonValue {
  if (Array.isArray(json)) {
    return json.map((item) => sent(schema, shape, item));
  }
  return isObject(json) ? sentObject(schema, shape, json) : json;
}

function sentObject(
  schema: Schema,
  declared: StructuredShape | undefined,
  json: JsonObject,
): JsonObject {
  const made: JsonObject = new Map();
  let shape = declared;
  const named = json.get("@odata.type");
  const id = json.get("@odata.id");
  if (typeof named === "string") {
    const name = schema.resolve(named);
    made.set("__metadata", new Map([["type", name]]));
    shape = schema.structured(name) ?? shape;
  } else if (shape === undefined && id !== undefined) {
    return new Map([["uri", id]]);
  }
  for (const [name, value] of json) {
    const at = name.indexOf("@");
    if (at < 0) {
      made.set(name, sentMember(schema, shape?.properties.get(name), value));
    } else if (at > 0 && name.slice(at) === "@odata.bind") {
      made.set(name.slice(0, at), sentLinks(value));
    }
  }
  return made;
}

function sentMember(
  schema: Schema,
  property: PropertyShape | undefined,
  value: JsonValue,
): JsonValue {
  if (property === undefined) {
    return value;
  }
  const { type, wire = type } = property.value;
  const single = (item: JsonValue): JsonValue =>
    type.startsWith("Edm.")
      ? sentValue(item, wire)
      : sent(schema, schema.structured(type), item);
  return Array.isArray(value) ? collection(value.map(single)) : single(value);
}

function sentLinks(value: JsonValue): JsonValue {
  const link = (uri: JsonValue): JsonValue =>
    new Map([["__metadata", new Map([["uri", uri]])]]);
  return Array.isArray(value) ? collection(value.map(link)) : link(value);
}

function collection(items: JsonValue[]): JsonValue {
  return VERSION.wrapsCollections ? new Map([["results", items]]) : items;
}
