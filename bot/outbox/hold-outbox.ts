import { ERASURES } from "../../casework/retention/erase-case.js";
import type { Store } from "../../casework/store/store.js";
import { CHORES } from "./chores.js";
import { queues } from "./queues.js";
import { deadLetters } from "./worker.js";

/** What these do stays within the house. */
const INSIDE: readonly string[] = [CHORES, ERASURES];
const AT_ONCE = 500;

/**
 * Makes dead letters of all that waits to leave the house, so that it leaves only once a person says so: a copy of a
 * store must not send what its original sends. `now` in ms.
 * @returns how many
 */
export async function holdOutbox(store: Store, now: number): Promise<number> {
  let held = 0;
  for (const queue of queues.filter((one) => !INSIDE.includes(one))) {
    for (;;) {
      const jobs = await store.jobs(queue, AT_ONCE);
      if (jobs.length === 0) break;
      await store.commit({
        finish: jobs.map(({ id }) => ({ queue, id })),
        enqueue: jobs.map(({ id, value }) => ({ queue: deadLetters(queue), id, due: now, value })),
      });
      held += jobs.length;
    }
  }
  return held;
}
