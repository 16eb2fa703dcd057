import type { Knowledge } from "../../bot/knowledge-in-memory.js";
import { CHORES } from "../../bot/outbox/chores.js";
import { queues } from "../../bot/outbox/queues.js";
import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { createCase } from "../../casework/case/commands.js";
import { REMINDERS } from "../../casework/case/reminder.js";
import { saveCase } from "../../casework/case/save-case.js";
import { CARD_UPDATES } from "../../casework/case/sent-cards.js";
import { CONVENER } from "../../casework/conference/conference.js";
import { INVITATIONS, MEETING_ANSWERS, MEETINGS } from "../../casework/conference/invitations.js";
import { ERASURES } from "../../casework/retention/erase-case.js";
import { putStaff, type StaffMember } from "../../casework/staff/staff.js";
import { fixedKeys, openKeyring } from "../../casework/store/keyring.js";
import type { Store } from "../../casework/store/store.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { MESSAGES } from "../../dialogs/messages.js";
import type { Settings } from "../../dialogs/turn.js";
import { type Draw, seeded } from "../casework/privacy/fill.js";
import type { Engine } from "./engines.js";
import type { History, Wish } from "./history.js";
import { watchJobs } from "./job-witness.js";
import { leftOutside } from "./left-outside.js";
import { openWorld } from "./outside.js";
import { createPerson } from "./people.js";
import type { PlantedBug } from "./planted-bugs.js";
import { type BotProcess, type Site, startProcess } from "./process.js";
import { type Act, drawErasure, drawPart, drawUndone, play } from "./script.js";
import { openStage, type Weather } from "./stage.js";
import { type Stock, takeStock } from "./stock.js";
import { takenBack } from "./taken-back.js";

export type Setting = {
  readonly engine: Engine;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly bug?: PlantedBug;
};

/** A Monday so far ahead that no clock of a machine comes near it: the same dates whenever the scenario is played. */
export const MONDAY = Date.UTC(2093, 2, 2, 9);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Until then every job must have come to its end. */
const HORIZON_MS = 9 * 24 * HOUR_MS;
/** Longer than a worker's lease. */
const LEASE_OVER_MS = 3 * MINUTE_MS;
const MOST_ROUNDS = 400;

/** Plays what the seed says, to the very end, and tells what it left behind. */
export async function playScenario(seed: number, setting: Setting): Promise<History> {
  const script = seeded(seed);
  const fair = script.below(5) === 0;
  const foul = drawFoul(script, 250);
  const foulOutbox = drawFoul(script, 40);
  let shift = 0;
  const clock = () => MONDAY + stage.elapsed() + shift;
  const { above = untouched, below = untouched } = setting.bug ?? {};
  const place = await setting.engine.place(clock);
  const opened: Store[] = [];
  const open = async () => {
    const store = await place.open();
    opened.push(store);
    return below(store);
  };
  const processes: BotProcess[] = [];
  const jobs = watchJobs();
  const world = openWorld();
  const faults: string[] = [];
  const wishes: (() => Wish)[] = [];

  const weather: Weather = {
    get trouble() {
      return fair ? 0 : foul.trouble;
    },
    get slowness() {
      return fair ? 0 : foul.slowness;
    },
    atOnce: script.below(4) === 0 ? 3 : 1,
    async between(draw) {
      const at = draw.below(processes.length);
      if (draw.below(40) === 0) processes[at]?.wake();
      if (fair) return;
      if (foul.crashes > 0 && draw.below(foul.rarity) === 0) {
        foul.crashes--;
        await processes[at]?.kill();
        processes[at] = await startProcess(site);
      }
      if (foul.jumps > 0 && draw.below(foul.rarity) === 0) {
        foul.jumps--;
        shift += (draw.below(9) - 3) * HOUR_MS;
      }
    },
  };
  const stage = openStage(seeded(seed + 0x5eed), weather);
  // Drawn apart, so that all else of a seed stays as it is.
  const channel = seeded(seed + 0x6a1).below(3) === 0 ? "graph" : "mail";
  const site: Site = {
    ...setting,
    settings: { ...setting.settings, channel },
    stage,
    world,
    masters: fixedKeys([Buffer.alloc(32, 7)]),
    clock,
    open,
    witness: jobs,
    plant: above,
  };

  try {
    const own = await open();
    const ledger = { store: own, keyring: await openKeyring(own, site.masters), clock };
    const people = Array.from({ length: 2 + script.below(3) }, (_, i) => `person-${i}`);
    const cases = await openCases(ledger, people);
    const parts = people.map(() => [...drawPart(script, cases.length)]);
    const erasures = people.map((_, i) => drawErasure(seeded(seed * 31 + i)));
    // Where the clock jumps to and fro, nobody can tell what was done last.
    const steady = fair || foul.jumps === 0;
    const undone = people.map((_, i) => (steady ? drawUndone(seeded(seed * 37 + i)) : []));
    const count = 1 + script.below(2);
    while (processes.length < count) processes.push(await startProcess(site));

    const dealing = seeded(seed + 0xdea1);
    const erasing = new Set<string>();
    let number = 0;
    const persons = people.map((id) =>
      createPerson(id, {
        draw: dealing,
        clock,
        step: stage.step,
        deliver: async (event) => processes[dealing.below(processes.length)]?.deliver(event),
      }),
    );
    /** Works everything off that is due before the horizon, with time passing as fast as it may. True: nothing is left. */
    const drain = async (rounds: number): Promise<boolean> => {
      for (let round = 0; round < rounds; round++) {
        for (const process of processes) process.wake();
        await stage.rest();
        const due = await stage.aside(() => nextDue(own, MONDAY + HORIZON_MS));
        if (due === undefined) return true;
        shift += due > clock() ? due - clock() : LEASE_OVER_MS;
      }
      return false;
    };
    const playAll = (acts: (own: number) => readonly Act[]) =>
      Promise.all(
        persons.map((person, own) => {
          const fault = (words: string) => faults.push(words);
          const shared = { cases, step: stage.step, wishes, erasing, number: () => number++, fault };
          return play({ person, own, ...shared }, acts(own));
        }),
      );
    /** Lets the next job that waits fall due and begin. */
    const begin = async () => {
      const due = await stage.aside(() => nextDue(own, MONDAY + HORIZON_MS));
      shift += Math.max(0, (due ?? 0) - clock());
      for (const process of processes) process.wake();
    };
    const toTheEnd = async () => {
      await playAll((own) => [
        ...(parts[own] ?? []),
        ...(undone[own] ?? []),
        ...(erasures[own]?.early ?? []),
      ]);
      if (script.below(2) === 0) await Promise.all(persons.map((person) => person.repeatsAll()));
      Object.assign(foul, foulOutbox);
      await drain(script.below(12));
      await begin();
      await playAll((own) => erasures[own]?.late ?? []);
      stage.calm();
      if (!(await drain(MOST_ROUNDS))) faults.push("the outbox does not drain");
    };

    await stage.run(toTheEnd());
    const stock = await takeStock(ledger, people, cases);
    const stories = await jobs.stories(own, (queue, id) => mayBeSilent(stock, queue, id));
    // What was done about a case is gone with it.
    const left = wishes
      .map((so) => so())
      .filter(({ kind, place }) => kind === "erase" || !stock.erased.includes(place));
    return {
      fair,
      ...takenBack(left, stock.things),
      sums: stock.sums,
      effects: world.effects,
      jobs: stories.filter(({ queue }) => !STANDING.has(queue)),
      faults: [...faults, ...stock.faults, ...leftOutside(stock, world)],
    };
  } finally {
    for (const process of processes) await process.kill();
    for (const store of opened) await store.close();
    await place.end();
  }
}

const untouched = (store: Store) => store;

/** What goes wrong, and among how many steps there is one crash or jump of the clock. */
function drawFoul(draw: Draw, rarity: number) {
  return {
    trouble: draw.pick([0, 5, 20, 60]),
    slowness: draw.pick([0, 20, 100]),
    rarity,
    crashes: draw.below(4),
    jumps: draw.below(3),
  };
}

/** One case for each person, on which all the others may work as well. */
async function openCases(ledger: Parameters<typeof takeStock>[0], people: readonly string[]) {
  // So long ago that nobody takes it back.
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock() - HOUR_MS);
  const staff = people.map(
    (id): StaffMember => ({
      id,
      name: `Case Management ${id}`,
      email: "",
      role: "case-manager",
      agency: "Demo-Organisation",
      rechtskreis: "",
    }),
  );
  for (const member of staff) await putStaff(unit, member);
  const ids = people.map((_, i) => `K-0000${i}`);
  for (const [i, member] of staff.entries()) {
    const entry = await createCase(unit, member, ids[i] ?? "", FACTS);
    const deputies = people.filter((id) => id !== member.id).map((person) => ({ person }));
    await saveCase(unit, member, entry, { ...entry, deputies }, "deputy-changed");
  }
  await ledger.store.commit(unit.batch());
  return ids;
}

const FACTS = {
  place: { ars: "053340012012", name: "Eschweiler" },
  topics: [],
  languages: [],
  interpreter: "unknown" as const,
  household: 1,
  urgency: "normal" as const,
  phase: "intake" as const,
  goals: [],
};

/** What these leave outside, or inside, is looked at itself (left-outside.ts, stock.ts). */
const SILENT: ReadonlySet<string> = new Set([REMINDERS, MEETINGS, ERASURES, CARD_UPDATES]);

/** A job may end without a word: nothing is due that morning, or the conference was called off before it left. */
function mayBeSilent(stock: Stock, queue: string, id: string): boolean {
  const { audit, conferences } = stock;
  if (SILENT.has(queue)) return true;
  const [conference = "", seat] = id.split("/");
  if (stock.erased.some((one) => conference.startsWith(`${one}.`))) return true;
  // A message that names several cases is unreadable once one of them is erased.
  if (queue === MESSAGES && stock.erased.length > 0) return true;
  const { caseId, state } = conferences.find((one) => one.id === conference) ?? {};
  // The convener's becomes a message to their chat.
  if (queue === CONFERENCE_REMINDERS) return state === "cancelled" || id.endsWith(`/${CONVENER}`);
  const dropped = ({ action, subject, recipient }: Stock["audit"][number]) =>
    action === "invitation-dropped" && subject === caseId && recipient === seat;
  return queue === INVITATIONS && audit.some(dropped);
}

/** What comes again and again without end. */
const STANDING: ReadonlySet<string> = new Set([CHORES, MEETING_ANSWERS]);

/** When the next job is due, those beyond the horizon and the standing ones left out. */
async function nextDue(store: Store, horizon: number): Promise<number | undefined> {
  const waiting = await Promise.all(
    queues.filter((queue) => !STANDING.has(queue)).map((queue) => store.jobs(queue, 1)),
  );
  const dues = waiting.flat().map(({ due }) => due);
  const next = Math.min(...dues);
  return next < horizon ? next : undefined;
}
