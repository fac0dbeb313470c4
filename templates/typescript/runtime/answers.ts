/** Reading answers: what an operation gives for a reply. */

import { UnexpectedAnswer } from "./errors.js";
import {
  isObject,
  JsonError,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "./json.js";
import { resolveLinks } from "./links.js";
import { readShaped, readValue } from "./model.js";
import type { AnswerReader, Reply } from "./request.js";
import type { Schema } from "./schema.js";

const JSON_TYPE = "application/json";

/** For calls that answer nothing; what a service sends all the same is not looked at. */
export const NOTHING: AnswerReader<undefined> = {
  accept: JSON_TYPE,
  read: () => undefined,
};

/**
 * The bytes of a stream; undefined when the service says that there is none (204).
 *
 * Where they are kept is the caller's choice: no name that the service sends is a path.
 */
export const CONTENT: AnswerReader<Uint8Array | undefined> = {
  accept: "*/*",
  read: (reply) => (reply.status === 204 ? undefined : reply.body),
};

/** A `$count`: digits as text. */
export const NUMBER: AnswerReader<number> = {
  accept: "text/plain",
  read: (reply) => {
    const text = textOf(reply).trim();
    if (!/^\d{1,16}$/.test(text)) {
      throw new UnexpectedAnswer(
        "the service answered a count with something else",
      );
    }
    return Number(text);
  },
};

/** The `@odata.id` that a `$ref` answers; undefined for no content. */
export const REFERENCE: AnswerReader<string | undefined> = {
  accept: JSON_TYPE,
  read: (reply) => {
    const data = jsonOf(reply);
    const found = isObject(data)
      ? (data.get("@odata.id") ?? data.get("value"))
      : data;
    if (found !== undefined && typeof found !== "string") {
      throw new UnexpectedAnswer(
        "the service answered a reference with something else",
      );
    }
    return found;
  },
};

/** A page of references: the URLs of the objects referred to. */
export interface StringCollectionResponse {
  value?: string[] | null;
  odataCount?: number | null;
  odataNextLink?: string | null;
}

/** A page of `$ref`s (OData JSON Format 4.01, section 14). */
export const REFERENCES: AnswerReader<StringCollectionResponse | undefined> = {
  accept: JSON_TYPE,
  read: (reply) => {
    const data = objectOf(reply);
    const value = data?.get("value");
    if (data === undefined || !Array.isArray(value)) {
      return undefined;
    }
    const urls = value.map((each) =>
      isObject(each) ? each.get("@odata.id") : each,
    );
    const link = data.get("@odata.nextLink");
    const count = data.get("@odata.count");
    return {
      value: urls.filter((each) => typeof each === "string"),
      ...(typeof link === "string" ? { odataNextLink: link } : {}),
      ...(typeof count === "number" ? { odataCount: count } : {}),
    };
  },
};

/** An object of the type, or of one derived from it; undefined for no content. */
export function entity(schema: Schema, type: string): AnswerReader<unknown> {
  return {
    accept: JSON_TYPE,
    read: (reply) => {
      const data = objectOf(reply);
      return data && readValue(schema, { type }, data);
    },
  };
}

/** OData 4.01 services may leave out `odata.` (OData JSON Format 4.01, section 4.5). */
const SHORT_NAMES = ["nextLink", "deltaLink", "count", "context"];

/** An object with a `value`: a page of a collection of the type, or a single value of it. */
export function wrapped(
  schema: Schema,
  type: string,
  collection: boolean,
): AnswerReader<unknown> {
  return {
    accept: JSON_TYPE,
    read: (reply) => {
      const data = objectOf(reply);
      for (const name of data === undefined ? [] : SHORT_NAMES) {
        const short = data?.get(`@${name}`);
        if (short !== undefined && data?.has(`@odata.${name}`) === false) {
          data.set(`@odata.${name}`, short);
          data.delete(`@${name}`);
        }
      }
      const { properties } = schema.answer(type, collection);
      return data && readShaped(schema, properties, type, data);
    },
  };
}

function textOf(reply: Reply): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(reply.body);
  } catch {
    throw new UnexpectedAnswer("the answer is not UTF-8");
  }
}

function jsonOf(reply: Reply): JsonValue | undefined {
  if (reply.status === 204 || reply.body.length === 0) {
    return undefined;
  }
  try {
    return parseJson(textOf(reply));
  } catch (error) {
    const why = error instanceof JsonError ? `: ${error.message}` : "";
    throw new UnexpectedAnswer(`the answer is not JSON${why}`);
  }
}

function objectOf(reply: Reply): JsonObject | undefined {
  const data = jsonOf(reply);
  if (data !== undefined && !isObject(data)) {
    throw new UnexpectedAnswer("the answer is JSON, but no object");
  }
  if (data !== undefined) {
    resolveLinks(data, reply.url);
  }
  return data;
}
