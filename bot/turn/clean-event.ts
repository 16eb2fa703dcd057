import { detectPersonalData, type Finding, type FindingKind } from "../../casework/privacy/detect.js";
import type { IncomingEvent } from "../../dialogs/event.js";
import type { CleanedDraft } from "../cards/left-out.js";

export type CleanedEvent = {
  readonly event: IncomingEvent;
  /** What was left out, by kind, each once. Never the value itself. */
  readonly leftOut: readonly FindingKind[];
  /** Kinds that are only warned of. */
  readonly warned: readonly FindingKind[];
  /** Each text that something was left out of, as it was kept. */
  readonly drafts: readonly CleanedDraft[];
};

/**
 * Takes names, birth dates, numbers and addresses out of everything that a person typed, before anything is
 * saved, logged, queued or kept for an error report (DSGVO 5(1)c, 25). Nothing behind this sees the original.
 */
export function cleanEvent(event: IncomingEvent): CleanedEvent {
  const findings: Finding[] = [];
  const drafts: CleanedDraft[] = [];
  const clean = (text: string) => {
    const { findings: found, cleaned, places } = detectPersonalData(text);
    findings.push(...found);
    if (places.length > 0) drafts.push({ cleaned, places });
    return cleaned;
  };
  const done = (cleaned: IncomingEvent): CleanedEvent => ({
    event: cleaned,
    leftOut: kindsOf(findings, "removes"),
    warned: kindsOf(findings, "warns"),
    drafts,
  });
  const { content } = event;
  switch (content.kind) {
    case "text":
    case "edited":
      return done({ ...event, content: { ...content, text: clean(content.text) } });
    case "press": {
      const fields = Object.fromEntries(
        Object.entries(content.fields).map(([id, value]) => [id, isChecked(id) ? value : clean(value)]),
      );
      return done({ ...event, content: { ...content, fields } });
    }
    case "attachments": {
      const files = content.files.map((file) => ({ ...file, name: cleanName(file.name, clean) }));
      return done({ ...event, content: { ...content, text: clean(content.text), files } });
    }
    case "search":
      return done({ ...event, content: { ...content, query: clean(content.query) } });
    case "feedback":
      return done({ ...event, content: { ...content, comment: clean(content.comment) } });
    default:
      return done(event);
  }
}

/** The ending says which format it is and stays. */
function cleanName(name: string, clean: (text: string) => string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return `${clean(name.slice(0, name.length - ending.length).replace(/[_]+/g, " "))}${ending}`;
}

/**
 * Fields whose values are ids, dates, numbers or choices: the flows check them against what exists before they keep
 * them. Everything else that comes from a client counts as typed, whatever it is called.
 */
const CHECKED: ReadonlySet<string> = new Set([
  ...[
    "place",
    "topics",
    "interpreter",
    "household",
    "ageBand",
    "status",
    "statusExpires",
    "urgency",
    "phase",
  ],
  ...["caseId", "measureId", "before", "due", "at", "office", "topic"],
  ...["kind", "item", "page", "person", "reason"],
  ...["conference", "seat", "answer", "poll", "dates", "where", "detour", "to", "part"],
  ...["present", "review", "sending"],
  ...["step", "slot", "giver", "form", "from", "until", "informed", "released", "entrusted"],
  ...["audience", "purpose", "language", "text", "consentId", "all", "how", "on"],
]);

/** Of those with the id of an office or the number of a line behind them. */
const CHECKED_KIND = /^(?:mail|role|consent|categories|immigration|due|pick|date|for|who|send):/;

function isChecked(id: string): boolean {
  return CHECKED.has(id) || CHECKED_KIND.test(id);
}

function kindsOf(findings: readonly Finding[], category: Finding["category"]): readonly FindingKind[] {
  return [...new Set(findings.filter((one) => one.category === category).map((one) => one.kind))];
}
