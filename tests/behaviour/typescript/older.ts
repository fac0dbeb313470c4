// Answers the questions of tests/old_wire_answers.py around the client of a service of OData 1 to 3.

import { readFileSync } from "node:fs";
import { type Client, clientOf, filterText, given } from "./calls.js";
import { read } from "./reads.js";
import { BatchAnswers, ClientError, InvalidArgument, ODataError, typeOf } from "./src/index.js";
import { parseJson } from "./src/runtime/json.js";
import { readValue } from "./src/runtime/model.js";
import { olderLiteral } from "./src/runtime/olderValues.js";
import { schema } from "./src/schema.js";

type Values = Record<string, unknown>;
interface Answer {
  status: number;
  headers?: Record<string, string>;
  text?: string;
  base64?: string;
}
interface Case extends Values {
  name: string;
  base_url?: string;
  answer: Answer;
  then?: { answer: Answer }[];
  gives: Values;
}
interface Question {
  kind: string;
  base_url: string;
  case: Case;
}

/** A client whose service answers what it is told to; all that is sent is kept. */
class Service {
  readonly sent: unknown[] = [];
  readonly client: Client;

  constructor(
    baseUrl: string,
    private readonly answers: Answer[],
  ) {
    this.client = clientOf({
      baseUrl,
      maxRetries: 0,
      fetch: async (url, init) => {
        const { method, body } = init;
        const headers = init.headers as Record<string, string>;
        const bytes = body == null ? undefined : Buffer.from(await new Response(body).arrayBuffer());
        this.sent.push({ method, url, headers, body: bytes?.toString("base64") ?? null });
        const answer = this.answers.shift();
        if (answer === undefined) {
          throw new Error(`nothing was to be sent: ${method ?? ""} ${url}`);
        }
        const isEmpty = answer.status === 204;
        const content = answer.base64 === undefined ? answer.text : Buffer.from(answer.base64, "base64");
        return new Response(isEmpty ? null : (content ?? ""), answer);
      },
    });
  }
}

async function answered({ kind, base_url, case: asked }: Question): Promise<unknown> {
  switch (kind) {
    case "literal":
      return { text: olderLiteral(literalValue(asked), String(asked["type"])) };
    case "filter":
      return filtered(asked["expression"] as Values);
    case "reading":
      return reading(base_url, asked);
    case "writing":
      return writing(base_url, asked);
    default:
      return called(base_url, asked);
  }
}

function literalValue(asked: Case): unknown {
  const [type, value] = [String(asked["type"]), String(asked["value"])];
  switch (type) {
    case "Edm.Binary":
      return new Uint8Array(Buffer.from(value, "hex"));
    case "Edm.Boolean":
      return value === "true";
    case "Edm.Double":
    case "Edm.Single":
      return Number(value.replace("INF", "Infinity"));
    case "Edm.Int64":
      return BigInt(value);
    default:
      return value;
  }
}

function filtered(tree: Values): unknown {
  try {
    return { text: filterText(tree) };
  } catch (error) {
    if (error instanceof InvalidArgument) {
      return { refused: true };
    }
    throw error;
  }
}

async function reading(baseUrl: string, asked: Case): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const { client } = new Service(baseUrl, [{ status: 200, headers, text: String(asked["text"]) }]);
  const type = String(asked["type"]);
  if (type.startsWith("Collection(")) {
    const page = await client.products.get();
    return { becomes: type, reads: reads(page?.value, asked) };
  }
  const found = await client.products.byId(1).get();
  return { becomes: typeOf(found), reads: reads(found, asked) };
}

function reads(value: unknown, asked: Values): unknown[] {
  return (asked["reads"] as { at: string }[]).map(({ at }) => {
    if (!Array.isArray(value)) {
      return read(value, at);
    }
    const [, index = "", ...rest] = at.split("/");
    const item = value[Number(index)] as unknown;
    return rest.length === 0 ? { state: "model", type: typeOf(item) } : read(item, `/${rest.join("/")}`);
  });
}

async function writing(baseUrl: string, asked: Case): Promise<unknown> {
  const type = String(asked["type"]);
  const isDerived = !type.endsWith(".Product");
  const made: Values = isDerived ? { odataType: `#${type}` } : {};
  for (const { at, text } of asked["sets"] as { at: string; text: string }[]) {
    const property = schema().structured(type)?.properties.get(at.slice(1));
    if (property === undefined) {
      throw new Error(`no property ${at}`);
    }
    made[property.as] = readValue(schema(), property.value, parseJson(text));
  }
  const service = new Service(baseUrl, [{ status: 204 }]);
  const { products } = service.client;
  await (asked["operation"] === "create" ? products.post(made) : products.byId(1).patch(made));
  const [sent] = service.sent as { body: string }[];
  return { written: Buffer.from(sent?.body ?? "", "base64").toString() };
}

async function called(baseUrl: string, asked: Case): Promise<unknown> {
  const answers = [asked.answer, ...(asked.then ?? []).map((each) => each.answer)];
  const service = new Service(asked.base_url ?? baseUrl, answers);
  let gives: unknown;
  try {
    gives = shown(await given(service.client, asked.name), asked.gives);
  } catch (error) {
    if (!(error instanceof ClientError)) {
      throw error;
    }
    gives = { error: told(error) };
  }
  return { sent: service.sent, gives };
}

function told(error: unknown): unknown {
  if (!(error instanceof ODataError)) {
    return {};
  }
  const details = (error.details ?? []).map(({ code, message }) => ({ code, message }));
  return { status: error.responseStatusCode, code: error.code, message: error.error.message, details };
}

/** What a call gave, as an answer to a vector. */
function shown(value: unknown, wanted: Values): unknown {
  if (value instanceof BatchAnswers) {
    const each = wanted["answers"] as Values[];
    return {
      answers: [...value].map((answer, at) =>
        answer instanceof ClientError ? { error: told(answer) } : shown(answer, each[at] ?? {}),
      ),
    };
  }
  if (value === undefined || value === null) {
    return { nothing: true };
  }
  if (value instanceof Uint8Array) {
    return { base64: Buffer.from(value).toString("base64") };
  }
  const held = typeof value === "object" && "value" in value ? value.value : value;
  if ("references" in wanted) {
    return { references: held };
  }
  if ("items" in wanted) {
    const { odataCount: count } = value as { odataCount?: number };
    const items = held as unknown[];
    return { items: items.length, reads: reads(items, wanted), count: count === undefined ? null : String(count) };
  }
  if ("value" in wanted) {
    return { type: wanted["type"], value: Array.isArray(held) ? held : String(held) };
  }
  const { additionalData: annotations } = value as { additionalData?: Values };
  return { becomes: typeOf(value), reads: reads(value, wanted), annotations };
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Question[];
const answers: unknown[] = [];
for (const question of questions) {
  try {
    answers.push(await answered(question));
  } catch (error) {
    answers.push({ failed: String(error instanceof Error ? error.stack : error) });
  }
}
console.log(JSON.stringify(answers));
