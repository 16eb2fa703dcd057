import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export type LibicalVerdict = {
  readonly errors: number;
  readonly restrictions: boolean;
  readonly text: string;
};

/** What libical says to an iCalendar object. Throws with what to install where it is missing. */
export function judgedByLibical(text: string): LibicalVerdict {
  const script = fileURLToPath(new URL("./libical-check.py", import.meta.url));
  try {
    return JSON.parse(execFileSync("python3", [script], { input: text, encoding: "utf8", stdio: "pipe" }));
  } catch (error) {
    throw new Error("libical is missing: apt-get install python3 libical3", { cause: error });
  }
}
