import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { fileFetcher } from "../../../adapters/teams/fetch-file.js";

/** Outside of demo mode: none of these is asked, whatever the activity says. */
const fetchFile = fileFetcher({ demo: false, maxBytes: 1_000, deadlineMs: 2_000 });

test.each([
  "http://contoso-my.sharepoint.com/a.pdf",
  "https://contoso-my.sharepoint.com:8443/a.pdf",
  "https://contoso.sharepoint.com.example.org/a.pdf",
  "https://sharepoint.com/a.pdf",
  "https://a.b.sharepoint.com/a.pdf",
  "https://contoso-my.sharepoint.com@example.org/a.pdf",
  "https://user:pass@contoso-my.sharepoint.com/a.pdf",
  "https://127.0.0.1/a.pdf",
  "https://[::1]/a.pdf",
  "https://169.254.169.254/latest/meta-data",
  "ftp://contoso-my.sharepoint.com/a.pdf",
])("%s is no place where Teams keeps files", async (url) => {
  expect(await fetchFile(url)).toEqual({ kind: "failed", cause: "foreign" });
});

describe("a file on a host that may be asked", () => {
  let answer: RequestListener = (_request, response) => response.end("text");
  const server = createServer((request, response) => answer(request, response));
  const fromHere = fileFetcher({ demo: true, maxBytes: 1_000, deadlineMs: 2_000 });
  const ask = () => fromHere(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a.pdf`);
  beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });

  test("is fetched, up to the limit", async () => {
    expect(await ask()).toEqual({ kind: "fetched", bytes: Buffer.from("text") });
    answer = (_request, response) => response.end("x".repeat(1_001));
    expect(await ask()).toEqual({ kind: "failed", cause: "too-large" });
  });

  test("is not followed to a host that may not be asked", async () => {
    answer = (_request, response) => {
      response.writeHead(302, { location: "http://10.0.0.1/a.pdf" });
      response.end();
    };
    expect(await ask()).toEqual({ kind: "failed", cause: "foreign" });
  });

  test("that never ends is given up in time", async () => {
    answer = (_request, response) => response.write("x");
    expect(await ask()).toEqual({ kind: "away", reason: "too slow" });
  });
});
