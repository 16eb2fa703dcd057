import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type TokenIssuer = {
  /** OpenID metadata as at login.botframework.com: the document and the key set it points to. */
  readonly metadataUrl: string;
  /** How often the key set was asked for. */
  requests(): number;
  token(claims: Readonly<Record<string, unknown>>, options?: TokenOptions): string;
  close(): Promise<void>;
};

export type TokenOptions = {
  readonly algorithm?: "RS256" | "none";
  readonly keyId?: string;
  /** Signs with a key that is not in the key set. */
  readonly foreignKey?: boolean;
};

/** A stand-in for the Bot Framework's token service on a free loopback port. Answers nothing with `silent`. */
export async function startTokenIssuer({ silent = false } = {}): Promise<TokenIssuer> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (silent) return;
    response.setHeader("content-type", "application/json");
    const keys = [{ ...own.publicKey.export({ format: "jwk" }), kid: "k1", endorsements: ["msteams"] }];
    response.end(JSON.stringify(request.url === "/keys" ? { keys } : { jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: `${url}/metadata`,
    requests: () => requests,
    token: (claims, { algorithm = "RS256", keyId = "k1", foreignKey = false } = {}) => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const content = `${part({ alg: algorithm, typ: "JWT", kid: keyId })}.${part(claims)}`;
      const { privateKey } = foreignKey ? foreign : own;
      const signature =
        algorithm === "none" ? "" : sign("sha256", Buffer.from(content), privateKey).toString("base64url");
      return `${content}.${signature}`;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
