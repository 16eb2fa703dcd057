import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the bot asked a model, as it came over the wire. */
export type ModelRequest = {
  readonly path: string;
  readonly model: string;
  /** Chat: all messages, one after another. Embeddings: the texts, one a line. */
  readonly text: string;
  readonly system: string;
  readonly user: string;
  readonly inputs: readonly string[];
  readonly raw: string;
  readonly headers: IncomingMessage["headers"];
};

/** How the server answers a chat request. Pieces are streamed one by one. */
export type ChatAnswer =
  | { readonly kind: "text"; readonly pieces: readonly string[] }
  /** Some pieces, and then nothing: the connection hangs or breaks off. */
  /** The first piece comes only once this has settled. */
  | { readonly kind: "slow"; readonly until: Promise<void>; readonly pieces: readonly string[] }
  | { readonly kind: "hang"; readonly pieces: readonly string[] }
  | { readonly kind: "cut"; readonly pieces: readonly string[] }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Record<string, string> }
  /** Bytes that are no answer of this API. */
  | { readonly kind: "raw"; readonly body: string; readonly type?: string };

export type EmbeddingAnswer =
  | { readonly kind: "vectors"; readonly of: (text: string) => readonly number[] }
  /** As servers do that ignore `encoding_format`. */
  | { readonly kind: "base64"; readonly of: (text: string) => readonly number[] }
  | { readonly kind: "hang" }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "raw"; readonly body: string };

export type OpenAiServer = {
  /** To be given as OPENAI_BASE_URL. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** From now on chat requests are answered like this. */
  chat(answer: ChatAnswer | ((request: ModelRequest) => ChatAnswer)): void;
  embeddings(answer: EmbeddingAnswer): void;
  close(): Promise<void>;
};

/** A server on loopback that speaks the part of the OpenAI API that we use, and misbehaves on request. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  const requests: ModelRequest[] = [];
  const open = new Set<ServerResponse>();
  let chat: (request: ModelRequest) => ChatAnswer = () => ({ kind: "text", pieces: ["KEINE ANTWORT"] });
  let embeddings: EmbeddingAnswer = { kind: "vectors", of: bagOfLetters };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    open.add(response);
    response.on("close", () => open.delete(response));
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const request = read(incoming, Buffer.concat(chunks).toString("utf8"));
      requests.push(request);
      if (request.path.endsWith("/embeddings")) answerEmbeddings(response, embeddings, request);
      else if (request.path.endsWith("/chat/completions")) answerChat(response, chat(request), request);
      else {
        // restify, where a test has loaded it, makes writeHead return nothing.
        response.writeHead(404);
        response.end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    chat: (answer) => {
      chat = typeof answer === "function" ? answer : () => answer;
    },
    embeddings: (answer) => {
      embeddings = answer;
    },
    close: () =>
      new Promise((closed) => {
        for (const response of open) response.destroy();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Twenty-six letters counted: texts with the same words lie near each other. */
export function bagOfLetters(text: string): readonly number[] {
  const counts = new Array<number>(27).fill(0);
  counts[26] = 1;
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < 26) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

type Body = {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly input?: string | readonly string[];
};

function read(incoming: IncomingMessage, raw: string): ModelRequest {
  const body = JSON.parse(raw || "{}") as Body;
  const said = (role: string) =>
    (body.messages ?? [])
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join("\n");
  const inputs = typeof body.input === "string" ? [body.input] : (body.input ?? []);
  return {
    path: incoming.url ?? "",
    model: body.model ?? "",
    text: [...(body.messages ?? []).map((message) => message.content), ...inputs].join("\n"),
    system: said("system"),
    user: said("user"),
    inputs,
    raw,
    headers: incoming.headers,
  };
}

function answerChat(response: ServerResponse, answer: ChatAnswer, { model }: ModelRequest): void {
  if (answer.kind === "status") {
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify({ error: { message: "refused by the test", code: answer.status } }));
    return;
  }
  if (answer.kind === "raw") {
    response.writeHead(200, { "content-type": answer.type ?? "text/event-stream" });
    response.end(answer.body);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1,
      model,
      choices: [{ index: 0, delta, finish_reason: finish }],
    })}\n\n`;
  response.write(chunk({ role: "assistant", content: "" }, null));
  if (answer.kind === "slow") {
    const { until, pieces } = answer;
    void until.then(() => {
      for (const piece of pieces) response.write(chunk({ content: piece }, null));
      response.write(chunk({}, "stop"));
      response.end("data: [DONE]\n\n");
    });
    return;
  }
  for (const piece of answer.pieces) response.write(chunk({ content: piece }, null));
  if (answer.kind === "hang") return;
  if (answer.kind === "cut") {
    // After the pieces have left, or the client would see none of them.
    response.write(": \n\n", () => setImmediate(() => response.destroy()));
    return;
  }
  response.write(chunk({}, "stop"));
  response.end("data: [DONE]\n\n");
}

function answerEmbeddings(response: ServerResponse, answer: EmbeddingAnswer, request: ModelRequest): void {
  if (answer.kind === "hang") return;
  if (answer.kind === "status" || answer.kind === "raw") {
    response.writeHead(answer.kind === "status" ? answer.status : 200, {
      "content-type": "application/json",
    });
    response.end(answer.kind === "raw" ? answer.body : JSON.stringify({ error: { message: "refused" } }));
    return;
  }
  const data = request.inputs.map((text, index) => {
    const vector = answer.of(text);
    const embedding =
      answer.kind === "vectors" ? vector : Buffer.from(Float32Array.from(vector).buffer).toString("base64");
    return { object: "embedding", index, embedding };
  });
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      object: "list",
      model: request.model,
      data,
      usage: { prompt_tokens: 1, total_tokens: 1 },
    }),
  );
}
