import { randomBytes } from "node:crypto";
import type { CaseEntry } from "../../casework/case/case.js";
import { BASE, type Consent } from "../../casework/consent/consent.js";
import { isImmigrationAuthority } from "../../casework/consent/immigration.js";
import { proposedCategories } from "../../casework/consent/proposed-categories.js";
import type { Directory } from "../../knowledge/directory/build.js";
import { findOffices } from "../../knowledge/directory/find.js";
import { readConsent } from "../routing/read-consent.js";
import { utterance } from "../routing/utterance.js";
import { de } from "../texts/de.js";

type World = { readonly directory: Directory; readonly today: string; readonly staleAfterDays: number };

export type PaperConsents = { readonly consents: Consent[]; readonly faults: readonly string[] };

/**
 * Consents that exist on paper, as people write them ("JC schriftl. ab 01.02.2026 bis 30.06.2027, beide Richtungen").
 * Whether the person was informed stands in a column of its own; without it they are noted and not in force.
 */
export function paperConsents(
  { directory, today, staleAfterDays }: World,
  facts: Pick<CaseEntry, "place">,
  said: readonly string[],
  paper: { readonly informed: boolean; readonly evidence: string },
): PaperConsents {
  const consents: Consent[] = [];
  const faults: string[] = [];
  const context = { today, staleAfterDays, ...(facts.place ? { place: facts.place.ars } : {}) };
  for (const [i, text] of said.entries()) {
    const read = readConsent(utterance(`EWE ${text}`, today));
    if (read?.kind !== "consent" || read.withdrawn || (read.offices.length === 0 && !read.base)) {
      faults.push(
        `Einwilligung ${i + 1} ist nicht zu verstehen. Richtig ist zum Beispiel „JC schriftl. ab 01.02.2026 bis 30.06.2027“.`,
      );
      continue;
    }
    const recipients = read.offices.flatMap(
      (word) => findOffices(directory, word, context).answers[0]?.office ?? [],
    );
    if (recipients.length < read.offices.length) {
      faults.push(`Einwilligung ${i + 1}: Die Stelle steht für diese Gemeinde nicht im Verzeichnis.`);
    }
    if (recipients.some(isImmigrationAuthority)) {
      faults.push(
        `Einwilligung ${i + 1}: Eine Einwilligung für die Ausländerbehörde wird nur im Chat erfasst, mit ausdrücklicher Bestätigung.`,
      );
    }
    const base = read.base ? [{ id: BASE, name: de.consent.base, rechtskreis: "" }] : [];
    for (const recipient of [...base, ...recipients]) {
      consents.push({
        id: randomBytes(6).toString("base64url"),
        giver: read.givers?.[0] ?? "adult",
        recipient: recipient.id,
        recipientName: recipient.name,
        rechtskreis: recipient.rechtskreis,
        direction: recipient.id === BASE ? "both" : (read.direction ?? "to-recipient"),
        purposes: ["cooperation"],
        categories: recipient.id === BASE ? [] : [...proposedCategories(recipient.rechtskreis)],
        round: [],
        releases203: read.released === true,
        entrusted: false,
        confirmed: false,
        from: read.from ?? today,
        ...(read.until ? { until: read.until } : {}),
        form: read.form ?? "written",
        language: de.consent.german,
        informed: paper.informed,
        evidence: paper.evidence,
        recordedBy: "operator",
        recordedAt: Date.parse(today),
      });
    }
  }
  return { consents, faults };
}
