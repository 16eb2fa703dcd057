import type { CardPress } from "../../dialogs/event.js";
import { offerConsentForm, saveConsents } from "../../dialogs/record-consent.js";
import { showConsents } from "../../dialogs/show-consents.js";
import { offerIdentityForm, saveIdentity } from "../../dialogs/tell-identity.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { withdrawByPress } from "../../dialogs/withdraw-consent.js";

type Handle = (turn: Turn, press: CardPress) => Promise<Outcome> | Outcome;

/** What the buttons around consents do. All of them touch cases. */
export const consentButtons = {
  "consent.save": saveConsents,
  "consent.form": (turn, press) => offerConsentForm(turn, press.fields.caseId ?? ""),
  "consent.show": (turn, press) => showConsents(turn, press.fields.caseId ?? ""),
  "consent.withdraw": withdrawByPress,
  "identity.form": offerIdentityForm,
  "identity.save": saveIdentity,
} satisfies Readonly<Record<string, Handle>>;
