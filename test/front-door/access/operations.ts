import type { CommandName } from "../../../bot/kim.js";
import type { Command } from "../../../bot/routing/command.js";
import type { PressAction } from "../../../bot/routing/route-press.js";
import type { EventContent } from "../../../dialogs/event.js";
import type { Need } from "./decisions.js";

/**
 * Every operation, what it takes, and why a surface does not offer it. The message extension speaks into chats that the
 * bot is not in; the command line has no person in front of it, only the operator (§ 203 StGB: sees no content).
 */
export const operations = {
  help: { title: "Hilfe, Begrüßung", needs: "belonging" },
  offices: { title: "Zuständigkeit suchen", needs: "belonging" },
  documents: { title: "Unterlagen fragen (nach Rolle und Organisation)", needs: "belonging" },
  correction: { title: "Fehler im Verzeichnis melden, Antwort bewerten", needs: "belonging" },
  "keep-documents": { title: "Unterlagen pflegen", needs: "keeping the documents" },
  expert: { title: "Fachstelle fragen", needs: "the staff list" },
  "open-case": { title: "Fall anlegen, eigene Erinnerungen", needs: "doing casework" },
  list: { title: "Fälle und Aufgaben auflisten", needs: "a case of one's own" },
  read: { title: "Fall lesen", needs: "the case" },
  write: { title: "Fall fortschreiben", needs: "the case" },
  consent: { title: "Einwilligung erfassen, widerrufen", needs: "the case" },
  conference: { title: "Fallkonferenz planen, verschieben, absagen", needs: "the case" },
  convened: { title: "Eigene Konferenzen auflisten", needs: "having convened it" },
  minutes: { title: "Protokoll", needs: "the case" },
  "give-away": { title: "Übergabe, Vertretung für einen Fall", needs: "the case, for good" },
  cover: { title: "Vertretung einrichten, ohne Einblick", needs: "the cover of others" },
  emergency: { title: "Notzugriff", needs: "the case's organisation" },
  export: { title: "Export (Art. 15 DSGVO)", needs: "the case" },
  release: { title: "Export für den Betrieb freigeben", needs: "owning the case" },
  erase: { title: "Löschen (Art. 17 DSGVO), Löschsperre", needs: "owning the case" },
  figures: { title: "Lückenliste", needs: "anonymous counts" },
  invitations: { title: "Meine Einladungen", needs: "an invitation, or a conference of one's own" },
  shared: { title: "Freigegebener Ausschnitt, Einladung beantworten", needs: "a consent in force" },
  card: { title: "Karte zu Ende bringen", needs: "the own card" },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly needs: Need }>>;
export type Operation = keyof typeof operations;

/**
 * How it is found out whether it was allowed. `case`: the answer for this case differs from that for an id that nobody
 * has; `list`: the case stands in it with its label; `table`: anything of the case does; `door`: it is no refusal;
 * `draft`: the nonce of the owner's card opens it.
 */
export type Probe = "case" | "list" | "table" | "door" | "draft";
export type Place = readonly [Operation, Probe];

/** A sentence for each kind of command stands in every-command.ts. A new kind without a place does not compile. */
export const commands: Readonly<Record<Command["kind"], Place>> = {
  greeting: ["help", "door"],
  help: ["help", "door"],
  cancel: ["help", "door"],
  "my-questions": ["expert", "door"],
  "new-case": ["open-case", "door"],
  reminder: ["open-case", "door"],
  "work-days": ["open-case", "door"],
  undo: ["open-case", "door"],
  absence: ["open-case", "door"],
  "my-cases": ["list", "list"],
  agenda: ["list", "list"],
  "show-case": ["read", "case"],
  history: ["read", "case"],
  contacts: ["read", "case"],
  consents: ["read", "case"],
  transfer: ["read", "case"],
  attendance: ["read", "case"],
  "add-note": ["write", "case"],
  "add-measure": ["write", "case"],
  "change-phase": ["write", "case"],
  "close-case": ["write", "case"],
  "reopen-case": ["write", "case"],
  gap: ["write", "case"],
  consent: ["consent", "case"],
  identity: ["consent", "case"],
  "plan-conference": ["conference", "case"],
  "move-conference": ["conference", "case"],
  "call-off-conference": ["conference", "case"],
  minutes: ["minutes", "case"],
  "hand-over": ["give-away", "case"],
  cover: ["cover", "door"],
  "emergency-access": ["emergency", "case"],
  "export-case": ["export", "case"],
  "erase-case": ["erase", "case"],
  "hold-case": ["erase", "case"],
  figures: ["figures", "door"],
  shared: ["invitations", "table"],
};

/** A new button without a place does not compile. */
export const buttons: Readonly<Record<PressAction, Place>> = {
  "case.new": ["open-case", "door"],
  "reminder.off": ["open-case", "door"],
  "case.undo": ["open-case", "door"],
  "case.list": ["list", "list"],
  "agenda.week": ["list", "list"],
  "agenda.page": ["list", "list"],
  "agenda.done": ["write", "case"],
  "agenda.postpone": ["write", "case"],
  "case.show": ["read", "case"],
  "case.contacts": ["read", "case"],
  "case.history": ["read", "case"],
  "case.more": ["read", "case"],
  "case.transfer": ["read", "case"],
  "attendance.board": ["read", "case"],
  "consent.show": ["read", "case"],
  "case.edit": ["write", "case"],
  "case.close": ["write", "case"],
  "case.reopen": ["write", "case"],
  "note.form": ["write", "case"],
  "measure.form": ["write", "case"],
  "measure.done": ["write", "case"],
  "followup.form": ["write", "case"],
  "consent.form": ["consent", "case"],
  "identity.form": ["consent", "case"],
  "consent.withdraw": ["consent", "case"],
  "conference.plan": ["conference", "case"],
  "conference.show": ["conference", "case"],
  "conference.stop": ["conference", "case"],
  "conference.move": ["conference", "case"],
  "conference.call-off": ["conference", "case"],
  "conference.seats": ["conference", "case"],
  "conference.seats-save": ["conference", "case"],
  "conference.call-off-now": ["conference", "case"],
  "attendance.phone": ["conference", "case"],
  "poll.show": ["conference", "case"],
  "poll.phone": ["conference", "case"],
  "poll.take": ["conference", "case"],
  "poll.end": ["conference", "case"],
  "minutes.open": ["minutes", "case"],
  "minutes.edit": ["minutes", "case"],
  "minutes.offer": ["minutes", "case"],
  "minutes.review": ["minutes", "case"],
  "minutes.stop": ["minutes", "case"],
  "case.handover": ["give-away", "case"],
  "cover.form": ["give-away", "case"],
  "export.page": ["export", "case"],
  "export.release": ["release", "case"],
  "figures.csv": ["figures", "door"],
  "poll.ballot": ["shared", "case"],
  "poll.vote": ["shared", "case"],
  "shared.answer": ["shared", "case"],
  "shared.done": ["shared", "case"],
  "case.create": ["card", "draft"],
  "case.save": ["card", "draft"],
  "case.pick": ["card", "draft"],
  "case.choose": ["card", "draft"],
  "case.close.save": ["card", "draft"],
  "case.handover.save": ["card", "draft"],
  "case.erase": ["card", "draft"],
  "cover.save": ["card", "draft"],
  "note.save": ["card", "draft"],
  "measure.save": ["card", "draft"],
  "followup.save": ["card", "draft"],
  "transfer.mark": ["card", "draft"],
  "gap.save": ["card", "draft"],
  "consent.save": ["card", "draft"],
  "identity.save": ["card", "draft"],
  "conference.consent": ["card", "draft"],
  "conference.create": ["card", "draft"],
  "conference.search": ["card", "draft"],
  "conference.anonymous": ["card", "draft"],
  "conference.move-save": ["card", "draft"],
  "poll.start": ["card", "draft"],
  "minutes.draft": ["card", "draft"],
  "minutes.more": ["card", "draft"],
  "minutes.save": ["card", "draft"],
  "minutes.send": ["card", "draft"],
  "draft.discard": ["card", "draft"],
  "emergency.continue": ["card", "draft"],
  "message.again": ["card", "draft"],
  "document.save": ["keep-documents", "draft"],
  "document.discard": ["keep-documents", "draft"],
  "expert.form": ["expert", "door"],
  "expert.send": ["expert", "door"],
  "expert.answer": ["expert", "door"],
  "expert.decline": ["expert", "door"],
  "expert.publish": ["expert", "door"],
  "directory.office": ["offices", "door"],
  "directory.copy": ["offices", "door"],
  // Its value is read like a text; here it is one that opens the case.
  "directory.answer": ["read", "case"],
  "directory.wrong": ["correction", "door"],
};

/** The paths of the tab's views; a route that is not here fails the test. */
export const views: Readonly<Record<string, Place>> = {
  me: ["help", "door"],
  meeting: ["help", "door"],
  offices: ["offices", "door"],
  cases: ["list", "list"],
  notes: ["read", "case"],
  conferences: ["convened", "table"],
  gaps: ["figures", "door"],
};

/** What reaches the bot without being a sentence or a button; a new kind of event without a place does not compile. */
export const otherEvents: Readonly<Record<Exclude<EventContent["kind"], "text" | "press">, Operation>> = {
  search: "offices",
  attachments: "keep-documents",
  // Read like the sentence that it has become, and like one that was never said.
  edited: "read",
  deleted: "help",
  feedback: "correction",
  installed: "help",
  other: "help",
};

/** Why the message extension does not offer an operation. */
export const NOT_IN_EXTENSION = "Sie schreibt in fremde Chats: Dort gibt es nur Stellen aus dem Verzeichnis.";

/**
 * What the operator does at the command line, and sees of cases while doing it. `nothing`: no content, at most ids. `one case`: for the controller, released by its owner, audited, the owner is told. `recipients`: whom
 * the controller has to tell of an erasure (Art. 19 DSGVO), and nothing else of the case.
 */
type AtTheCommandLine = {
  readonly operation: Operation | "operate" | "keep-directory" | "keep-staff" | "audit";
  readonly sees: "nothing" | "one case" | "recipients";
};
const sees = (operation: AtTheCommandLine["operation"], what: AtTheCommandLine["sees"] = "nothing") => ({
  operation,
  sees: what,
});

/** A new command without a place does not compile. */
export const commandLine: Readonly<Record<CommandName, AtTheCommandLine>> = {
  "case export": sees("export", "one case"),
  "case erase": sees("erase", "recipients"),
  "case import": sees("open-case"),
  "directory find": sees("offices"),
  "directory reports": sees("keep-directory"),
  "directory import": sees("keep-directory"),
  "directory export": sees("keep-directory"),
  "knowledge ask": sees("documents"),
  "knowledge search": sees("documents"),
  "knowledge ingest": sees("keep-documents"),
  "knowledge feedback": sees("keep-documents"),
  "knowledge entries": sees("keep-documents"),
  "staff import": sees("keep-staff"),
  "staff remove": sees("keep-staff"),
  "audit verify": sees("audit"),
  "conference slots": sees("operate"),
  "evaluate retrieval": sees("operate"),
  "evaluate extraction": sees("operate"),
  "outbox list": sees("operate"),
  "outbox retry": sees("operate"),
  "outbox drop": sees("operate"),
  "store backup": sees("operate"),
  "store restore": sees("operate"),
  "keys rotate": sees("operate"),
  doctor: sees("operate"),
  package: sees("operate"),
  serve: sees("operate"),
  start: sees("operate"),
};
