import { wallClock } from "../../casework/calendar/zone.js";
import { BASE, type Consent, ROUND } from "../../casework/consent/consent.js";
import { type ShownState, stateAmong } from "../../casework/consent/in-force.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";
import { stateColour, stateLine } from "./consent-state.js";
import {
  card,
  type Element,
  header,
  list,
  literal,
  notice,
  paragraph,
  present,
  press,
  section,
  small,
  strong,
} from "./elements.js";

/** An office was told who it is about: on that day, in that way. */
export type IdentityTold = {
  readonly recipient: string;
  readonly how: "phone" | "in-person";
  readonly day: string;
};

export type ConsentsView = {
  readonly caseId: string;
  readonly label: string;
  readonly consents: readonly Consent[];
  /** Whose consent is missing, with the reason, both as people read them. */
  readonly missing: readonly (readonly [string, string])[];
  readonly today: string;
  readonly timeZone: string;
  /** What has just been done. */
  readonly done: readonly string[];
  readonly identity: readonly IdentityTold[];
};

/** The consents of a case by recipient, each with whether it holds and why not; withdrawing is one press. */
export function consentsCard(
  texts: Texts,
  locale: Locale,
  view: ConsentsView,
  place: Reply["place"] = "new",
): Reply {
  const words = texts.consent;
  const [first, ...rest] = view.done;
  const recipients = [...new Set(view.consents.map(({ recipient }) => recipient))];
  const open = view.consents.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        first ? notice("good", [`✓ ${first}`, ...rest].join("\n\n")) : undefined,
        header(words.overviewTitle(view.label)),
        recipients.length === 0 ? paragraph(words.overviewEmpty) : undefined,
        ...recipients.map((recipient) => recipientSection(texts, locale, view, recipient)),
        view.missing.length > 0
          ? section([
              strong(words.missingTitle),
              list(view.missing.map(([office, why]) => words.missing(literal(office), why))),
            ])
          : section([paragraph(`✓ ${words.none}`)]),
      ],
      [
        press(words.record, "consent.form", { data: { caseId: view.caseId } }),
        press(texts.cases.open, "case.show", { data: { caseId: view.caseId } }),
        // Last, and away from what is pressed daily: it cannot be undone.
        ...(open.length > 1
          ? [
              press(words.withdrawAll, "consent.withdraw", {
                data: { caseId: view.caseId, all: "true" },
                style: "destructive",
              }),
            ]
          : []),
      ],
    ),
  };
}

/**
 * What holds or can be mended is shown in full, along with the withdrawal on whose account it rests; of what is over
 * only the last, if nothing else is there.
 */
function recipientSection(texts: Texts, locale: Locale, view: ConsentsView, recipient: string): Element {
  const all = view.consents.filter((consent) => consent.recipient === recipient).reverse();
  const stateOf = (consent: Consent) => stateAmong(view.consents, consent, view.today).kind;
  const rests = all.some((consent) => stateOf(consent) === "resting");
  const live = all.filter((consent) => {
    const kind = stateOf(consent);
    return kind !== "ended" && (kind !== "withdrawn" || rests);
  });
  const shown = live.length > 0 ? live : all.slice(0, 1);
  const rest = all.length - shown.length;
  return section([
    strong(literal(all[0]?.recipientName ?? "")),
    ...view.identity
      .filter((told) => told.recipient === recipient)
      .slice(-1)
      .map(({ how, day }) =>
        small(`✓ ${texts.consent.identityTold(texts.consent.identityHows[how], readableDay(locale, day))}`),
      ),
    ...shown.map((consent) => consentEntry(texts, locale, view, consent)),
    rest > 0 ? small(texts.consent.older(rest)) : undefined,
  ]);
}

function consentEntry(texts: Texts, locale: Locale, view: ConsentsView, consent: Consent): Element {
  const words = texts.consent;
  const state = stateAmong(view.consents, consent, view.today);
  const day = (instant: number) => readableDay(locale, wallClock(view.timeZone, instant).date);
  return {
    type: "Container",
    spacing: "Small",
    items: present([
      paragraph(stateLine(texts, locale, consent, state, view.timeZone), {
        color: stateColour(state),
        weight: "Bolder",
      }),
      small(detailLine(texts, consent)),
      small(
        words.recordedLine(
          texts.labels.giver[consent.giver],
          texts.labels.form[consent.form],
          readableDay(locale, consent.from),
        ),
      ),
      consent.told
        ? small(words.toldLine(consent.told.module, consent.told.language, day(consent.told.at)))
        : undefined,
      consent.withdrawnAt === undefined
        ? {
            type: "ActionSet",
            actions: [
              press(words.withdraw, "consent.withdraw", {
                data: { caseId: view.caseId, consentId: consent.id },
                about: consent.recipientName,
              }),
              ...(mayTellIdentity(state, consent)
                ? [
                    press(words.identity, "identity.form", {
                      data: { caseId: view.caseId, consentId: consent.id },
                      about: consent.recipientName,
                    }),
                  ]
                : []),
            ],
          }
        : undefined,
    ]),
  };
}

function mayTellIdentity(state: ShownState, { recipient, direction }: Consent): boolean {
  const office = recipient !== BASE && recipient !== ROUND;
  return office && state.kind === "in-force" && direction !== "from-recipient";
}

function detailLine(texts: Texts, consent: Consent): string {
  const words = texts.consent;
  const plain = consent.recipient === BASE || consent.recipient === ROUND;
  const parts = [
    plain ? undefined : words.grant[consent.direction],
    ...consent.purposes.map((purpose) => words.purposes[purpose]),
    plain
      ? undefined
      : words.data(consent.categories.map((category) => words.categories[category]).join(" · ")),
    consent.releases203 ? words.releasedShort : undefined,
    consent.entrusted ? words.entrustedShort : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}
