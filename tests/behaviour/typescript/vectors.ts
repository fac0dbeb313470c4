// Answers the questions of tests/vector_answers.py around any generated client.

import { readFileSync } from "node:fs";
import { makeClient } from "./src/runtime/client.js";
import { parseJson, type JsonValue, writeJson } from "./src/runtime/json.js";
import { readValue, typeOf, writeValue } from "./src/runtime/model.js";
import { RequestInformation } from "./src/runtime/request.js";
import { reach, read, type Values } from "./reads.js";
import { routes, schema, validate, validateText } from "./src/schema.js";
import type { Operation } from "./src/runtime/validationRules.js";

type Question = Record<string, unknown>;

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
