// Answers the cases of tests/vectors/http/wire.json around the client of types.openapi.yaml.
// Argument: a file with the cases (JSON).

import { readFileSync } from "node:fs";
import { RawJson, typeOf } from "./src/index.js";
import { parseJson, type JsonValue, writeJson } from "./src/runtime/json.js";
import type { TypeTable } from "./src/runtime/typeTables.js";
import { readValue, variantOf, writeValue } from "./src/runtime/values.js";
import { types } from "./src/service.js";

type Json = Record<string, unknown>;
/** A value, the type that is declared where it stands, and how to put another one there. */
interface Place {
  readonly value: unknown;
  readonly type: TypeTable;
  set(value: unknown): void;
}

function answer(question: Json): unknown {
  const named = { named: String(question["type"]) };
  const value =
    question["text"] === undefined ? {} : readValue(types(), named, parseJson(String(question["text"])));
  const reads = ((question["reads"] ?? []) as string[]).map((at) => told(reach(value, named, at)));
  for (const { at, text } of (question["sets"] ?? []) as { at: string; text: string }[]) {
    const found = reach(value, named, at);
    found.set(readValue(types(), found.type, parseJson(text)));
  }
  return { becomes: typeOf(value), reads, written: writeJson(writeValue(types(), named, value)) };
}

/** The place to which a pointer leads: through objects, lists and maps. */
function reach(value: unknown, type: TypeTable, pointer: string): Place {
  let found: Place = { value, type, set: () => undefined };
  for (const step of pointer.split("/").slice(1)) {
    found = member(found, step);
  }
  return found;
}

function member(holder: Place, step: string): Place {
  const type = settled(holder);
  const owner = holder.value as Json;
  const at = (name: string, own: TypeTable, values: Json = owner): Place => ({
    value: Object.hasOwn(values, name) ? values[name] : undefined,
    type: own,
    set: (value) => {
      values[name] = value;
    },
  });
  if (typeof type === "object" && "list" in type) {
    return at(step, type.list);
  }
  if (typeof type === "object" && "map" in type) {
    return at(step, type.map);
  }
  const name = typeof type === "object" && "named" in type ? type.named : "";
  const shape = types().object(typeOf(owner) ?? name);
  const property = shape?.properties.get(step);
  if (property !== undefined) {
    return at(property.as, property.type);
  }
  const additional = (owner["additionalData"] ?? {}) as Json;
  return at(step, shape?.additional ?? { json: true }, additional);
}

/** The type without null, and of a union the variant that the value is of. */
function settled({ value, type }: Place): TypeTable {
  if (typeof type === "object" && "nullable" in type) {
    return settled({ value, type: type.nullable, set: () => undefined });
  }
  const union = typeof type === "object" && "named" in type ? types().union(type.named) : undefined;
  if (union === undefined) {
    return type;
  }
  const json: JsonValue = writeValue(types(), type, value);
  return variantOf(union, json)?.type ?? { json: true };
}

function told(place: Place): unknown {
  const { value } = place;
  if (value === undefined || value === null) {
    return { state: value === null ? "null" : "absent" };
  }
  const type = typeOf(value);
  if (type !== undefined) {
    return { state: "model", type };
  }
  const own = settled(place);
  if (value instanceof RawJson || (typeof own === "object" && "json" in own)) {
    return { state: "raw" };
  }
  if (typeof own === "object" && "literal" in own) {
    const kind = typeof own.literal === "number" ? "Edm.Int64" : "Edm.String";
    return own.literal === value ? { state: "value", type: kind, value: text(value) } : { state: "raw" };
  }
  if (typeof own === "object" && "named" in own) {
    return types().object(own.named) === undefined
      ? { state: "value", type: own.named, value: text(value) }
      : { state: "raw" };
  }
  return { state: "value", type: `Edm.${String(own)}`, value: text(value) };
}

function text(value: unknown): string {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString("hex");
  }
  return value instanceof Date ? value.toJSON() : String(value);
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Json[];
console.log(JSON.stringify(questions.map(answer)));
