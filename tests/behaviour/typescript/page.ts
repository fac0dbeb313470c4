// The calls of the service's documentation, in the official TypeScript client's shape.
// Arguments: the service root, the token, and which call.

import { createGraphServiceClient, typeOf } from "./src/index.js";
import type {
  IdentityApiConnector,
  Pkcs12Certificate,
} from "./src/models/index.js";

const [, , baseUrl = "", token = "", call] = process.argv;
const credential = {
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
};
const client = createGraphServiceClient({
  credential,
  scopes: ["https://graph.microsoft.com/.default"],
  baseUrl,
});

async function basic(): Promise<IdentityApiConnector | undefined> {
  const requestBody: IdentityApiConnector = {
    displayName: "Sign-up check",
    targetUrl: "https://checks.example/sign-up",
    authenticationConfiguration: {
      odataType: "#microsoft.graph.basicAuthentication",
      username: "caller",
      password: "hush",
    },
  };
  return client.identity.apiConnectors.post(requestBody);
}

async function certificate(): Promise<IdentityApiConnector | undefined> {
  const requestBody = {
    displayName: "Sign-up check",
    targetUrl: "https://checks.example/sign-up",
    authenticationConfiguration: {
      odataType: "#microsoft.graph.pkcs12Certificate",
      pkcs12Value: "MIIK...cut",
      password: "hush",
    } as Pkcs12Certificate,
  };
  const result = await client.identity.apiConnectors.post(requestBody);
  return result;
}

const result = await (call === "basic" ? basic() : certificate());
const kind = typeOf(result?.authenticationConfiguration);
console.log(JSON.stringify({ ...result, kind }));
