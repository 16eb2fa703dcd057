import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where pictures go: with KIM_SCREENSHOTS=1 those in docs/ are made anew, otherwise into a temporary folder. */
export async function folderForPictures(): Promise<string> {
  if (!process.env.KIM_SCREENSHOTS) return mkdtemp(join(tmpdir(), "kim-shots-"));
  await mkdir("docs/screenshots", { recursive: true });
  return "docs/screenshots";
}
