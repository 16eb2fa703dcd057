import { createHash } from "node:crypto";

/**
 * What operators call a job, in logs and at the command line. The ids of jobs tell of which case and office they are;
 * this tells nothing.
 */
export function letterNumber(queue: string, jobId: string): string {
  return createHash("sha256").update(`${queue}/${jobId}`).digest("hex").slice(0, 10);
}
