/** Reading answers by what is described for their status and media type. */

import { UnexpectedAnswer } from "./errors.js";
import { valuesOf } from "./events.js";
import type { AnswerTable, ContentTable, HttpCallTable } from "./httpTables.js";
import { JsonError, type JsonValue, parseJson } from "./json.js";
import type { AnswerReader, Reply } from "./request.js";
import { primitiveOf, type Types } from "./types.js";
import type { TypeTable } from "./typeTables.js";
import { readValue } from "./values.js";

/** How the answers of a call are read. */
export function readerOf(
  types: Types,
  call: HttpCallTable,
): AnswerReader<unknown> {
  const contents = (call.answers ?? [])
    .filter(({ outcome }) => outcome === "success" || outcome === "either")
    .flatMap((answer) => answer.contents ?? []);
  return {
    accept: call.accept ?? "*/*",
    streams: (media) =>
      isStreamed(contentFor(contents, media)?.form ?? "bytes"),
    expects: (status) =>
      answerFor(call.answers ?? [], status)?.outcome === "redirect",
    read: (reply) => valueOf(types, contentOf(call, reply), reply),
    errorOf: (reply) => errorOf(types, contentOf(call, reply), reply),
  };
}

function isStreamed(form: ContentTable["form"]): boolean {
  return ["events", "json lines", "json sequence"].includes(form);
}

/** What is described for the status and media type of a reply. */
function contentOf(
  call: HttpCallTable,
  reply: Reply,
): ContentTable | undefined {
  const answer = answerFor(call.answers ?? [], reply.status);
  const media = reply.headers["content-type"] ?? "";
  return contentFor(answer?.contents ?? [], media);
}

function answerFor(
  answers: readonly AnswerTable[],
  status: number,
): AnswerTable | undefined {
  const names = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  const found = names
    .map((name) => answers.find((answer) => answer.status === name))
    .find((answer) => answer !== undefined);
  if (found !== undefined || status >= 300) {
    return found;
  }
  // A status of success that nobody described: what the described ones have is likely.
  return answers.find(({ outcome }) => outcome === "success");
}

/** The content of the media type, or of a range that has it; else the first one. */
function contentFor(
  contents: readonly ContentTable[],
  contentType: string,
): ContentTable | undefined {
  const name = nameOf(contentType);
  const range = `${name.split("/")[0] ?? ""}/*`;
  return (
    contents.find(({ media }) => nameOf(media) === name) ??
    contents.find(({ media }) => nameOf(media) === range) ??
    contents.find(({ media }) => nameOf(media) === "*/*") ??
    contents.find(({ form }) => form === "json" && /\bjson\b/.test(name)) ??
    contents[0]
  );
}

function nameOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

function valueOf(
  types: Types,
  content: ContentTable | undefined,
  reply: Reply,
): unknown {
  if (content === undefined || reply.status === 204) {
    return undefined;
  }
  if (isStreamed(content.form)) {
    const stream = reply.stream ?? new Blob([bytesOf(reply)]).stream();
    return valuesOf(types, content, stream);
  }
  if (content.form === "bytes") {
    return reply.body;
  }
  const text = textOf(reply);
  if (content.form === "json") {
    return text === ""
      ? undefined
      : readValue(types, content.type, jsonOf(text));
  }
  return scalarOf(types, content.type, text);
}

function bytesOf(reply: Reply): Uint8Array<ArrayBuffer> {
  return reply.body as Uint8Array<ArrayBuffer>;
}

/** A value that stands as text: what its type makes of the text, or of the same text as JSON. */
function scalarOf(types: Types, type: TypeTable, text: string): unknown {
  const value = readValue(types, type, text);
  if (typeof value !== "string" || primitiveOf(type) === "String") {
    return value;
  }
  try {
    return readValue(types, type, parseJson(text));
  } catch {
    return value;
  }
}

/** The body of an error: what is described, or the text as it came. */
function errorOf(
  types: Types,
  described: ContentTable | undefined,
  reply: Reply,
): unknown {
  const text = new TextDecoder().decode(reply.body);
  const isJson = /\bjson\b/i.test(reply.headers["content-type"] ?? "");
  const content = described ?? (isJson ? ANY_JSON : undefined);
  if (content?.form !== "json" && content?.form !== "text") {
    return text;
  }
  try {
    return valueOf(types, content, reply) ?? text;
  } catch {
    return text;
  }
}

const ANY_JSON: ContentTable = {
  form: "json",
  media: "application/json",
  type: { json: true },
};

function textOf(reply: Reply): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(reply.body);
  } catch {
    throw new UnexpectedAnswer("the answer is not UTF-8");
  }
}

function jsonOf(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    const why = error instanceof JsonError ? `: ${error.message}` : "";
    throw new UnexpectedAnswer(`the answer is not JSON${why}`);
  }
}
