import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clientAddress, parseNetworks } from "../../../bot/limits/client-address.js";

describe("whose request it is", () => {
  test("without a trusted proxy nobody can say to be somebody else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.ipV4(), (header, peer) => {
        expect(clientAddress([])(peer, header)).toBe(peer);
        expect(clientAddress(["198.51.100.7"])("203.0.113.9", header)).toBe("203.0.113.9");
      }),
    );
  });

  test.each([
    [
      "the last address that is none of ours",
      "10.0.0.2",
      "198.51.100.1, 203.0.113.9, 10.0.0.3",
      "203.0.113.9",
    ],
    ["not what the client wrote before the proxy did", "127.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["the proxy itself if it wrote nothing", "127.0.0.1", undefined, "127.0.0.1"],
    ["the proxy itself if it wrote no address", "127.0.0.1", "unknown", "127.0.0.1"],
    ["the client where all are ours", "127.0.0.1", "10.1.1.1", "10.1.1.1"],
    ["an IPv4 address in the dress of IPv6", "::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"],
    ["a whole network of IPv6", "fd00::1", "2001:db8:0:7:1:2:3:4", "2001:db8:0:7::/64"],
    ["the same network however it is written", "fd00::1", "2001:0db8::7:1:2:3:4", "2001:db8:0:7::/64"],
    ["a short IPv6 address", "fd00::1", "::1", "0:0:0:0::/64"],
  ])("behind one it is %s", (_what, peer, header, expected) => {
    expect(clientAddress(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])(peer, header)).toBe(expected);
  });

  test("no header makes it throw", () => {
    const read = clientAddress(["0.0.0.0/0", "::/0"]);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.ipV6()), fc.string(), (header, peer) => {
        expect(typeof read(peer, header)).toBe("string");
      }),
    );
  });
});

test.each([
  ["", []],
  ["127.0.0.1", ["127.0.0.1"]],
  [" 10.0.0.0/8, ::1 ,fd00::/8", ["10.0.0.0/8", "::1", "fd00::/8"]],
  ["proxy", undefined],
  ["10.0.0.0/33", undefined],
  ["10.0.0.0/", undefined],
  ["10.0.0.0/8/8", undefined],
  ["::/129", undefined],
])("the setting %j is read or refused", (written, networks) => {
  expect(parseNetworks(written)).toEqual(networks);
});
