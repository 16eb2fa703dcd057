import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fetchFeed } from "../../../../adapters/calendar/feed/fetch-feed.js";
import { isPublicAddress } from "../../../../adapters/calendar/feed/public-address.js";

const inside = { allowInside: true } as const;
const outside = { allowInside: false } as const;

let answer: RequestListener = (_request, response) => response.end("BEGIN:VCALENDAR");
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  answer(request, response);
});
let url = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 302;
  response.setHeader("location", location);
  response.end();
}

describe("a feed", () => {
  test("is fetched", async () => {
    answer = (_request, response) => response.end("BEGIN:VCALENDAR");
    expect(await fetchFeed(`${url}/a.ics`, inside)).toEqual({ kind: "fetched", text: "BEGIN:VCALENDAR" });
  });

  test("is followed where it moved, a few times", async () => {
    answer = (request, response) => {
      const step = Number(request.url?.slice(1));
      if (step >= 2) response.end("there");
      else redirect(response, `/${step + 1}`);
    };
    expect(await fetchFeed(`${url}/0`, inside)).toEqual({ kind: "fetched", text: "there" });
    answer = (_request, response) => redirect(response, "/again");
    expect(await fetchFeed(`${url}/0`, inside)).toEqual({
      kind: "failed",
      reason: "feed redirects too often",
    });
  });

  test("that is too large is given up while it still comes", async () => {
    answer = (_request, response) => {
      const more = (): void => {
        if (response.write("x".repeat(64 * 1024))) setImmediate(more);
        else response.once("drain", more);
      };
      more();
    };
    const fetched = await fetchFeed(url, { ...inside, maxBytes: 200_000 });
    expect(fetched).toEqual({ kind: "failed", reason: "feed too large" });
  });

  test("that never ends is given up in time", async () => {
    answer = (_request, response) => response.write("BEGIN:");
    const fetched = await fetchFeed(url, { ...inside, deadlineMs: 100 });
    expect(fetched).toEqual({ kind: "failed", reason: "feed too slow" });
  });

  test("tells of no address when it fails", async () => {
    answer = (_request, response) => {
      response.statusCode = 404;
      response.end("secret");
    };
    expect(JSON.stringify(await fetchFeed(`${url}/secret`, inside))).not.toContain("secret");
  });
});

describe("outside demo mode", () => {
  test.each([
    ["plain http", () => `${url}/a.ics`],
    ["this machine by number", () => url.replace("http:", "https:")],
    ["this machine by name", () => url.replace("http://127.0.0.1", "https://localhost")],
    ["this machine in IPv6", () => "https://[::1]/a.ics"],
    ["IPv4 within IPv6", () => "https://[::ffff:127.0.0.1]/a.ics"],
    ["this machine written as one number", () => "https://2130706433/a.ics"],
    ["the own network", () => "https://10.1.2.3/a.ics"],
    ["what a cloud tells its machines", () => "https://169.254.169.254/latest/meta-data"],
    ["a password in the address", () => "https://a:b@example.org/a.ics"],
    ["a file", () => "file:///etc/passwd"],
    ["no address", () => "kalender"],
  ])("%s is never asked", async (_what, target) => {
    const before = asked;
    expect((await fetchFeed(target(), outside)).kind).toBe("failed");
    expect(asked).toBe(before);
  });

  test("private IPv4 addresses are known as such, whatever stands behind the prefix", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom("10", "127", "192.168", "169.254", "172.16", "172.31", "0"),
        fc.tuple(byte, byte, byte),
        (prefix, rest) => {
          const parts = [...prefix.split("."), ...rest.map(String)].slice(0, 4);
          expect(isPublicAddress(parts.join("."))).toBe(false);
          expect(isPublicAddress(`::ffff:${parts.join(".")}`)).toBe(false);
        },
      ),
    );
    expect(["93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "172.15.9.9"].every(isPublicAddress)).toBe(
      true,
    );
    expect(
      ["fe80::1", "fd00::1", "::", "::1", "64:ff9b::7f00:1", "::ffff:7f00:1", "x"].some(isPublicAddress),
    ).toBe(false);
  });
});
