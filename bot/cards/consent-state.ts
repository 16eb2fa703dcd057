import { wallClock } from "../../casework/calendar/zone.js";
import type { Consent } from "../../casework/consent/consent.js";
import type { ShownState } from "../../casework/consent/in-force.js";
import type { Locale } from "../../dialogs/event.js";
import type { Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";

/** Whether a consent holds, until when, or why it does not; the sign in front says it without colour. */
export function stateLine(
  texts: Texts,
  locale: Locale,
  consent: Consent,
  state: ShownState,
  timeZone: string,
): string {
  const { states, gaps } = texts.consent;
  const until = consent.until && readableDay(locale, consent.until);
  switch (state.kind) {
    case "in-force":
      return state.endsSoon && until ? states.endsSoon(until) : states.inForce(until);
    case "not-yet":
      return states.notYet(readableDay(locale, consent.from));
    case "ended":
      return states.ended(until ?? "");
    case "withdrawn":
      return states.withdrawn(readableDay(locale, wallClock(timeZone, consent.withdrawnAt ?? 0).date));
    case "resting":
      return states.resting;
    case "incomplete":
      return states.incomplete(state.gaps.map((gap) => gaps[gap]).join(", "));
  }
}

export function stateColour(state: ShownState): string {
  if (state.kind === "in-force") return state.endsSoon ? "Warning" : "Good";
  return state.kind === "not-yet" ? "Default" : "Attention";
}
