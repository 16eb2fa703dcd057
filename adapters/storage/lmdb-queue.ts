import { randomUUID } from "node:crypto";
import type { Job, LeasedJob } from "../../casework/store/store.js";
import { readJob } from "./lmdb-commit.js";
import { bounds, digits, encodeJob, type JobEntry, jobKey, partsOf } from "./lmdb-layout.js";
import type { Layer, Reads } from "./lmdb-view.js";

export type LeaseRequest = { readonly now: number; readonly until: number; readonly limit: number };

/** Jobs that `request` may take, by due instant, then id. */
function takeable(
  view: Reads,
  queue: string,
  { now, limit }: LeaseRequest,
): readonly { readonly id: string; readonly job: JobEntry }[] {
  const found: { id: string; job: JobEntry }[] = [];
  const { from } = bounds("q", queue);
  const to = Buffer.from(`q${queue}\0${digits(now)}\x01`);
  if (limit === 0) return found;
  for (const key of view.keys(from, to)) {
    const id = partsOf(key)[2];
    const job = id === undefined ? undefined : readJob(view, queue, id);
    if (id === undefined || !job || (job.token !== "" && job.leasedUntil > now)) continue;
    found.push({ id, job });
    if (found.length === limit) break;
  }
  return found;
}

/** Leases what can be taken. */
export function leaseJobs(view: Layer, queue: string, request: LeaseRequest): readonly LeasedJob[] {
  const token = randomUUID();
  const leasedUntil = request.until;
  return takeable(view, queue, request).map(({ id, job }) => {
    const leased = { ...job, token, leasedUntil, attempt: job.attempt + 1 };
    view.put(jobKey(queue, id), encodeJob(leased));
    return { id, due: job.due, value: job.value, token, leasedUntil, attempt: leased.attempt };
  });
}

export function listJobs(
  view: Reads,
  queue: string,
  limit: number,
): readonly (Job & { readonly attempt: number })[] {
  const { from, to } = bounds("q", queue);
  const jobs: (Job & { attempt: number })[] = [];
  for (const key of view.keys(from, to)) {
    if (jobs.length === limit) break;
    const id = partsOf(key)[2];
    const job = id === undefined ? undefined : readJob(view, queue, id);
    if (id !== undefined && job) jobs.push({ id, due: job.due, value: job.value, attempt: job.attempt });
  }
  return jobs;
}
