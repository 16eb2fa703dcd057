import type { IncomingMessage, Server } from "node:http";

/** What Node tells of a request and of its answer. */
export type HttpMessage = { readonly request: IncomingMessage; readonly server: Server };

/** What a watched process (watch.mjs) says of itself. */
export type Watched = {
  /** The longest request, or the longest time for which nothing else could run, in ms of its own time. */
  readonly longestMs: number;
  /** What took over a second, by the header `x-name` or the URL. */
  readonly slow: Readonly<Record<string, number>>;
  /** Bytes of the heap and of buffers, after the garbage was collected. */
  readonly heap: number;
  readonly rss: number;
};

/** The options that Node has to be started with. */
export const watchOptions = `--expose-gc --import=${new URL("./watch.mjs", import.meta.url).href}`;

/** Asks a watched process. @param printed what it has printed so far */
export async function watched(printed: string, { reset = false } = {}): Promise<Watched> {
  const url = /^watch (\S+)$/m.exec(printed)?.[1];
  if (!url) throw new Error(`This process is not watched: ${printed}`);
  const answer = await fetch(url, { method: reset ? "POST" : "GET" });
  return (await answer.json()) as Watched;
}
