import { expect } from "@jest/globals";
import { examine } from "../../../bot/doctor/examine.js";
import type { Finding } from "../../../bot/doctor/finding.js";
import type { Tools } from "../../../bot/doctor/probes.js";
import { probes } from "../../../bot/doctor/real-probes.js";

export const KEY = Buffer.alloc(32, 7).toString("base64");

/** Settings of a bot in production in which nothing is wrong, as far as one can tell without a network. */
export const inProduction = (dataDir: string) => ({
  DATA_DIR: dataDir,
  MicrosoftAppId: "33333333-3333-4333-8333-333333333333",
  MicrosoftAppPassword: "secret",
  MicrosoftAppTenantId: "44444444-4444-4444-8444-444444444444",
  KIM_MASTER_KEY: KEY,
  KIM_RETENTION_MONTHS: "default=24",
  PUBLIC_URL: "https://kim.example.org",
});

/** What the world answers, by the beginning of the address; loopback is asked for real. */
export type World = Readonly<Record<string, () => Response | Promise<Response>>>;

const healthy: World = {
  "https://kim.example.org/healthz": () => new Response('{"status":"ok"}'),
  "https://login.microsoftonline.com/": () => Response.json({ access_token: "x" }),
};

export function tools(more: Partial<Tools> & { readonly world?: World } = {}): Tools {
  const { world = {}, ...rest } = more;
  const answers = { ...healthy, ...world };
  return {
    nodeVersion: "v20.19.0",
    clock: Date.now,
    probes,
    fetch: async (input, init) => {
      const url = String(input);
      const known = Object.keys(answers).find((start) => url.startsWith(start));
      if (known !== undefined) return (answers[known] as () => Response)();
      if (/^http:\/\/127\.0\.0\.1[:/]/.test(url)) return fetch(input, init);
      throw new TypeError(`fetch failed: nobody plays ${url}`);
    },
    ...rest,
  };
}

/** A failed fetch as Node reports it. */
export function failedWith(code: string): () => Promise<Response> {
  return () => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code } }));
}

/** A planted misconfiguration, and how the doctor has to name it and what is to be done. */
export type Plant = {
  readonly env: () => Record<string, string>;
  readonly tools?: Parameters<typeof tools>[0];
  readonly state: Finding["state"];
  readonly says: RegExp;
  readonly remedy: RegExp;
};

export async function expectNamed(
  name: string,
  { env, tools: with_, state, says, remedy }: Plant,
): Promise<void> {
  const settings = env();
  const findings = await examine(settings, tools(with_));
  const named = findings.find(
    (one) => one.state === state && says.test(`${one.about}: ${one.text}`) && remedy.test(one.remedy ?? ""),
  );
  expect({ name, named: named !== undefined, findings: named ? [] : findings }).toEqual({
    name,
    named: true,
    findings: [],
  });
  // Whatever is wrong, no secret is told.
  const said = JSON.stringify(findings);
  for (const secret of ["KIM_MASTER_KEY", "MicrosoftAppPassword", "OPENAI_API_KEY", "GRAPH_CLIENT_SECRET"]) {
    const value = settings[secret];
    if (value && value.length > 5) expect(said.includes(value)).toBe(false);
  }
  for (const password of ["falsches-kennwort", ":geheim@"]) expect(said.includes(password)).toBe(false);
}
