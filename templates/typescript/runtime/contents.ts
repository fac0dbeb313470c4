/** Bodies of requests: JSON, text, forms, files. */

import { InvalidArgument } from "./errors.js";
import type { BodyTable, PartTable } from "./httpTables.js";
import {
  isObject,
  JsonError,
  type JsonObject,
  type JsonValue,
  writeJson,
} from "./json.js";
import { parameterText, scalarText } from "./parameters.js";
import type { RequestContent } from "./request.js";
import { encoded } from "./serviceRoot.js";
import type { ObjectShape, Types } from "./types.js";
import type { TypeTable } from "./typeTables.js";
import { writeValue } from "./values.js";

/** Bytes that are sent as they are; a `File` brings its name and its media type. */
export type FileContent = Blob | Uint8Array | ArrayBuffer | string | FilePart;

/** A file with what is said of it. */
export interface FilePart {
  /** A stream is read while it is sent. */
  readonly content:
    Blob | Uint8Array | ArrayBuffer | string | ReadableStream<Uint8Array>;
  readonly fileName?: string;
  readonly contentType?: string;
}

/** A body that is ready to be sent, and its media type. */
export interface Encoded {
  readonly content: RequestContent;
  readonly type: string;
}

/** Bytes as they are, all at once or as they come. */
export type BodyContent = FileContent | ReadableStream<Uint8Array>;

/** Throws for JSON that is not to be sent; members that are `unseen` are there, and what they hold is no JSON. */
export type BodyCheck = (
  type: TypeTable,
  body: JsonValue,
  unseen?: ReadonlySet<string>,
) => void;

/**
 * The body by its table; `media` is what the caller says of its type, `check` sees what there is of it as JSON.
 *
 * @throws InvalidArgument for what is no such body
 */
export function bodyOf(
  types: Types,
  table: BodyTable,
  body: unknown,
  media: string,
  check: BodyCheck,
): Encoded {
  const { form, type } = table;
  switch (form) {
    case "json": {
      const json = written(types, type, body);
      check(type, json);
      return { content: writeJson(json), type: media };
    }
    case "text": {
      const json = written(types, type, body);
      check(type, json);
      return { content: textOf(json), type: media };
    }
    case "form":
    case "multipart": {
      const fields = fieldsOf(types, table, body);
      check(type, ...fieldsJson(types, fields));
      return form === "form"
        ? { content: formText(types, fields), type: media }
        : multipart(types, fields, media);
    }
    case "bytes":
      return bytes(body, table.range === true, media);
    default:
      return { content: sequence(types, table, body, check), type: media };
  }
}

function written(types: Types, type: TypeTable, value: unknown): JsonValue {
  try {
    return writeValue(types, type, value);
  } catch (error) {
    if (error instanceof JsonError) {
      throw new InvalidArgument(`the body has no JSON: ${error.message}`);
    }
    throw error;
  }
}

function textOf(value: JsonValue): string {
  return isObject(value) || Array.isArray(value)
    ? writeJson(value)
    : scalarText(value);
}

/** Values that follow each other. */
function sequence(
  types: Types,
  table: BodyTable,
  body: unknown,
  check: BodyCheck,
): string {
  if (typeof body !== "object" || body === null || !(Symbol.iterator in body)) {
    throw new InvalidArgument("values that follow each other come as a list");
  }
  return Array.from(body as Iterable<unknown>, (item) => {
    const value = written(types, table.type, item);
    check(table.type, value);
    const json = writeJson(value);
    switch (table.form) {
      case "json sequence":
        return `\u001e${json}\n`;
      case "events":
        return `data: ${json}\n\n`;
      default:
        return `${json}\n`;
    }
  }).join("");
}

function bytes(body: unknown, isRange: boolean, media: string): Encoded {
  if (body instanceof ReadableStream) {
    return { content: body as ReadableStream<Uint8Array>, type: media };
  }
  const file = fileOf(body);
  if (file === undefined) {
    throw new InvalidArgument("content is bytes, text, a Blob or a stream");
  }
  const type = isRange ? (file.contentType ?? media) : media;
  return { content: held(file.content), type };
}

// --- Forms

interface Field {
  readonly value: unknown;
  readonly part: PartTable;
}

/** The members of a form that are set, by their names on the wire. */
function fieldsOf(types: Types, table: BodyTable, body: unknown): Field[] {
  if (typeof body !== "object" || body === null) {
    throw new InvalidArgument("a form is an object");
  }
  const shape = objectOf(types, table.type);
  const parts = new Map(table.parts?.map((part) => [part.name, part]));
  const found: Field[] = [];
  for (const [own, value] of Object.entries(body)) {
    const property = shape?.byName.get(own);
    const entries: [string, unknown][] =
      own === "additionalData" && property === undefined
        ? Object.entries((value ?? {}) as object)
        : [[property?.name ?? own, value]];
    for (const [name, member] of entries) {
      if (member !== undefined && member !== null) {
        const other = table.others ?? { form: "text", type: { json: true } };
        found.push({
          value: member,
          part: parts.get(name) ?? { ...other, name },
        });
      }
    }
  }
  return found;
}

function objectOf(types: Types, type: TypeTable): ObjectShape | undefined {
  const plain =
    typeof type === "object" && "nullable" in type ? type.nullable : type;
  return typeof plain === "object" && "named" in plain
    ? types.object(plain.named)
    : undefined;
}

/** The values of a field, each of which is a part: the items of a list where it repeats. */
function repeated({ part, value }: Field): readonly unknown[] {
  return part.repeats === true && Array.isArray(value)
    ? (value as unknown[])
    : [value];
}

/** A form as JSON, and the names of its members that are files. */
function fieldsJson(
  types: Types,
  fields: readonly Field[],
): [JsonObject, ReadonlySet<string>] {
  const unseen = new Set<string>();
  const json: JsonObject = new Map();
  for (const field of fields) {
    const { name, form, type, repeats } = field.part;
    if (form === "bytes") {
      unseen.add(name);
      json.set(name, "");
    } else {
      const values = repeated(field).map((each) => written(types, type, each));
      json.set(name, repeats === true ? values : (values[0] ?? null));
    }
  }
  return [json, unseen];
}

/** `a=1&b=2` (OpenAPI 3.2, section 4.14.5). */
function formText(types: Types, fields: readonly Field[]): string {
  const pairs = fields.flatMap((field) =>
    repeated(field).map((value) => {
      const { name, type, form, style = "form", explode = true } = field.part;
      const spelling = { name, place: "query", style, explode } as const;
      const json = written(types, type, value);
      return form === "style"
        ? parameterText(spelling, json)
        : `${encoded(name)}=${encoded(form === "json" ? writeJson(json) : textOf(json))}`;
    }),
  );
  return pairs.filter((pair) => pair !== undefined).join("&");
}

// --- Parts

type Held = string | Blob | Uint8Array<ArrayBuffer>;
type Piece = Held | ReadableStream<Uint8Array>;

function multipart(
  types: Types,
  fields: readonly Field[],
  media: string,
): Encoded {
  const boundary = `part-${crypto.randomUUID()}`;
  const pieces: Piece[] = [];
  for (const field of fields) {
    for (const value of repeated(field)) {
      const [head, content] = partOf(types, field.part, value);
      pieces.push(`--${boundary}\r\n${head}\r\n\r\n`, content, "\r\n");
    }
  }
  pieces.push(`--${boundary}--\r\n`);
  const content = pieces.every(isHeld) ? new Blob(pieces) : inTurn(pieces);
  return { content, type: `${media}; boundary=${boundary}` };
}

function isHeld(piece: Piece): piece is Held {
  return !(piece instanceof ReadableStream);
}

/** The bytes of all pieces, each read when those before it are gone. */
function inTurn(pieces: readonly Piece[]): ReadableStream<Uint8Array> {
  const waiting = [...pieces];
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const next = reader === undefined ? waiting.shift() : undefined;
          if (next !== undefined) {
            const stream = isHeld(next) ? new Blob([next]).stream() : next;
            reader = stream.getReader();
          }
          if (reader === undefined) {
            controller.close();
            return;
          }
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          reader = undefined;
        }
      },
      async cancel(reason) {
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The header and the content of a part (RFC 7578, section 4). */
function partOf(
  types: Types,
  part: PartTable,
  value: unknown,
): [string, Piece] {
  const named = `form-data; name=${quoted(part.name)}`;
  if (part.form === "bytes") {
    const file = fileOf(value);
    if (file === undefined) {
      throw new InvalidArgument(`'${part.name}' is bytes, text or a Blob`);
    }
    const { fileName } = file;
    const name = fileName === undefined ? "" : `; filename=${quoted(fileName)}`;
    const media = file.contentType ?? part.media ?? "application/octet-stream";
    return [partHead(named + name, media), held(file.content)];
  }
  const json = written(types, part.type, value);
  if (part.form === "style") {
    const { name, style = "form", explode = true } = part;
    const text = parameterText({ name, place: "query", style, explode }, json);
    const plain = (text ?? "").slice((text ?? "").indexOf("=") + 1);
    return [partHead(named, part.media), decodeURIComponent(plain)];
  }
  const isJson = part.form === "json";
  return [partHead(named, part.media), isJson ? writeJson(json) : textOf(json)];
}

function partHead(disposition: string, media: string | undefined): string {
  const type = media === undefined ? "" : `\r\nContent-Type: ${safe(media)}`;
  return `Content-Disposition: ${disposition}${type}`;
}

/** Bytes in any of their forms, with what they say of themselves; undefined for what is none. */
function fileOf(value: unknown): FilePart | undefined {
  if (value instanceof Blob) {
    const { type } = value;
    return {
      content: value,
      ...("name" in value ? { fileName: String(value.name) } : {}),
      ...(type === "" ? {} : { contentType: type }),
    };
  }
  if (isBytes(value)) {
    return { content: value };
  }
  const part = (value ?? {}) as Partial<FilePart>;
  const { content } = part;
  if (content instanceof Blob) {
    return { ...fileOf(content), ...part, content };
  }
  const isKnown = isBytes(content) || content instanceof ReadableStream;
  return isKnown ? { ...part, content } : undefined;
}

function isBytes(value: unknown): value is string | Uint8Array | ArrayBuffer {
  return (
    typeof value === "string" ||
    value instanceof Uint8Array ||
    value instanceof ArrayBuffer
  );
}

function held(content: FilePart["content"]): Piece {
  return content instanceof ArrayBuffer
    ? new Uint8Array(content)
    : (content as Piece);
}

/** A name in a part's header, quotes and line breaks percent-encoded (HTML, section 4.10.22.8). */
function quoted(text: string): string {
  return `"${safe(text.replace(/[\r\n"]/g, encodeURIComponent))}"`;
}

function safe(text: string): string {
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text)) {
    throw new InvalidArgument("a part has a control character in its header");
  }
  return text;
}
