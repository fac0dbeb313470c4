// What the types of the client allow and what they refuse: read by the compiler alone.

import type { GraphServiceClient } from "./src/index.js";
import type {
  ApiAuthenticationConfigurationBase,
  BasicAuthentication,
  IdentityApiConnector,
  Pkcs12Certificate,
} from "./src/models/index.js";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Compiles where a value has exactly the type that is said. */
function exactly<T>() {
  return <V>(value: V, same: Same<V, T>): V => (same ? value : value);
}

export async function options(client: GraphServiceClient): Promise<void> {
  const { apiConnectors } = client.identity;
  const one = apiConnectors.byIdentityApiConnectorId("x");
  await apiConnectors.get({
    queryParameters: { select: ["id"], top: 5, count: true, orderby: ["id"] },
    customQueryOptions: { startDateTime: "2026-01-01", "api-version": 1 },
  });
  await one.get({ queryParameters: { select: ["id"], expand: ["x"] } });
  // @ts-expect-error there is no such option
  await apiConnectors.get({ queryParameters: { selct: ["id"] } });
  // @ts-expect-error nor is there one where all of them are wrong
  apiConnectors.iterate({ queryParameters: { $top: 5 } });
  // @ts-expect-error nor for requests that are not sent
  one.toGetRequestInformation({ queryParameters: { selct: ["id"] } });
  // @ts-expect-error a single object has no first items
  await one.get({ queryParameters: { top: 5 } });
  // @ts-expect-error a count has no properties to select
  await apiConnectors.count.get({ queryParameters: { select: ["id"] } });
  // @ts-expect-error what is deleted is not filtered
  await one.delete({ queryParameters: { filter: "x" } });
  // @ts-expect-error top is a number
  await apiConnectors.get({ queryParameters: { top: "5" } });
}

export async function nothing(client: GraphServiceClient): Promise<void> {
  const one = client.identity.apiConnectors.byIdentityApiConnectorId("x");
  exactly<Promise<void>>()(one.delete(), true);
  const answers = await client.batch([one.toDeleteRequestInformation()]);
  exactly<void>()(answers.get(one.toDeleteRequestInformation()), true);
}

export function families(connector: IdentityApiConnector): unknown {
  const basic: BasicAuthentication = { username: "u" };
  const made: IdentityApiConnector[] = [
    {
      authenticationConfiguration: {
        odataType: "#microsoft.graph.basicAuthentication",
        username: "u",
      },
    },
    { authenticationConfiguration: basic },
    {
      authenticationConfiguration: {
        odataType: "#microsoft.graph.basicAuthentication",
        // @ts-expect-error a property of another type
        pkcs12Value: "x",
      },
    },
  ];
  const base: ApiAuthenticationConfigurationBase = basic;
  const found = connector.authenticationConfiguration ?? base;
  switch (found.odataType) {
    case "#microsoft.graph.basicAuthentication":
      exactly<string | null | undefined>()(found.username, true);
      return found;
    case "#microsoft.graph.pkcs12Certificate": {
      const certificate: Pkcs12Certificate = found;
      // @ts-expect-error a property of another type
      return [certificate, found.username];
    }
    // @ts-expect-error there is no such type
    case "#microsoft.graph.basicAuthenticatio":
      return undefined;
    default:
      return [made, found.additionalData];
  }
}
