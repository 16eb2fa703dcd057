import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packageRoot } from "../package-root.js";
import type { HttpRequest, HttpResponse, HttpRoute } from "../turn/http-route.js";

/** Hosts that show a tab. Source: Microsoft Learn, "Tab requirements", content security policy. */
const FRAMES = [
  "'self'",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
].join(" ");

const COMMON = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    // Adaptive Cards set their look on the elements themselves.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${FRAMES}`,
  ].join("; "),
};

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

type TabFile = {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
};

/** `/tab/` and the files of its bundle, read when the first is asked for and packed once. */
export function tabFiles(): readonly HttpRoute[] {
  let files: ReadonlyMap<string, TabFile> | undefined;
  const serve = (name: string, request: HttpRequest): HttpResponse => {
    files ??= readFiles(join(packageRoot(), "dist", "tab"));
    const file = files.get(name);
    if (!file) return { status: 404, headers: COMMON, body: "" };
    const headers = {
      ...COMMON,
      "content-type": file.type,
      etag: file.etag,
      vary: "accept-encoding",
      // A chunk's name holds its hash; the entries keep their names and are asked for again.
      "cache-control": /-[A-Z0-9]{8}\./.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    };
    if (request.headers["if-none-match"] === file.etag) return { status: 304, headers, body: "" };
    return (request.headers["accept-encoding"] ?? "").includes("gzip")
      ? { status: 200, headers: { ...headers, "content-encoding": "gzip" }, body: file.packed }
      : { status: 200, headers, body: file.plain };
  };
  return [
    {
      method: "GET",
      path: "/tab",
      handle: async () => ({ status: 308, headers: { ...COMMON, location: "/tab/" }, body: "" }),
    },
    { method: "GET", path: "/tab/", handle: async (request) => serve("index.html", request) },
    {
      method: "GET",
      path: "/tab/:file",
      handle: async (request) => serve(request.params.file ?? "", request),
    },
  ];
}

function readFiles(folder: string): ReadonlyMap<string, TabFile> {
  const found = new Map<string, TabFile>();
  for (const name of readdirSync(folder)) {
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
    if (!type) continue;
    const plain = readFileSync(join(folder, name));
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    found.set(name, { type, plain, packed: gzipSync(plain, { level: 9 }), etag });
  }
  return found;
}
