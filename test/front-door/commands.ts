import { main } from "../../bot/kim.js";

export type Called = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `kim …` in this process, as an operator would beside the running bot, and keeps what it printed. */
export async function kim(
  env: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<Called> {
  const [stdout, stderr] = [process.stdout.write, process.stderr.write];
  const before = { ...process.env };
  let out = "";
  let err = "";
  Object.assign(process.env, env);
  process.stdout.write = ((text: string) => {
    out += text;
    return true;
  }) as typeof process.stdout.write;
  process.stderr.write = ((text: string) => {
    err += text;
    return true;
  }) as typeof process.stderr.write;
  try {
    const code = await main(argv);
    return { code, out, err };
  } finally {
    process.stdout.write = stdout;
    process.stderr.write = stderr;
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
