import { BASE, type Consent, ROUND } from "./consent.js";

/** The cases of which an office may see something. Holds ids only; consent is looked at again on every read. */
export function sharedIndex(officeId: string): string {
  return `shared/${officeId}`;
}

/** The offices that a consent lets hear something, each once. */
export function hearingOffices(consents: readonly Consent[]): readonly string[] {
  const hearing = consents
    .filter(({ recipient }) => recipient !== BASE && recipient !== ROUND)
    .filter(({ purposes }) => purposes.some((purpose) => purpose !== "handover"))
    .filter(({ withdrawnAt, direction }) => withdrawnAt === undefined && direction !== "from-recipient");
  return [...new Set(hearing.map(({ recipient }) => recipient))];
}
