// What is other for a caller at OData 2.0.

import { type ClientSettings, createEntityContainerClient, Duration, type EntityContainerClient } from "./src/index.js";

export type Client = EntityContainerClient;
export const base = { hasJsonBatches: false };

export function clientOf(settings: ClientSettings & { baseUrl: string }): Client {
  return createEntityContainerClient(settings);
}

export function opensAt(hours: number, minutes: number): Duration {
  return new Duration({ hours, minutes });
}

/** What makes a new tool one of the maker. */
export function bound(maker: string) {
  return { makerId: maker };
}

export function photoOf(client: Client, tool: number) {
  return client.tools.byId(tool).content;
}

export async function lighter(client: Client, tool: number, most: number) {
  return client.toolsLighter(tool, most).get();
}

export async function within(client: Client, limit: string) {
  return client.within(limit).get();
}

export async function grade(client: Client, tool: number, stars: number, note: string) {
  return client.toolsGrade.post({ id: tool, stars, note });
}
