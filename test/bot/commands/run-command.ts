import { jest } from "@jest/globals";
import type { CliCommand, ExitCode } from "../../../bot/commands/command-line.js";

/** What a command of `kim` did: its exit code, and what it wrote. */
export type CommandRun = { readonly code: ExitCode; readonly out: string; readonly err: string };

/** Runs a command in this process, as `kim` would. */
export async function runCommand(
  command: CliCommand,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  flags: Readonly<Record<string, string | boolean>> = {},
): Promise<CommandRun> {
  const written = { out: "", err: "" };
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  const err = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  try {
    const code = await command.run({ args, flags, env });
    return { code, ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
