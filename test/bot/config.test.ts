import { describe, expect, test } from "@jest/globals";
import { ConfigFaulty, readConfig } from "../../bot/config.js";

const key = Buffer.alloc(32, 7).toString("base64");
const production = {
  MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
  MicrosoftAppPassword: "secret",
  MicrosoftAppTenantId: "22222222-2222-4222-8222-222222222222",
  KIM_MASTER_KEY: key,
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFaulty) return error.faults;
    throw error;
  }
  return [];
}

describe("configuration", () => {
  test("without anything it is the demo, on loopback", () => {
    expect(readConfig({})).toMatchObject({ demo: true, host: "127.0.0.1", port: 3978, credentials: null });
  });

  test("an empty variable counts as unset", () => {
    expect(readConfig({ MicrosoftAppId: "", REDIS_URL: "", PORT: "" })).toMatchObject({
      demo: true,
      port: 3978,
    });
  });

  test("with an app id all that belongs to it must be there, and everything missing is named at once", () => {
    const faults = faultsOf({ MicrosoftAppId: production.MicrosoftAppId });
    expect(faults.join("\n")).toContain("MicrosoftAppPassword");
    expect(faults.join("\n")).toContain("MicrosoftAppTenantId");
    expect(faults.join("\n")).toContain("KIM_MASTER_KEY");
    expect(readConfig(production)).toMatchObject({ demo: false, host: "0.0.0.0" });
  });

  test.each([
    [
      "a master key of the wrong length",
      { ...production, KIM_MASTER_KEY: Buffer.alloc(16).toString("base64") },
    ],
    ["a multi-tenant app", { ...production, MicrosoftAppType: "MultiTenant" }],
    ["an app id that is no GUID", { ...production, MicrosoftAppId: "kim" }],
    ["a secret without its app id", { MicrosoftAppPassword: "secret" }],
    ["the demo for the whole network", { HOST: "0.0.0.0" }],
    ["a port that is none", { PORT: "abc" }],
    ["a Redis that is none", { REDIS_URL: "http://localhost" }],
    ["a mail server that is none", { SMTP_URL: "localhost:25" }],
  ])("%s is refused with what to do", (_, env) => {
    expect(faultsOf(env as Record<string, string>)).toHaveLength(1);
  });
});
