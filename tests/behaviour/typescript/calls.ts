// Calls of the generated client, each by its name; what they give is printed as JSON, errors too.
// Arguments: the service root, the name, and what the call needs (JSON).

import { inspect } from "node:util";
import {
  type ClientSettings,
  type CustomQueryOptions,
  createGraphServiceClient,
  type ListQueryParameters,
  ODataError,
  parse,
  RedirectRefused,
  type RequestInformation,
  stringify,
  type TokenCredential,
  typeOf,
  UnexpectedAnswer,
  validate,
  ValidationFailed,
} from "./src/index.js";
import { createBasicAuthentication } from "./src/models/index.js";
import type {
  IdentityApiConnector,
  Pkcs12Certificate,
} from "./src/models/index.js";
import { CONTENT } from "./src/runtime/answers.js";
import { mask } from "./src/runtime/masking.js";
import { RequestInformation as Information } from "./src/runtime/request.js";
import { pauseBeforeRetry, retryAfter } from "./src/runtime/retry.js";
import { keyPredicate, literal, segment } from "./src/runtime/url.js";

const [, , baseUrl = "", name = "", given = "{}"] = process.argv;
const values = JSON.parse(given) as Record<string, unknown>;
const TOKEN = "token-of-the-tests";

/** Gives its tokens one after the other, the last one for ever. */
class Credential implements TokenCredential {
  readonly asked: string[][] = [];

  constructor(
    private readonly tokens: readonly string[] = [TOKEN],
    private readonly lasts = 3600,
  ) {}

  async getToken(scopes: string[]) {
    this.asked.push(scopes);
    const at = Math.min(this.asked.length, this.tokens.length) - 1;
    const expiresOnTimestamp = Date.now() + this.lasts * 1000;
    return { token: this.tokens[at] ?? "", expiresOnTimestamp };
  }
}

function clientOf(settings: ClientSettings = {}) {
  return createGraphServiceClient({
    credential: new Credential(),
    baseUrl,
    ...(values["settings"] as ClientSettings | undefined),
    ...settings,
  });
}

function connector(): IdentityApiConnector {
  return {
    displayName: "Test API",
    targetUrl: "https://someapi.com/api",
    authenticationConfiguration: createBasicAuthentication({
      username: "MyUsername",
      password: "MyPassword",
    }),
  };
}

const client = clientOf();
const connectors = client.identity.apiConnectors;
const text = (key: string): string => String(values[key]);
const one = () => connectors.byIdentityApiConnectorId(text("id"));

async function names(
  pages: AsyncIterable<IdentityApiConnector>,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of pages) {
    found.push(item.displayName);
  }
  return found;
}

async function caught(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return told(error);
  }
}

const calls: Record<string, () => Promise<unknown>> = {
  create: async () => {
    const made = await connectors.post(connector());
    return { made, kind: typeOf(made?.authenticationConfiguration) };
  },
  certificate: async () => {
    const certificate: Pkcs12Certificate = {
      odataType: "#microsoft.graph.pkcs12Certificate",
      pkcs12Value: "eyJhbGciOi...plA",
      password: "",
    };
    return connectors.post({
      ...connector(),
      authenticationConfiguration: certificate,
    });
  },
  list: () => connectors.get({ queryParameters: { count: true } }),
  get: () => connectors.get(),
  iterate: () =>
    names(
      connectors.iterate({
        queryParameters: { top: 50, select: ["id", "displayName"] },
      }),
    ),
  items: () => names(connectors.iterate()),
  pages: async () => {
    const pages = connectors.iterate({ queryParameters: { count: true } });
    const sizes: unknown[] = [];
    for await (const page of pages.byPage()) {
      sizes.push(page.value?.length);
    }
    return { sizes, count: pages.count, deltaLink: pages.deltaLink };
  },
  withUrl: async () => {
    const first = await connectors.get();
    return connectors.withUrl(first?.odataNextLink ?? "").get();
  },
  links: async () => {
    const found: unknown[] = [];
    for (const link of values["links"] as string[]) {
      // A page is scripted for each, which links there.
      found.push(await caught(() => names(connectors.iterate())));
      found.push(await caught(() => connectors.withUrl(link).get()));
    }
    return found;
  },
  clients: async () =>
    (values["all"] as ClientSettings[]).map((each) =>
      attempt(() => typeof clientOf(each).identity),
    ),
  read: () =>
    one().get({ queryParameters: { select: ["id", "displayName"] } }),
  update: async () => {
    const etag = 'W/"1"';
    const answered = await one().patch({ displayName: "New" }, { etag });
    const late = () => one().patch({ displayName: "Newer" }, { etag });
    return { answered: answered ?? null, late: await caught(late) };
  },
  null: () => one().patch({ displayName: null }),
  change: async () => {
    // What was read is changed where it lies, and all of it is written.
    const found = await one().get();
    const kept = found?.authenticationConfiguration;
    Object.assign(kept ?? {}, { username: "changed" });
    return stringify("microsoft.graph.identityApiConnector", found);
  },
  delete: async () => (await one().delete()) ?? null,
  upload: () =>
    one().uploadClientCertificate.post({
      pkcs12Value: "AAAA",
      password: "secret",
    }),
  count: () => connectors.count.get(),
  tokens: async () => {
    const credential = new Credential(["stale", TOKEN]);
    const own = clientOf({ credential }).identity.apiConnectors;
    await own.get();
    await Promise.all([own.get(), own.get()]);
    const bad = clientOf({ credential: new Credential(["bad"]) });
    const refused = await caught(() => bad.identity.apiConnectors.get());
    return { asked: credential.asked, refused };
  },
  scopes: async () => {
    const credential = new Credential();
    const own = clientOf({ credential, scopes: ["a/.default"] });
    await own.identity.apiConnectors.get();
    return credential.asked;
  },
  expired: async () => {
    const credential = new Credential([TOKEN], -5);
    const own = clientOf({ credential }).identity.apiConnectors;
    await own.get();
    await own.get();
    return credential.asked.length;
  },
  brokenCredential: () => {
    const credential: TokenCredential = {
      getToken: () => {
        throw new Error("https://login.example/?code=0123456789 refused");
      },
    };
    return clientOf({ credential }).identity.apiConnectors.get();
  },
  anonymous: () =>
    createGraphServiceClient({ baseUrl }).identity.apiConnectors.get(),
  unchecked: async () => {
    const bad = { displayName: "only a name" };
    const trusting = clientOf({ validate: false }).identity.apiConnectors;
    return [
      await caught(() => connectors.post(bad)),
      await caught(() => connectors.post(bad, { validate: false })),
      await caught(() => trusting.post(bad)),
      validate("microsoft.graph.identityApiConnector", bad, "create").length,
    ];
  },
  batch: async () => {
    const listing = connectors.toGetRequestInformation({
      queryParameters: { top: 1 },
    });
    const making = connectors.toPostRequestInformation(connector());
    const none = connectors.byIdentityApiConnectorId("none");
    const missing = none.toGetRequestInformation();
    const counting = connectors.count.toGetRequestInformation();
    const requests = [listing, making, missing, counting];
    const answers = await client.batch(requests, { inOrder: true });
    const many = Array<RequestInformation>(21).fill(listing);
    return {
      listed: answers.get(listing)?.value?.length,
      made: answers.get(making)?.authenticationConfiguration,
      counted: answers.get(counting),
      missing: await caught(async () => answers.get(missing)),
      kinds: [...answers].map((each) => each instanceof ODataError),
      few: await caught(() => client.batch([])),
      many: await caught(() => client.batch(many, { inOrder: true })),
    };
  },
  batchParts: async () => {
    const hostile = text("text");
    const first = connectors.toGetRequestInformation({
      queryParameters: { filter: hostile },
    });
    const item = connectors.byIdentityApiConnectorId(hostile);
    const second = item.toPatchRequestInformation({ displayName: hostile });
    await client.batch([first, second]);
    const bad = new Information({ ...parts(first), headers: { "x-a": "b\r\nc: d" } });
    return [
      await caught(() => client.batch([bad])),
      await caught(() => client.batch([first.at("https://other.invalid/x")])),
      await caught(() => client.batch([first.at(text("foreign"))])),
    ];
  },
  headers: () =>
    connectors.get({
      queryParameters: { select: ["id"], top: 2, filter: "a eq 'b&c'" },
      headers: { ConsistencyLevel: "eventual", "x-a": ["b", "c"] },
    }),
  query: () =>
    connectors.get({
      queryParameters: values["query"] as ListQueryParameters,
    }),
  customQuery: () =>
    connectors.get({
      queryParameters: { top: 1 },
      customQueryOptions: values["query"] as CustomQueryOptions,
    }),
  header: () =>
    connectors.get({ headers: values["headers"] as Record<string, string> }),
  ownTokens: () => {
    const headers = { authorization: "Bearer x" };
    const open = { baseUrl: "http://h.invalid", allowHttp: true, maxRetries: 0 };
    const tried = [false, true].map((allowTokenOverHttp) => {
      const bare = createGraphServiceClient({ ...open, allowTokenOverHttp });
      const { apiConnectors } = bare.identity;
      const part = apiConnectors.toGetRequestInformation({ headers });
      return Promise.all([
        caught(() => apiConnectors.get({ headers })),
        caught(() => bare.batch([part])),
      ]);
    });
    return Promise.all(tried);
  },
  etag: () => one().delete({ etag: text("etag") }),
  key: () => one().get(),
  aborted: () => connectors.get({ signal: AbortSignal.timeout(100) }),
  redirectedPost: () => connectors.post(connector()),
  download: async () => {
    const { transport } = await downloading();
    const request = new Information({
      ...parts(connectors.toGetRequestInformation()),
      answer: CONTENT,
    });
    return transport(request);
  },
  typed: async () => {
    const found = await one().get();
    const configuration = found?.authenticationConfiguration;
    return { type: typeOf(configuration), configuration };
  },
  special: async () => {
    const found = await one().get();
    return {
      written: stringify("microsoft.graph.identityApiConnector", found),
      polluted: ({} as Record<string, unknown>)["polluted"] ?? null,
      names: Object.keys(found?.additionalData ?? {}),
      inherited: found?.additionalData?.["toString"] ?? null,
    };
  },
  shown: async () => {
    const request = connectors.toGetRequestInformation({
      headers: { Authorization: "Bearer abc123abc", "X-Api-Key": "key-789" },
    });
    const posted = connectors.toPostRequestInformation(connector());
    const failure = await connectors.get().catch((error: unknown) => error);
    const all: unknown[] = [client, connectors, request, posted, failure];
    return all.flatMap((each) => [
      inspect(each, { depth: 20 }),
      String(each),
      JSON.stringify(each) ?? "",
    ]);
  },
  linkShown: async () => {
    const linked = connectors.withUrl(text("link"));
    const failure = await linked.get().catch((error: unknown) => error);
    const all: unknown[] = [linked, failure, linked.toGetRequestInformation()];
    return all.flatMap((each) => [
      inspect(each, { depth: 20 }),
      String(each),
      JSON.stringify(each) ?? "",
    ]);
  },
  mask: async () => mask(text("text")),
  maskTime: async () => {
    // The time that a text takes, and that of one ten times as long.
    const times = [20_000, 200_000].map((length) => {
      const part = text("text");
      const long = text("start") + part.repeat(length / part.length);
      const started = performance.now();
      mask(long);
      return performance.now() - started;
    });
    return times;
  },
  modelShown: async () => {
    const found = await one().get();
    return [
      inspect(found, { depth: 20 }),
      inspect(found?.authenticationConfiguration),
      inspect({ a: { found } }, { depth: 1 }),
      inspect(found, { depth: null }),
    ];
  },
  slowCredential: async () => {
    let told = false;
    const credential: TokenCredential = {
      getToken: (_scopes, options) =>
        new Promise((resolve) => {
          options?.abortSignal?.addEventListener("abort", () => {
            told = true;
            resolve(null);
          });
        }),
    };
    const own = clientOf({ credential }).identity.apiConnectors;
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("enough")), 100);
    const { signal } = stop;
    const ended = await caught(() => own.get({ signal }));
    return { ended, told };
  },
  abortedPause: async () => {
    // The signal fires while the answer that asks for a pause is read.
    const stop = new AbortController();
    const own = clientOf({
      fetch: async (url, init) => {
        const { body, status, headers } = await fetch(url, init);
        stop.abort(new Error("enough"));
        return new Response(body, { status, headers });
      },
    });
    const started = performance.now();
    const ended = await caught(() =>
      own.identity.apiConnectors.get({ signal: stop.signal }),
    );
    return { ended, took: performance.now() - started };
  },
  segments: async () =>
    (values["keys"] as [unknown, string][]).map(([key, type]) => [
      attempt(() => segment(key, type)),
      attempt(() => keyPredicate([["id", key, type]])),
      attempt(() => literal(key, type)),
    ]),
  composite: async () =>
    keyPredicate([
      ["a,b", "x,y=z/", "Edm.String"],
      ["c=", 5, "Edm.Int32"],
    ]),
  retries: async () =>
    (values["values"] as string[]).map((value) => {
      const headers = { "retry-after": value };
      const after = retryAfter(headers, 0) ?? null;
      const post = pauseBeforeRetry("POST", 429, headers, 1, 0) ?? null;
      return [after, post, pauseBeforeRetry("GET", 429, headers, 1, 0)];
    }),
  exact: async () => {
    const type = "microsoft.graph.pkcs12CertificateInformation";
    const big = parse<{ notAfter: number | bigint }>(type, text("text"));
    return [typeof big.notAfter, String(big.notAfter), stringify(type, big)];
  },
};

function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return told(error);
  }
}

function parts(request: RequestInformation) {
  const { method, url, headers, content, answer } = request;
  return { method, url, headers, content, answer };
}

/** Sends a request of one's own, by way of a builder that reads bytes. */
async function downloading() {
  const { Transport } = await import("./src/runtime/transport.js");
  const { ServiceRoot } = await import("./src/runtime/serviceRoot.js");
  const limits = { maxRetries: 0, timeout: 9000, idleTimeout: 9000 };
  const protocol = { headers: () => ({}), failure: () => new UnexpectedAnswer("an error status") };
  const settings = { ...limits, protocol, authorizer: undefined, tokensOverHttp: true, fetch, product: "x" };
  const own = new Transport({ ...settings, root: new ServiceRoot(baseUrl) });
  return {
    transport: async (request: RequestInformation) => {
      const bytes = (await own.call(request)) as Uint8Array;
      return Array.from(bytes);
    },
  };
}

function told(error: unknown): unknown {
  if (!(error instanceof Error)) {
    return { error: String(error) };
  }
  const found: Record<string, unknown> = {
    error: error.name,
    message: error.message,
  };
  if (error instanceof ODataError) {
    const { responseStatusCode, requestId, clientRequestId } = error;
    found["status"] = responseStatusCode;
    found["ids"] = [requestId, clientRequestId];
    found["main"] = error.error;
    found["codes"] = [error.code, error.target, error.details?.[0]?.code];
  }
  if (error instanceof ValidationFailed) {
    found["violations"] = error.violations;
  }
  if (error instanceof RedirectRefused) {
    found["location"] = error.location;
  }
  return found;
}

const result = await caught(async () => calls[name]?.());
console.log(JSON.stringify(result ?? null));
