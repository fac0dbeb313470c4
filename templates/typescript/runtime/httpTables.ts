/** What generated tables say of calls that follow no protocol above HTTP: plain data, which the runtime goes by. */

import type { ParameterSpelling } from "./parameters.js";
import type { Route } from "./routes.js";
import type { Tables } from "./tables.js";
import type { TypeTable } from "./typeTables.js";

/** A value that a call takes outside of its body. */
export interface ParameterTable extends ParameterSpelling {
  readonly type: TypeTable;
  /** The name in TypeScript, where that is not the one on the wire. */
  readonly as?: string;
  readonly required?: true;
}

export type ContentForm =
  | "json"
  | "text"
  | "form"
  | "multipart"
  | "bytes"
  | "json lines"
  | "json sequence"
  | "events";

/** A body of one media type; of streams, `type` is that of each value. */
export interface ContentTable {
  readonly form: ContentForm;
  readonly media: string;
  readonly type: TypeTable;
  /** What an event gives: its text, its data as JSON, or all of its fields. */
  readonly payload?: "text" | "json" | "fields";
}

/** How a member of a form is written. */
export interface PartTable {
  readonly name: string;
  readonly form: "style" | "text" | "json" | "bytes";
  readonly type: TypeTable;
  /** Whether each item of a list is a part. */
  readonly repeats?: true;
  readonly media?: string;
  readonly style?: ParameterSpelling["style"];
  readonly explode?: boolean;
}

/** A body that can be sent. */
export interface BodyTable extends ContentTable {
  /** Whether the caller may name another media type. */
  readonly range?: true;
  readonly parts?: readonly PartTable[];
  /** How members are written that are not among the parts. */
  readonly others?: PartTable;
}

/** What comes with a status (`200`, `4XX` or `default`). */
export interface AnswerTable {
  readonly status: string;
  readonly outcome: "success" | "redirect" | "error" | "either";
  readonly contents?: readonly ContentTable[];
}

/** A scheme by its name, with the scopes that a token has to have. */
export type NeededScheme = readonly [name: string, ...scopes: string[]];

/** What the pages of a list are, and what leads from one to the next. */
export interface PagingTable {
  readonly kind: "link header" | "next link" | "cursor" | "offset" | "page";
  /** Where the items of a page are: names of members on the wire. */
  readonly items: readonly string[];
  readonly next: readonly string[];
  /** The query parameter that says which page is wanted. */
  readonly parameter?: string;
  /** The number of the first page. */
  readonly first?: number;
}

/** One call. */
export interface HttpCallTable {
  readonly method: string;
  /** The path; `{}` stands for each value that the chain was given. */
  readonly path: string;
  readonly keys?: readonly ParameterTable[];
  readonly parameters?: readonly ParameterTable[];
  /** The first is meant where the caller names no media type. */
  readonly bodies?: readonly BodyTable[];
  readonly bodyRequired?: true;
  readonly answers?: readonly AnswerTable[];
  readonly accept?: string;
  /** Alternatives, of which one must hold whole. */
  readonly security?: readonly (readonly NeededScheme[])[];
  /** Whether no credential will do as well. */
  readonly open?: true;
  /** Where the call goes, if not to the client's base URL: a URL or one that is relative to that. */
  readonly baseUrl?: string;
  readonly paging?: PagingTable;
  /** The call is given the values of its path, before its body; else those that led to it are taken. */
  readonly takesKeys?: true;
}

/** Where a link leads: the name of a builder, and how many values it takes. */
export type HttpLinkTable = string | readonly [to: string, values: number];

export type HttpBuilderTables = Tables<Route<HttpLinkTable, HttpCallTable>>;

/** How a credential is sent. */
export interface SchemeTable {
  readonly kind: "basic" | "bearer" | "http" | "apiKey";
  /** Where an API key goes. */
  readonly place?: "header" | "query" | "cookie";
  /** The name of an API key's parameter, or of another scheme of the Authorization field. */
  readonly parameter?: string;
}

export type SchemeTables = Tables<SchemeTable>;
