// Answers the cases of tests/vectors/http: styles of parameters, and calls of the client of shop.openapi.yaml.
// Argument: a file with the cases (JSON).

import { readFileSync } from "node:fs";
import {
  ApiError,
  ClientError,
  createShopClient,
  type Credential,
  type FileContent,
  type RequestInformation,
  type ShopClient,
  typeOf,
} from "./src/index.js";
import { checkedHeaders } from "./src/runtime/headers.js";
import { parseJson, writeJson } from "./src/runtime/json.js";
import { type ParameterSpelling, parameterText } from "./src/runtime/parameters.js";
import { writeValue } from "./src/runtime/values.js";
import { ServiceRoot } from "./src/runtime/serviceRoot.js";
import { types } from "./src/service.js";

type Json = Record<string, unknown>;
type Method = (...given: unknown[]) => Promise<unknown>;

const DIGITS = "an integer above 2^53";

/** What a style makes of a value. */
function style(question: Json): unknown {
  const spelling = question["spelling"] as ParameterSpelling;
  try {
    const found = parameterText(spelling, parseJson(String(question["value"])));
    if (spelling.place === "header" && found !== undefined) {
      checkedHeaders({ x: found });
    }
    return { text: found ?? null };
  } catch (error) {
    return { refused: error instanceof ClientError };
  }
}

/** The builder of an operation's path, as a user writes it. */
function place(client: ShopClient, path: string, values: Json): object {
  const text = (name: string): string => values[name] as string;
  switch (path) {
    case "/pets":
      return client.pets;
    case "/pets/{petId}":
      return client.pets.byPetId(text("petId"));
    case "/pets/{petId}/toys/{toyNumber}":
      return client.pets.byPetId(text("petId")).toys.byToyNumber(values["toyNumber"] as bigint);
    case "/pets/{petId}/photos":
      return client.pets.byPetId(text("petId")).photos;
    case "/rows/{row}/cells{column}":
      return client.rows.byRow(values["row"] as number[]).cellsWithColumn(values["column"] as number);
    case "/compare/{base}...{head}":
      return client.compare.withBaseWithHead(text("base"), text("head"));
    case "/photos/{photoId}":
      return client.photos.byPhotoId(text("photoId"));
    default:
      return (client as unknown as Record<string, object>)[path.slice(1)] as object;
  }
}

/** A body as a caller has it: bytes and files where the case has base64. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(given);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members = value as Json;
  if ("base64" in members) {
    const content = new Uint8Array(Buffer.from(String(members["base64"]), "base64"));
    if (Object.keys(members).length === 1) {
      return content;
    }
    const name = members["file name"] as string | undefined;
    const file: FileContent = {
      content,
      contentType: String(members["media type"]),
      ...(name === undefined ? {} : { fileName: name }),
    };
    return file;
  }
  return Object.fromEntries(Object.entries(members).map(([name, each]) => [name, given(each)]));
}

async function call(question: Json): Promise<unknown> {
  const exchanges = question["exchanges"] as Json[];
  const sent: unknown[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    sent.push({
      method: init.method,
      url,
      headers: Object.fromEntries(new Headers(init.headers).entries()),
      body: Buffer.from(await request.arrayBuffer()).toString("base64"),
    });
    return response((exchanges[sent.length - 1] ?? {})["answer"] as Json);
  };
  const values = (question["given"] ?? {}) as Json;
  const credentials = (values["credentials"] ?? { token: "t0ken" }) as Json;
  try {
    const client = createShopClient({
      fetch,
      maxRetries: 0,
      credentials: Object.fromEntries(
        Object.entries(credentials).map(([name, each]): [string, Credential] => [name, credential(each)]),
      ),
    });
    return { sent, ...(await done(client, question, values)) };
  } catch (error) {
    if (!(error instanceof ClientError)) {
      throw error;
    }
    return { sent, error: told(error) };
  }
}

function credential(said: unknown): Credential {
  if (Array.isArray(said)) {
    const [username, password] = said as string[];
    return { username: String(username), password: String(password) };
  }
  return String(said);
}

function response(answer: Json): Response {
  const bytes =
    answer["base64"] === undefined
      ? new TextEncoder().encode(String(answer["text"] ?? ""))
      : new Uint8Array(Buffer.from(String(answer["base64"]), "base64"));
  // It comes in small parts.
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) {
        controller.enqueue(bytes.slice(at, at + 7));
      }
      controller.close();
    },
  });
  const status = Number(answer["status"]);
  const isEmpty = [204, 304].includes(status);
  const headers = (answer["headers"] ?? {}) as Record<string, string>;
  return new Response(isEmpty ? null : stream, { status, headers });
}

async function done(client: ShopClient, question: Json, values: Json): Promise<Json> {
  const [method = "", path = ""] = String(question["operation"]).split(" ");
  const builder = place(client, path, (values["path"] ?? {}) as Json) as Record<string, Method>;
  const configuration = {
    queryParameters: values["query"] ?? values["querystring"] ?? {},
    headers: { ...(values["header"] as object), ...(values["other headers"] as object) },
    cookies: values["cookie"] ?? {},
    ...(values["media type"] === undefined ? {} : { contentType: values["media type"] }),
  };
  const takesBody = question["takesBody"] === true;
  const parameters = takesBody ? [given(values["body"]), configuration] : [configuration];
  const name = method.toLowerCase() + (values["accept"] === undefined ? "" : "AsStream");
  const invoke = builder[name]?.bind(builder) as Method;
  if (values["all pages"] === true) {
    const pages = (builder as unknown as { iterate(each: object): AsyncIterable<unknown> }).iterate(configuration);
    return { items: await collected(pages) };
  }
  if (question["asResponse"] === true) {
    const title = `to${name.slice(0, 1).toUpperCase()}${name.slice(1)}RequestInformation`;
    const request = (builder[title] as (...each: unknown[]) => unknown).apply(builder, parameters);
    const { status, headers, value } = await client.send(request as RequestInformation);
    return { status, headers, value: plain(value) };
  }
  const value = await invoke(...parameters);
  if (typeof value === "object" && value !== null && Symbol.asyncIterator in value) {
    return { items: await collected(value as AsyncIterable<unknown>) };
  }
  return value instanceof Uint8Array
    ? { base64: Buffer.from(value).toString("base64") }
    : { value: plain(value) };
}

async function collected(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) {
    found.push(plain(item));
  }
  return found;
}

/** The JSON text of a typed value. */
function plain(value: unknown): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const type = typeOf(value);
  const written = writeValue(types(), type === undefined ? { json: true } : { named: type }, value);
  return writeJson(written);
}

function told(error: ClientError): Json {
  if (!(error instanceof ApiError)) {
    return { name: error.name };
  }
  const { responseStatusCode: status, body } = error as ApiError;
  const text = typeof body === "string" ? body : undefined;
  return { name: error.name, status, text, type: typeOf(body), body: plain(body) };
}

/** A call whose own server speaks plain http, which the client allows, but for credentials. */
async function overPlainHttp(): Promise<unknown> {
  const sent: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    sent.push(url);
    return new Response(null, { status: 204 });
  };
  const client = createShopClient({ fetch, allowHttp: true, credentials: { token: "t0ken" } });
  const root = new ServiceRoot("http://files.shop.example", true);
  const request = client.pets.toGetRequestInformation().with({ root, url: root.url("/pets") });
  try {
    await client.send(request);
    return { sent };
  } catch (error) {
    return { sent, error: error instanceof ClientError ? error.name : String(error) };
  }
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"), (_, value: unknown) =>
  // Integers that JSON.parse would round come as text.
  typeof value === "object" && value !== null && DIGITS in value
    ? BigInt(String((value as Json)[DIGITS]))
    : value,
) as Json[];
const answers: unknown[] = [];
for (const question of questions) {
  if ("plainHttp" in question) {
    answers.push(await overPlainHttp());
  } else {
    answers.push("spelling" in question ? style(question) : await call(question));
  }
}
console.log(JSON.stringify(answers));
