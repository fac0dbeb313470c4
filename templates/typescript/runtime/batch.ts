/** Several requests in one: sent in as many parts as the service needs, answered one by one. */

import { jsonContent, jsonReplies } from "./batchJson.js";
import { multipartContent, multipartReplies } from "./batchMultipart.js";
import {
  type BatchItem,
  type BatchOptions,
  type BatchTraits,
  type BatchUnit,
  planOf,
} from "./batchPlan.js";
import type { Dialect } from "./dialect.js";
import { ClientError, InvalidArgument, UnexpectedAnswer } from "./errors.js";
import { ODataError } from "./odataError.js";
import {
  type AnswerReader,
  type Reply,
  RequestInformation,
} from "./request.js";
import { ODataResponse } from "./odataResponse.js";
import type { Transport } from "./transport.js";

export type { BatchItem, BatchOptions, BatchTraits } from "./batchPlan.js";

/** The answers of a batch, in any order that the service gave them in. */
export class BatchAnswers {
  readonly #requests: readonly RequestInformation[];
  readonly #replies: ReadonlyMap<number, Reply | ClientError>;

  constructor(
    requests: readonly RequestInformation[],
    replies: ReadonlyMap<number, Reply | ClientError>,
  ) {
    this.#requests = requests;
    this.#replies = replies;
  }

  /**
   * The answer to one request.
   *
   * @throws ODataError where the service answered that request with an error
   */
  get<T>(request: RequestInformation<T>): T {
    return this.response(request).value as T;
  }

  /**
   * The same with status and header fields.
   *
   * @throws ODataError as above; 304 is no error
   */
  response<T>(request: RequestInformation<T>): ODataResponse<T> {
    const index = this.#requests.indexOf(request);
    if (index < 0) {
      throw new InvalidArgument("that request is not of this batch");
    }
    const reply = this.#replies.get(index);
    if (reply instanceof ClientError) {
      throw reply;
    }
    if (reply === undefined) {
      throw new UnexpectedAnswer(
        "the service gave no answer to this request of the batch",
      );
    }
    if (reply.status >= 300 && reply.status !== 304) {
      const text = new TextDecoder().decode(reply.body);
      const { method, url } = request;
      throw new ODataError(reply.status, reply.headers, text, method, url);
    }
    return ODataResponse.of(request, reply);
  }

  /** Each request's answer in order; an error as the `ClientError` itself, not thrown. */
  *[Symbol.iterator](): Generator<unknown, void, undefined> {
    for (const request of this.#requests) {
      try {
        yield this.get(request);
      } catch (error) {
        if (!(error instanceof ClientError)) {
          throw error;
        }
        yield error;
      }
    }
  }
}

/**
 * Send the requests, part by part. Where a part after the first fails as a whole, that is the answer of all
 * its requests, so that what was done before is not lost.
 *
 * @throws InvalidArgument for requests that make no batch, UnsafeUrl for a token over plain http, before
 * anything is sent
 */
export async function sendBatch(
  transport: Transport,
  dialect: Dialect,
  items: readonly BatchItem[],
  options: BatchOptions,
  traits: BatchTraits,
): Promise<BatchAnswers> {
  const { requests, parts } = planOf(items, options, traits.limit);
  requests.forEach((request) => {
    transport.checkToken(request);
  });
  const sent = parts.map((units) =>
    partOf(dialect, units, traits, options.inOrder === true),
  );
  const replies = new Map<number, Reply | ClientError>();
  for (const [index, part] of sent.entries()) {
    try {
      for (const [place, reply] of await transport.call(part)) {
        replies.set(place, reply);
      }
    } catch (error) {
      if (index === 0 || !(error instanceof ClientError)) {
        throw error;
      }
      for (const place of parts[index]?.flatMap(({ places }) => places) ?? []) {
        replies.set(place, error);
      }
    }
  }
  return new BatchAnswers(requests, replies);
}

/** One part as a request, which gives the replies by the places of their requests. */
function partOf(
  { root, batchUrl }: Dialect,
  units: readonly BatchUnit[],
  traits: BatchTraits,
  inOrder: boolean,
): RequestInformation<Map<number, Reply>> {
  const isJson = traits.format === "json";
  const boundary = `batch_${crypto.randomUUID()}`;
  const answer: AnswerReader<Map<number, Reply>> = {
    accept: isJson ? "application/json" : "multipart/mixed",
    read: (reply) =>
      /^multipart\//i.test(reply.headers["content-type"] ?? "")
        ? multipartReplies(units, reply)
        : jsonReplies(units, reply),
  };
  return new RequestInformation({
    method: "POST",
    url: batchUrl,
    headers: {
      accept: answer.accept,
      "content-type": isJson
        ? "application/json"
        : `multipart/mixed; boundary=${boundary}`,
      // Without it a service may leave what follows an error undone (Protocol 4.01, section 11.7.2).
      ...(inOrder ? {} : { prefer: "odata.continue-on-error" }),
    },
    content: isJson
      ? jsonContent(root, units, traits)
      : multipartContent(root, units, traits, boundary),
    answer,
  });
}
