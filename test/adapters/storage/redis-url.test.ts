import { describe, expect, test } from "@jest/globals";
import { parseRedisUrl } from "../../../adapters/storage/redis-url.js";

describe("an address of Redis", () => {
  test.each([
    ["redis://r", { kind: "single", host: "r", port: 6379, db: 0, tls: false }],
    ["redis://r:7000/3", { kind: "single", host: "r", port: 7000, db: 3, tls: false }],
    [
      "rediss://bot:ge%40heim%3A@r.example.org",
      {
        kind: "single",
        host: "r.example.org",
        port: 6379,
        db: 0,
        tls: true,
        username: "bot",
        password: "ge@heim:",
      },
    ],
    [
      "redis://:pw@[::1]:6380/",
      { kind: "single", host: "::1", port: 6380, db: 0, tls: false, password: "pw" },
    ],
    ["redis+unix:///run/redis.sock?db=2", { kind: "socket", path: "/run/redis.sock", db: 2, tls: false }],
    [
      "redis+sentinel://bot:pw@a,b:26380/kim/1?sentinelPassword=spw",
      {
        kind: "sentinel",
        sentinels: [
          { host: "a", port: 26379 },
          { host: "b", port: 26380 },
        ],
        master: "kim",
        db: 1,
        tls: false,
        username: "bot",
        password: "pw",
        sentinelPassword: "spw",
      },
    ],
    [
      "redis+sentinel://a/kim?replicas=2",
      {
        kind: "sentinel",
        sentinels: [{ host: "a", port: 26379 }],
        master: "kim",
        db: 0,
        tls: false,
        replicas: 2,
      },
    ],
    [
      "rediss+cluster://a:7000, b",
      {
        kind: "cluster",
        nodes: [
          { host: "a", port: 7000 },
          { host: "b", port: 6379 },
        ],
        tls: true,
      },
    ],
  ])("%s", (url, place) => {
    expect(parseRedisUrl(url)).toEqual(place);
  });

  test.each([
    "",
    "r:6379",
    "http://r:6379",
    "redis://",
    "redis://r?replicas=x",
    "redis+cluster://r?replicas=1",
    "redis://a,b",
    "redis://r:99999",
    "redis://r:port",
    "redis://r/one",
    "redis://:%E0%A4%A@r",
    "redis+sentinel://a",
    "redis+cluster://a,,b",
    "redis+unix://",
  ])("%p is refused in German, with examples", (url) => {
    expect(() => parseRedisUrl(url)).toThrow(/nicht lesbar .*Beispiele: redis:\/\//);
  });

  test("a refusal does not repeat the password", () => {
    expect(() => parseRedisUrl("redis://bot:geheim@r:port")).not.toThrow(/geheim/);
  });
});
