import { type Agent, request } from "node:http";

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/** One HTTP request, with any header (a `Host` of one's own too, which `fetch` does not allow). */
export function send(
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
    readonly agent?: Agent;
  } = {},
): Promise<HttpAnswer> {
  const { method = "POST", headers = {}, body = "", agent } = options;
  return new Promise((answered, failed) => {
    const outgoing = request(
      url,
      {
        method,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          ...headers,
        },
        ...(agent === undefined ? {} : { agent }),
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => {
          text += chunk;
        });
        incoming.on("end", () =>
          answered({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
        incoming.on("error", failed);
      },
    );
    outgoing.on("error", failed);
    outgoing.end(body);
  });
}
