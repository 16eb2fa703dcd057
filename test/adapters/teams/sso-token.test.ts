import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRemoteJWKSet } from "jose";
import { identifyBySso } from "../../../adapters/teams/sso-token.js";
import type { Identify } from "../../../bot/tab/visitor.js";
import { startTokenIssuer, type TokenIssuer, type TokenOptions } from "./token-issuer.js";

const appId = "6f1c3a52-0d5e-4b1e-9a77-2f0f5c8f6a10";
const tenantId = "00000000-0000-4000-8000-000000000100";
const person = "00000000-0000-4000-8000-000000000001";

let issuer: TokenIssuer;
let identify: Identify;

beforeAll(async () => {
  issuer = await startTokenIssuer();
  const keys = createRemoteJWKSet(new URL(issuer.metadataUrl.replace("/metadata", "/keys")));
  identify = identifyBySso({ appId, tenantId, host: "kim.example.org" }, keys);
});
afterAll(() => issuer.close());

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const good = {
  aud: `api://kim.example.org/${appId}`,
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  tid: tenantId,
  oid: person,
  scp: "access_as_user",
  exp: inSeconds(600),
  nbf: inSeconds(-600),
};

const sent = (claims: Readonly<Record<string, unknown>>, options?: TokenOptions) =>
  identify(`Bearer ${issuer.token(claims, options)}`);

describe("the tab's token", () => {
  test("of a person of our tenant for our app names that person", async () => {
    expect(await sent(good)).toEqual({ ok: true, visitor: { id: person } });
    const older = { ...good, aud: appId, iss: `https://sts.windows.net/${tenantId}/` };
    expect(await sent(older)).toMatchObject({ ok: true });
  });

  test.each([
    ["another audience", { ...good, aud: "api://elsewhere.example.org/x" }, 401],
    ["another issuer", { ...good, iss: "https://login.microsoftonline.com/other/v2.0" }, 401],
    ["another tenant", { ...good, tid: "00000000-0000-4000-8000-000000000999" }, 403],
    ["a program instead of a person", { ...good, scp: undefined, roles: ["x"] }, 403],
    ["another scope", { ...good, scp: "User.Read" }, 403],
    ["nobody", { ...good, oid: undefined }, 401],
    ["a time that is over", { ...good, exp: inSeconds(-600) }, 401],
    ["a time to come", { ...good, nbf: inSeconds(3600) }, 401],
    ["no end", { ...good, exp: undefined }, 401],
  ])("with %s is refused", async (_what, claims, status) => {
    expect(await sent(claims)).toMatchObject({ ok: false, status });
  });

  test("is refused unsigned, signed by somebody else, by an unknown key, cut, or missing", async () => {
    expect(await sent(good, { algorithm: "none" })).toMatchObject({ ok: false, status: 401 });
    expect(await sent(good, { foreignKey: true })).toMatchObject({ ok: false, status: 401 });
    expect(await sent(good, { keyId: "k9" })).toMatchObject({ ok: false, status: 401 });
    expect(await identify("Bearer a.b")).toMatchObject({ ok: false, status: 401 });
    expect(await identify("")).toMatchObject({ ok: false, status: 401 });
    expect(await identify(`Demo ${person}`)).toMatchObject({ ok: false, status: 401 });
  });
});
