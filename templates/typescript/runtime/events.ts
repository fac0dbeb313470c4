/** Values that follow each other in one answer: events (HTML, section 9.2), lines of JSON, sequences (RFC 7464). */

import { UnexpectedAnswer } from "./errors.js";
import type { ContentTable } from "./httpTables.js";
import { JsonError, type JsonValue, parseJson } from "./json.js";
import type { Types } from "./types.js";
import { readValue } from "./values.js";

/** The longest single value, in characters. */
const MAX_ITEM = 64 * 1024 * 1024;
const SEPARATOR = "\u001e";

/** The values of a stream, each as soon as it is there; whoever stops early ends the answer. */
export async function* valuesOf(
  types: Types,
  content: ContentTable,
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<unknown, void, undefined> {
  if (content.form === "events") {
    for await (const event of eventsOf(pieces(stream, /\r\n|\n|\r(?!$)/))) {
      yield eventValue(types, content, event);
    }
    return;
  }
  const isSequence = content.form === "json sequence";
  const between = isSequence ? SEPARATOR : /\r?\n/;
  for await (const text of pieces(stream, between)) {
    if (text.trim() !== "") {
      yield readValue(types, content.type, jsonOf(text));
    }
  }
}

/** Text up to each separator; what stands behind the last one comes at the end. */
async function* pieces(
  stream: ReadableStream<Uint8Array>,
  between: RegExp | string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: false });
  const reader = stream.getReader();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      held += decoder.decode(value, { stream: !done });
      const parts = (done ? held.replace(/\r$/, "\n") : held).split(between);
      held = parts.pop() ?? "";
      yield* parts;
      if (done) {
        if (held !== "") {
          yield held;
        }
        return;
      }
      if (held.length > MAX_ITEM) {
        throw new UnexpectedAnswer("a value of the answer is too long");
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

interface ServerEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  readonly retry?: number;
}

/** Events out of lines; one that nothing ends is none. */
async function* eventsOf(
  lines: AsyncIterable<string>,
): AsyncGenerator<ServerEvent, void, undefined> {
  let data: string[] = [];
  let fields: Omit<ServerEvent, "data"> = {};
  let size = 0;
  for await (const line of lines) {
    if (line === "") {
      if (data.length > 0) {
        yield { ...fields, data: data.join("\n") };
      }
      data = [];
      fields = {};
      size = 0;
      continue;
    }
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    size += value.length;
    if (size > MAX_ITEM) {
      throw new UnexpectedAnswer("an event of the answer is too long");
    }
    if (name === "data") {
      data.push(value);
    } else if (name === "event") {
      fields = { ...fields, event: value };
    } else if (name === "id" && !value.includes("\0")) {
      fields = { ...fields, id: value };
    } else if (name === "retry" && /^\d{1,15}$/.test(value)) {
      fields = { ...fields, retry: Number(value) };
    }
  }
}

function eventValue(
  types: Types,
  content: ContentTable,
  event: ServerEvent,
): unknown {
  switch (content.payload) {
    case "fields": {
      const members = Object.entries(event) as [string, JsonValue][];
      return readValue(types, content.type, new Map(members));
    }
    case "json":
      return readValue(types, content.type, jsonOf(event.data));
    default:
      return event.data;
  }
}

function jsonOf(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    const why = error instanceof JsonError ? `: ${error.message}` : "";
    throw new UnexpectedAnswer(`a value of the answer is not JSON${why}`);
  }
}
