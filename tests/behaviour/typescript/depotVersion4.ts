// What is other for a caller at OData 4.0.

import { type ClientSettings, createEntityContainerClient, type EntityContainerClient, TimeOnly } from "./src/index.js";

export type Client = EntityContainerClient;
export const base = { hasJsonBatches: true };

export function clientOf(settings: ClientSettings & { baseUrl: string }): Client {
  return createEntityContainerClient(settings);
}

export function opensAt(hours: number, minutes: number): TimeOnly {
  return new TimeOnly({ hours, minutes });
}

/** What makes a new tool one of the maker. */
export function bound(maker: string) {
  return { additionalData: { "maker@odata.bind": `Makers(${maker})` } };
}

export function photoOf(client: Client, tool: number) {
  return client.tools.byId(tool).photo;
}

export async function lighter(client: Client, tool: number, most: number) {
  return client.tools.byId(tool).lighter(most).get();
}

export async function within(client: Client, limit: string) {
  return client.within(limit).get();
}

export async function grade(client: Client, tool: number, stars: number, note: string) {
  return client.tools.byId(tool).grade.post({ stars, note });
}
