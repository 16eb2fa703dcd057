import { z } from "zod";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { Consent } from "./consent.js";
import { recordDisclosure } from "./disclosures.js";

/** What an office has been shown of a case so far: ids of measures and conferences. */
const Seen = z.object({ items: z.array(z.string()) });

/** Its id is `<case id>.<office id>`. */
export const seenRecord: RecordKind<z.infer<typeof Seen>> = {
  name: "shared-view",
  schema: Seen,
  schemaVersion: 1,
  scopes: (id) => [caseScope(id.slice(0, id.indexOf(".")))],
};

/** Looking at the same again tells nothing new: only what an office had not seen before is a disclosure. */
export async function recordView(
  unit: UnitOfWork,
  view: {
    readonly caseId: string;
    readonly office: { readonly id: string; readonly name: string };
    readonly items: readonly string[];
    readonly on: readonly Consent[];
    readonly by: string;
  },
): Promise<void> {
  const id = `${view.caseId}.${view.office.id}`;
  const seen = (await unit.read(seenRecord, id))?.items ?? [];
  const fresh = view.items.filter((item) => !seen.includes(item));
  if (fresh.length === 0) return;
  await unit.write(seenRecord, id, { items: [...seen, ...fresh] });
  await recordDisclosure(unit, view.caseId, {
    what: "partner-view",
    recipient: view.office.id,
    recipientName: view.office.name,
    consents: view.on.map((consent) => consent.id),
    by: view.by,
  });
}
