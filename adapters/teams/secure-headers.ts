import type { RequestHandler } from "restify";

/**
 * What every answer carries unless a page says otherwise: nothing is loaded, framed, guessed, told to others or kept.
 * A page that needs more names it itself.
 */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** One year: RFC 6797. The proxy before us speaks TLS; over plain HTTP browsers ignore it. */
const STRICT_TRANSPORT = "max-age=31536000";

/** Sets them before anything is answered, restify's own refusals included. */
export function secureHeaders(https: boolean): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (https) response.setHeader("strict-transport-security", STRICT_TRANSPORT);
    next();
  };
}
