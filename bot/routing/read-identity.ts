import type { Command } from "./command.js";
import { findOffices } from "./office-words.js";
import { caseOf, datesOf, hasAny, impossibleDateIn, type Utterance } from "./utterance.js";

/** "Identität mitgeteilt JC 7F3Q9 tel.", "dem Jugendamt den Namen persönlich gesagt 7f3q9". */
export function readIdentity(said: Utterance): Command | undefined {
  const { words, text } = said;
  if (said.isCut || said.isQuestion || said.endsAsQuestion || !said.id) return undefined;
  if (hasAny(words, "note", "measure", "notes")) return undefined;
  const names = words.some(({ folded }) =>
    /^(?:identitat|identity|name|names|namen|personalien)$/.test(folded),
  );
  const told = words.some(({ folded }) =>
    /^(?:mitgeteilt|genannt|gesagt|offengelegt|told|disclosed|given)$/.test(folded),
  );
  if (!names || !told) return undefined;
  const dates = datesOf(said);
  const day = dates.find((date) => date.kind === "days");
  const how = /(?<!\p{L})(?:tel(?:efon\p{L}*)?|phone)(?!\p{L})/iu.test(text)
    ? "phone"
    : /persönlich|persoenlich|pers\.|in person/i.test(text)
      ? "in-person"
      : undefined;
  return {
    kind: "identity",
    caseId: caseOf(said),
    offices: findOffices(said, dates).offices,
    ...(how ? { how } : {}),
    ...(day ? { on: day.from } : impossibleDateIn(dates)),
  };
}
