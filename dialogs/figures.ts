import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { gapFormCard, gapsCard, gapsCsvCard } from "../bot/cards/figures.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { audit } from "../casework/audit/audit.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { gapsOf, recordGap } from "../casework/figures/gaps.js";
import { suppressed, type Table } from "../casework/figures/suppress.js";
import { understand } from "../knowledge/directory/understand.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "gap.save";
const GapDraft = z.object({ caseId: z.string() });

/** "Kein Angebot gefunden für Kita in Eschweiler zu 7F3Q9": counted at once, or asked for on a card. */
export async function gapFromText(turn: Turn, caseId: string, about: string): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const said = understand(turn.directory, about);
  const topic = said.topics[0]?.id ?? (entry.topics.length === 1 ? entry.topics[0]?.id : undefined);
  const place = said.places[0]?.ars ?? entry.place?.ars;
  const state = { ...turn.state, lastCase: caseId };
  if (topic && place) return { replies: [say(texts, await record(turn, entry, topic, place))], state };
  const nonce = await openDraft(turn, KIND, { caseId }, caseId);
  return { replies: [formFor(turn, entry, nonce)], state };
}

export async function saveGap(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, directory } = turn;
  const draft = await readDraft(turn, press, KIND, GapDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(unit, actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  const topic = directory.topics.find(({ id }) => id === press.fields.topics);
  const place = directory.places.find(({ ars }) => ars === press.fields.place);
  if (!topic || !place)
    return { replies: [{ ...formFor(turn, entry, draft.nonce, true), place: "pressed" }] };
  const done = await record(turn, entry, topic.id, place.ars);
  await spendDraft(turn, draft.nonce);
  return { replies: [doneCard(texts, done)] };
}

async function record(turn: Turn, entry: CaseEntry, topic: string, place: string): Promise<string> {
  const { texts, unit, actor, random } = turn;
  const words = texts.protection.figures;
  const id = Buffer.from(random(6)).toString("base64url");
  const fresh = await recordGap(unit, actor, entry, { topic, place }, id);
  const name = `${titleOf(turn, topic)}, ${nameOf(turn, place)}`;
  return fresh ? `✓ ${words.recorded(name)}` : words.recordedBefore(name);
}

function formFor(turn: Turn, entry: CaseEntry, nonce: string, missing = false) {
  const { texts, directory } = turn;
  const own = entry.topics.map(({ id, title }) => ({ title, value: id }));
  const all = directory.topics.map(({ id, title }) => ({ title, value: id }));
  return gapFormCard(texts, {
    label: caseLabel(texts, entry),
    nonce,
    topics: own.length > 0 ? own : all,
    places: directory.places.map(({ ars, name }) => ({ title: name, value: ars })),
    place: entry.place?.ars ?? "",
    missing,
  });
}

/** "Lückenliste": counts of the own organisation for its coordinators. No case is in it, and none can be found out. */
export async function showGaps(turn: Turn, form: "table" | "csv" = "table"): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const table = await gapTable(turn);
  await audit(unit, actor.id, "figures-read", "gaps");
  return { replies: [form === "csv" ? gapsCsvCard(texts, table) : gapsCard(texts, actor.agency, table)] };
}

/** What was not found, by topic and municipality, with small counts left out. */
export async function gapTable(turn: Turn): Promise<Table> {
  const gaps = await gapsOf(turn.unit, turn.actor.agency);
  const named = gaps.map(({ topic, place, count }) => ({
    topic: titleOf(turn, topic),
    place: nameOf(turn, place),
    count,
  }));
  const names = (list: readonly string[]) => [...new Set(list)].sort((a, b) => a.localeCompare(b, "de"));
  return suppressed(
    names(named.map(({ topic }) => topic)),
    names(named.map(({ place }) => place)),
    (topic, place) =>
      named
        .filter((one) => one.topic === topic && one.place === place)
        .reduce((sum, one) => sum + one.count, 0),
  );
}

function titleOf({ directory }: Turn, topic: string): string {
  return directory.topics.find(({ id }) => id === topic)?.title ?? topic;
}

function nameOf({ directory }: Turn, place: string): string {
  return directory.places.find(({ ars }) => ars === place)?.name ?? place;
}
