/** Several requests in one (OData JSON Format 4.01, section 19): at most 20, answered one by one. */

import { decodeBase64, encodeBase64 } from "./base64.js";
import { InvalidArgument, ODataError, UnexpectedAnswer } from "./errors.js";
import { checkedHeaders } from "./headers.js";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  writeJson,
} from "./json.js";
import type { AnswerReader, Reply, RequestInformation } from "./request.js";
import type { ServiceRoot } from "./url.js";

/** How many requests a batch may hold. */
export const MAX_REQUESTS = 20;

/**
 * The batch's body. `inOrder` makes each request wait for the one before it.
 *
 * @throws InvalidArgument for none, for more than 20, and for requests of another service
 */
export function batchContent(
  root: ServiceRoot,
  requests: readonly RequestInformation[],
  inOrder: boolean,
): string {
  if (requests.length < 1 || requests.length > MAX_REQUESTS) {
    throw new InvalidArgument(
      `a batch holds 1 to ${MAX_REQUESTS} requests, not ${requests.length}`,
    );
  }
  const items = requests.map((request, index) => {
    const item = itemOf(root, request);
    item.set("id", String(index + 1));
    if (inOrder && index > 0) {
      item.set("dependsOn", [String(index)]);
    }
    return item;
  });
  return writeJson(new Map([["requests", items]]));
}

function itemOf(root: ServiceRoot, request: RequestInformation): JsonObject {
  const url = root.adopt(request.url);
  const base = root.url("");
  if (url !== base && !url.startsWith(`${base}/`)) {
    throw new InvalidArgument(
      "a request of a batch lies below the service root",
    );
  }
  const headers = checkedHeaders(request.headers);
  const item: JsonObject = new Map<string, JsonValue>([
    ["method", request.method],
    ["url", url.slice(base.length) || "/"],
  ]);
  if (request.content !== undefined) {
    item.set("body", bodyOf(request.content, headers["content-type"] ?? ""));
  }
  if (Object.keys(headers).length > 0) {
    item.set("headers", new Map(Object.entries(headers)));
  }
  return item;
}

function bodyOf(content: string | Uint8Array, type: string): JsonValue {
  const bytes =
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  return isJson(type)
    ? parseJson(new TextDecoder().decode(bytes))
    : encodeBase64(bytes);
}

function isJson(type: string): boolean {
  const plain = (type.split(";")[0] ?? "").trim();
  return plain === "application/json" || plain.endsWith("+json");
}

/** The answers of a batch, in any order that the service gave them in. */
export class BatchAnswers {
  readonly #requests: readonly RequestInformation[];
  readonly #replies: readonly (Reply | undefined)[];

  constructor(requests: readonly RequestInformation[], reply: Reply) {
    this.#requests = [...requests];
    this.#replies = repliesOf(requests, reply);
  }

  /**
   * The answer to one request.
   *
   * @throws ODataError where the service answered that request with an error
   */
  get<T>(request: RequestInformation<T>): T {
    const index = this.#requests.indexOf(request);
    if (index < 0) {
      throw new InvalidArgument("that request is not of this batch");
    }
    return read(request, this.#replies[index]);
  }

  /** Each request's answer in order; an error as the `ODataError` itself, not thrown. */
  *[Symbol.iterator](): Generator<unknown, void, undefined> {
    for (const request of this.#requests) {
      try {
        yield this.get(request);
      } catch (error) {
        if (!(error instanceof ODataError)) {
          throw error;
        }
        yield error;
      }
    }
  }
}

/** How a batch's own answer is read. */
export function batchAnswer(
  requests: readonly RequestInformation[],
): AnswerReader<BatchAnswers> {
  return {
    accept: "application/json",
    read: (reply) => new BatchAnswers(requests, reply),
  };
}

function read<T>(request: RequestInformation<T>, reply: Reply | undefined): T {
  if (reply === undefined) {
    throw new UnexpectedAnswer(
      "the service gave no answer to this request of the batch",
    );
  }
  if (reply.status >= 300) {
    const text = new TextDecoder().decode(reply.body);
    const { method, url } = request;
    throw new ODataError(reply.status, reply.headers, text, method, url);
  }
  return request.answer.read(reply);
}

/** The answers in the order of the requests. */
function repliesOf(
  requests: readonly RequestInformation[],
  reply: Reply,
): (Reply | undefined)[] {
  const parts = new Map<JsonValue | undefined, JsonObject>();
  for (const part of responsesOf(reply)) {
    if (!isObject(part)) {
      throw new UnexpectedAnswer("the answer is not one of a batch");
    }
    parts.set(part.get("id"), part);
  }
  return requests.map(({ url }, index) => {
    const part = parts.get(String(index + 1));
    return part && replyOf(part, url);
  });
}

function responsesOf(reply: Reply): JsonValue[] {
  let data: JsonValue | undefined;
  try {
    data = parseJson(new TextDecoder().decode(reply.body));
  } catch {
    data = undefined;
  }
  const responses = isObject(data) ? data.get("responses") : undefined;
  if (!Array.isArray(responses)) {
    throw new UnexpectedAnswer("the answer is not one of a batch");
  }
  return responses;
}

function replyOf(part: JsonObject, url: string): Reply {
  const status = part.get("status");
  if (typeof status !== "number" || !Number.isInteger(status)) {
    throw new UnexpectedAnswer("an answer in the batch has no status");
  }
  const headers = new Map<string, string>();
  const given = part.get("headers");
  for (const [name, value] of isObject(given) ? given : []) {
    if (typeof value === "string") {
      headers.set(name.toLowerCase(), value);
    }
  }
  const body = contentOf(part.get("body"), headers.get("content-type"));
  return { url, status, headers: Object.fromEntries(headers), body };
}

/** Text as it is; anything else that is no JSON comes in base64. */
function contentOf(
  body: JsonValue | undefined,
  type = "text/plain",
): Uint8Array {
  if (body === undefined || body === null) {
    return new Uint8Array();
  }
  if (typeof body !== "string" || type.includes("json")) {
    return new TextEncoder().encode(writeJson(body));
  }
  if (type.startsWith("text/")) {
    return new TextEncoder().encode(body);
  }
  const bytes = decodeBase64(body);
  if (bytes === undefined) {
    throw new UnexpectedAnswer("a binary answer in the batch is not base64");
  }
  return bytes;
}
