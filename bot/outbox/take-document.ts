import { audit } from "../../casework/audit/audit.js";
import { staffRecord } from "../../casework/staff/staff.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { keepsDocuments } from "../../dialogs/keeps-documents.js";
import { queueMessage } from "../../dialogs/messages.js";
import type { Settings } from "../../dialogs/turn.js";
import { isRefused } from "../../knowledge/documents/document.js";
import { chatDocumentId, DocumentIntake } from "../../knowledge/documents/intake.js";
import { MOST_BYTES } from "../../knowledge/documents/parse.js";
import { storeDocuments, storedHashes } from "../../knowledge/documents/stored.js";
import { literal } from "../cards/elements.js";
import { say } from "../cards/notices.js";
import { readAside } from "../read-aside.js";
import { hashOf } from "../read-document.js";
import type { Texts } from "../texts/de.js";
import { textsFor } from "../texts/texts.js";
import type { Ledger } from "../turn/transact.js";
import type { FetchFile } from "./fetch-file.js";
import type { JobHandler, JobOutcome } from "./worker.js";

export type IntakeServices = {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly fetchFile: FetchFile;
  /** Called once a document is in, for what is made of documents: the index, vectors. */
  readonly taken: () => void;
};

/** The address that Teams gave is good for about an hour; nobody should wait longer to hear that it failed. */
const PATIENCE_MS = 15 * 60 * 1000;

/**
 * Fetches a file that was sent in a chat, reads it with the checks of `kim knowledge ingest` and takes it in; whoever
 * sent it hears how it went, in the same commit. That they still keep the documents is looked up at this very moment.
 */
export function takeDocument({ ledger, settings, fetchFile, taken }: IntakeServices): JobHandler {
  return async (payload, jobId) => {
    const job = DocumentIntake.parse(payload);
    const texts = textsFor(job.locale);
    const { intake } = texts;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const refuse = (reason: string) => refused(texts, job, jobId, reason);
    const member = await unit.read(staffRecord, job.person);
    if (!member || !keepsDocuments(member, settings)) return refuse(intake.noLonger);

    const file = await fetchFile(job.url);
    if (file.kind === "away") {
      if (unit.now - job.since > PATIENCE_MS) return refuse(intake.away);
      return { kind: "retry", reason: file.reason };
    }
    if (file.kind === "failed") {
      return refuse(
        file.cause === "too-large" ? intake.tooLarge(MOST_BYTES / 1_000_000) : intake[file.cause],
      );
    }
    const id = chatDocumentId(job.name);
    const title = literal(job.meta.title ?? job.name);
    const hash = hashOf(file.bytes, JSON.stringify(job.meta));
    if ((await storedHashes(unit)).get(id) === hash) return told(job, jobId, texts, intake.unchanged(title));
    const read = await readAside(id, { name: job.name, bytes: file.bytes, sidecar: job.meta });
    if (isRefused(read)) return refuse(intake.reason(read.refused));
    return {
      kind: "done",
      record: async (end) => {
        await storeDocuments(end, [{ id, hash, ingestedAt: end.now, folder: "", ...read }]);
        await audit(end, job.person, "documents-ingested", id);
        await tell(end, job, jobId, texts, intake.done(title, read.passages.length));
      },
      afterwards: taken,
    };
  };
}

function refused(texts: Texts, job: DocumentIntake, jobId: string, reason: string): JobOutcome {
  return told(job, jobId, texts, texts.intake.refused(literal(job.name), reason));
}

function told(job: DocumentIntake, jobId: string, texts: Texts, words: string): JobOutcome {
  return { kind: "done", record: (end) => tell(end, job, jobId, texts, words) };
}

function tell(
  end: UnitOfWork,
  { person }: DocumentIntake,
  jobId: string,
  texts: Texts,
  words: string,
): Promise<void> {
  const id = `intake/${jobId}`;
  return queueMessage(end, { id, person, replies: [say(texts, words)], scopes: [SYSTEM_SCOPE] });
}
