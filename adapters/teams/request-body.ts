import type { IncomingMessage } from "node:http";

export type BodyRefusal = { readonly status: 400 | 408 | 413 | 415; readonly reason: string };

export type Body = { readonly ok: true; readonly bytes: Buffer } | ({ readonly ok: false } & BodyRefusal);

const bodyTimeoutMs = 10_000;

/**
 * Reads a request body of at most `limit` bytes that arrives within ten seconds. More than that is refused as
 * soon as it is known and not kept. A compressed body is refused as well, since its size says nothing.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (request.headers["content-encoding"] !== undefined) {
    return Promise.resolve({ ok: false, status: 415, reason: "content-encoding is not supported" });
  }
  const tooLarge = { ok: false, status: 413, reason: `more than ${limit} bytes` } as const;
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve(tooLarge);
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => done({ ok: false, status: 408, reason: "too slow" }), bodyTimeoutMs);
    const done = (body: Body) => {
      clearTimeout(timer);
      settle(body);
    };
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        request.removeAllListeners("data");
        request.resume();
        done(tooLarge);
      }
    });
    request.on("end", () => {
      const [first] = chunks;
      done({ ok: true, bytes: chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks) });
    });
    request.on("error", () => done({ ok: false, status: 400, reason: "the connection broke" }));
    request.on("close", () => done({ ok: false, status: 400, reason: "the connection broke" }));
  });
}
