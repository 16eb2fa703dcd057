// A server with the faults that a watched process must not have: run by watch.test.ts.
import { createServer } from "node:http";

/** @type {Buffer[]} */
const kept = [];

const server = createServer((request, response) => {
  switch (request.url) {
    case "/spin":
      for (const end = cpuMs() + 1_500; cpuMs() < end; );
      break;
    case "/wait":
      setTimeout(() => response.end(), 1_500);
      return;
    case "/leak":
      kept.push(Buffer.alloc(50_000, 1));
      break;
    case "/never":
      return;
    default:
  }
  response.end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stderr.write(`at http://127.0.0.1:${address.port}\n`);
});

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
