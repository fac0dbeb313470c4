// Answers the questions of tests/vector_answers.py around any generated client.

import { readFileSync } from "node:fs";
import { makeClient } from "./src/runtime/client.js";
import { parseJson, type JsonValue, writeJson } from "./src/runtime/json.js";
import { readValue, typeOf, writeValue } from "./src/runtime/model.js";
import { RequestInformation } from "./src/runtime/request.js";
import type { PropertyShape, StructuredShape, ValueShape } from "./src/runtime/schema.js";
import { Duration } from "./src/runtime/durations.js";
import { routes, schema, validate, validateText } from "./src/schema.js";
import type { Operation } from "./src/runtime/validationRules.js";

type Question = Record<string, unknown>;
type Values = Record<string, unknown>;

const METHODS: Record<string, string> = {
  list: "Get",
  read: "Get",
  count: "Get",
  create: "Post",
  invoke: "Post",
  update: "Patch",
  delete: "Delete",
};

function answer(question: Question): unknown {
  switch (question["kind"]) {
    case "validation":
      return validation(question);
    case "wire":
      return wire(question);
    default:
      return request(question);
  }
}

function validation(question: Question): unknown {
  const type = String(question["type"]);
  const text = String(question["text"]);
  const operation = (question["operation"] ?? undefined) as Operation | undefined;
  const found = validateText(type, text, operation);
  const raw = parseJson(text);
  if (schema().has(type) && raw instanceof Map) {
    // What was read as a model is judged like the text.
    const again = validate(type, readValue(schema(), { type }, raw), operation);
    if (JSON.stringify(again) !== JSON.stringify(found)) {
      throw new Error(`as a model: ${JSON.stringify(again)}`);
    }
  }
  const violations = found.map((v) => [v.pointer, v.code, v.severity]);
  return { violations };
}

function wire(question: Question): unknown {
  const type = String(question["type"]);
  const value = readValue(schema(), { type }, parseJson(String(question["text"])));
  const reads = (question["reads"] as { at: string }[]).map(({ at }) => read(value, at));
  for (const { at, text } of question["sets"] as { at: string; text: string }[]) {
    const [holder, property] = reach(value, at);
    holder[property.as] = readValue(schema(), property.value, parseJson(text));
  }
  const written = writeJson(writeValue(schema(), { type }, value));
  return { becomes: typeOf(value), reads, written };
}

function shapeOf(holder: unknown): StructuredShape {
  const shape = schema().structured(typeOf(holder) ?? "");
  if (shape === undefined) {
    throw new Error("no model is there");
  }
  return shape;
}

function propertyOf(holder: unknown, name: string): PropertyShape {
  const property = shapeOf(holder).properties.get(name);
  if (property === undefined) {
    throw new Error(`no property ${name}`);
  }
  return property;
}

/** The object that holds the last step of a pointer, and its property. */
function reach(value: unknown, pointer: string): [Values, PropertyShape] {
  const steps = pointer.split("/").slice(1);
  const last = steps.pop() ?? "";
  let holder = value;
  for (const step of steps) {
    holder = Array.isArray(holder)
      ? (holder[Number(step)] as unknown)
      : (holder as Values)[propertyOf(holder, step).as];
  }
  return [holder as Values, propertyOf(holder, last)];
}

function read(value: unknown, pointer: string): unknown {
  const cut = pointer.lastIndexOf("/");
  const last = pointer.slice(cut + 1);
  if (/^\d+$/.test(last)) {
    const [holder, property] = reach(value, pointer.slice(0, cut));
    const items = holder[property.as] as unknown[];
    return told(items[Number(last)], property.value);
  }
  const [holder, property] = reach(value, pointer);
  return told(holder[property.as], property.value);
}

function told(value: unknown, shape: ValueShape): unknown {
  if (value === undefined) {
    return { state: "absent" };
  }
  if (value === null) {
    return { state: "null" };
  }
  const type = typeOf(value);
  if (type !== undefined) {
    return { state: "model", type };
  }
  return { state: "value", type: shape.type, value: text(value, shape.type) };
}

function text(value: unknown, type: string): string {
  if (Array.isArray(value)) {
    return [...value].sort().join(",");
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString("hex");
  }
  if (value instanceof Duration) {
    return String(value.totalSeconds);
  }
  if (value instanceof Date) {
    return value.toJSON();
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return String(value).replace("Infinity", "INF");
  }
  return type === "Edm.Guid" ? String(value).toLowerCase() : String(value);
}

function request(question: Question): unknown {
  const base = "https://graph.microsoft.com/v1.0";
  const settings = { baseUrl: base };
  let builder = makeClient(
    settings,
    undefined,
    "RootRequestBuilder",
    schema(),
    routes(),
    {},
  ) as unknown as Values;
  for (const step of question["path"] as (string | { key: string })[]) {
    builder = follow(builder, step);
  }
  const configuration = {
    queryParameters: question["query"] ?? {},
    headers: question["headers"] ?? {},
    // The body is made of JSON, as if it had been read: nothing of it is changed.
    wholeBody: true,
  };
  const values: unknown[] = [configuration];
  const body = question["body"] as { type: string | null; text: string } | undefined;
  if (body !== undefined) {
    values.unshift(bodyOf(body));
  }
  const method = `to${METHODS[String(question["operation"])]}RequestInformation`;
  const build = builder[method] as (...values: unknown[]) => RequestInformation;
  const made = build.apply(builder, values);
  const { url, headers, content = null } = made;
  return { method: made.method, url, headers, body: content };
}

function bodyOf(body: { type: string | null; text: string }): unknown {
  const raw: JsonValue = parseJson(body.text);
  return body.type === null ? JSON.parse(body.text) : readValue(schema(), { type: body.type }, raw);
}

function follow(builder: Values, step: string | { key: string }): Values {
  if (typeof step !== "string") {
    const prototype = Object.getPrototypeOf(builder) as object;
    const name = Object.getOwnPropertyNames(prototype).find((each) => each.startsWith("by"));
    const by = builder[name ?? ""] as (key: string) => Values;
    return by.call(builder, step.key);
  }
  const simple = step.replace("$", "").split(".").pop() ?? "";
  return builder[simple] as Values;
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Question[];
const answers = questions.map((question) => {
  try {
    return answer(question);
  } catch (error) {
    return { error: String(error instanceof Error ? error.stack : error) };
  }
});
console.log(JSON.stringify(answers));
