import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, Response, Server } from "restify";
import type { HttpRequest, HttpResponse, HttpRoute } from "../../bot/turn/http-route.js";
import { isObject, parseJsonObject } from "./json-object.js";
import { readBody } from "./request-body.js";
import type { ServerLog } from "./server-log.js";

const maxFormBytes = 64 * 1024;

/** Adds the pages beside the bot's own endpoint. HEAD is answered as GET without its body. */
export function addPages(server: Server, routes: readonly HttpRoute[], log: ServerLog): void {
  for (const route of routes) {
    const serve = async (request: Request, response: Response): Promise<void> => {
      try {
        respond(response, await answer(route, request));
      } catch (error) {
        log({ what: "page-failed", path: route.path, error });
        respond(response, { status: 500, body: "" });
      }
    };
    if (route.method === "POST") server.post(route.path, serve);
    else {
      server.get(route.path, serve);
      server.head(route.path, serve);
    }
  }
}

async function answer(route: HttpRoute, request: Request): Promise<HttpResponse> {
  let fields: Readonly<Record<string, string>> = {};
  if (route.method === "POST") {
    const body = await readBody(request, maxFormBytes);
    if (!body.ok) return { status: body.status, headers: { connection: "close" }, body: body.reason };
    const read = readFields(request.headers["content-type"] ?? "", body.bytes);
    if (typeof read === "string") return { status: 400, body: read };
    fields = read;
  }
  return route.handle({
    params: texts(request.params as Readonly<Record<string, unknown>>),
    query: Object.fromEntries(new URLSearchParams(request.getQuery())),
    headers: headersOf(request),
    fields,
    address: request.socket.remoteAddress ?? "",
  });
}

/** A form's fields, a JSON object's members as text, or what is wrong with the body. */
function readFields(contentType: string, bytes: Buffer): HttpRequest["fields"] | string {
  if (bytes.length === 0) return {};
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(bytes.toString("utf8")));
  }
  if (!contentType.startsWith("application/json")) return "send a form or JSON";
  const members = parseJsonObject(bytes);
  return typeof members === "string" ? members : texts(members);
}

function texts(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(isObject(members) ? members : {})) {
    if (typeof value === "string") entries.push([name, value]);
    else if (typeof value === "number" || typeof value === "boolean") entries.push([name, String(value)]);
  }
  return Object.fromEntries(entries);
}

export function headersOf(request: IncomingMessage): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

/** restify's own `send` formats; ours is written as it is. */
export function respond(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    "content-length": Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
