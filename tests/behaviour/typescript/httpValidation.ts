// Answers questions about values of a described type: what is wrong with them, and what is sent of them.
// Argument: a file with the questions (JSON).

import { readFileSync } from "node:fs";
import { createShopClient, JsonError, validate, ValidationFailed, validateText } from "./src/index.js";
import type { Operation, Violation } from "./src/index.js";
import type { Pet } from "./src/models/pet.js";

interface Question {
  readonly text?: string;
  readonly operation?: Operation;
  readonly value?: unknown;
  readonly send?: "post" | "patch";
  readonly settings?: { readonly validate?: boolean };
  readonly configuration?: { readonly validate?: boolean };
}

const told = (found: readonly Violation[]): string[] =>
  found.map(({ pointer, code, severity }) => `${pointer} ${code}${severity === "warning" ? "?" : ""}`);

async function answer(question: Question): Promise<unknown> {
  const { text, operation, value, send, settings, configuration = {} } = question;
  if (text !== undefined) {
    return told(validateText("Pet", text, operation));
  }
  if (send === undefined) {
    return told(validate("Pet", value, operation));
  }
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    return new Response(null, { status: 204 });
  };
  const client = createShopClient({ fetch, ...settings });
  try {
    await client.pets[send](value as Pet, configuration);
    return { sent };
  } catch (error) {
    if (!(error instanceof ValidationFailed)) {
      throw error;
    }
    return { sent, refused: told(error.violations), message: error.message };
  }
}

/** What has no place in the list of types is no type, and what is no JSON has no verdict. */
function refusals(): unknown {
  const names = [];
  for (const attempt of [(): unknown => validate("None", {}), (): unknown => validateText("Pet", "{")]) {
    try {
      attempt();
      names.push("nothing");
    } catch (error) {
      names.push(error instanceof JsonError ? "JsonError" : (error as Error).name);
    }
  }
  return names;
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Question[];
const answers: unknown[] = [refusals()];
for (const question of questions) {
  answers.push(await answer(question));
}
console.log(JSON.stringify(answers));
