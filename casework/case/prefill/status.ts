import { findDates } from "../../calendar/date-phrases.js";
import type { LocalDate } from "../../calendar/local-date.js";
import type { StatusGroup } from "../facts.js";

/** Folded names of papers and states. There is none for unlawful stay (§ 87 AufenthG). */
const names: readonly (readonly [StatusGroup, RegExp])[] = [
  ["fictional", /(?<!\w)fiktion\w*/g],
  [
    "temporary-protection",
    /(?:§|paragr\w*|par\.?)\s?24(?![\d\w])(?!\s?(?:abs\.?\s?\d+\s?)?(?:sgb|bgb|stgb|vwvfg|asylg|bafog))|vorubergehende\w* schutz|massenzustrom/g,
  ],
  ["tolerated", /(?<!\w)(?:\w*duldung(?:en)?|geduldete?[rn]?|duldg)(?!\w)|§\s?60\s?[a-d](?!\w)/g],
  [
    "asylum-seeker",
    /(?<!\w)(?:(?:aufenthalts)?gestattung|asylbewerber(?:in|innen|n)?|asylsuchende\w*|asylverfahren|asylantrag|ankunftsnachweis|buma)(?!\w)/g,
  ],
  [
    "settlement",
    /(?<!\w)niederlassungserlaubnis|unbefristete[rnms]? (?:aufenthalt\w*|titel)|(?<!\w)daueraufenthalt\w*/g,
  ],
  [
    "residence-permit",
    /(?<!\w)(?:aufenthaltserlaubnis|aufenthaltstitel(?! (?:unklar|ungeklart|unbekannt))|chancen-?aufenthalt\w*|blaue karte|fluchtlingseigenschaft|fluchtlingsanerkennung|subsidiar\w*)|anerkannte[rn]? (?:fluchtling\w*|asylberechtigt\w*)|§\s?(?:25|104\s?c)(?!\d)(?!\s?(?:abs\.?\s?\d+\s?)?(?:sgb|bgb|stgb))|§\s?(?:1[6-9]|2[0-3]|28|29|3[0-6])[a-g]?\s(?:abs\.?\s?\d+\s)?aufenthg/g,
  ],
  [
    "eu-citizen",
    /(?<!\w)(?:eu[- ]?burger\w*|unionsburger\w*|eu[- ]?auslander\w*|eu[- ]?staatsang\w*|freizugigkeit\w*)/g,
  ],
  [
    "german",
    /(?<!\w)(?:eingeburgert\w*|(?:deutsche?[rn]?|dt\.?) (?:pass|reisepass|personalausweis|staatsang\w*|staatsburger\w*)|ist deutsche?r?(?!\w))/g,
  ],
  [
    "unclear",
    /(?<!\w)(?:aufenthalts?)?(?:status|titel)?(?:recht)? ?(?:noch )?(?:ist )?(?:unklar|ungeklart|unbekannt)(?!\w)/g,
  ],
];

/** Wished for, not held: "Antrag auf …", "will … ". */
const wished =
  /(?:antrag auf|antr\.? auf|beantragt|beantragen|beantragung|mochte|will|wunsch\w*|wegen|fragen? zu[rm]?|anspruch auf|voraussetzung\w*(?: fur)?|wechsel in|erteilung|statt|ziel:?|noch|keine?[nr]?|ohne|nicht|bekommt|hofft auf|umwandlung in)\s(?:eine[rn]?\s|die\s|der\s|das\s|den\s|dem\s)?$/;
/** Asked for or over: "… beantragt", "… abgelaufen". */
const over =
  /^\s?(?:(?:noch|schon|bereits|wird|ist|wurde|soll|gerade|seit \S+) )*(?:nicht|beantrag\w*|abgelehnt|abgelaufen|erloschen|entzogen|widerrufen|abgeschlossen|negativ|eingestellt|beendet|angestrebt|gewunscht|ablehnung)/;

/** What a more telling paper makes of another: a § 24 permit is an Aufenthaltserlaubnis as well. */
const outdoes: Partial<Record<StatusGroup, readonly StatusGroup[]>> = {
  fictional: ["residence-permit", "temporary-protection"],
  "temporary-protection": ["residence-permit"],
  settlement: ["residence-permit"],
};

type Mention = { readonly group: StatusGroup; readonly start: number; readonly end: number };

/**
 * The status group that is said to be held, with the day on which its paper ends, from folded text. Undefined for
 * none, or for several that do not go together: then a person decides.
 */
export function statusIn(
  text: string,
  today: LocalDate,
): { readonly group: StatusGroup; readonly expires?: LocalDate } | undefined {
  const held = mentionsIn(text).filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 40), start);
    return !wished.test(before) && !over.test(text.slice(end, end + 50));
  });
  const groups = new Set(held.map(({ group }) => group));
  for (const group of [...groups]) for (const lesser of outdoes[group] ?? []) groups.delete(lesser);
  const [group, ...more] = groups;
  if (!group || more.length > 0) return undefined;
  for (const { end } of held.slice(0, 5)) {
    const expires = expiryAfter(text.slice(end, end + 80), today);
    if (expires) return { group, expires };
  }
  return { group };
}

function mentionsIn(text: string): readonly Mention[] {
  return names.flatMap(([group, name]) =>
    [...text.matchAll(name)].map((match) => ({
      group,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Words that may stand between a paper and the day it ends. Anything else begins a new thought. */
const link =
  /^[\s,(:–-]*(?:(?:gultig|befristet|noch|nur|lauft|aus|ab|endet|ablauf|ablaufdatum|aber|schon|bereits|am|ist|verlangert|erteilt|ukraine|aufenthg|nach|gem|abs|satz|s|\d|§|24|60a|25|der|die|das|karte|eat|ihre|seine|vom|\.)[\s,.(:]*)*$/;
const ends = /(?:gultig|befristet|lauft|endet|ablauf|ablaufdatum|verlangert)/;

function expiryAfter(text: string, today: LocalDate): LocalDate | undefined {
  for (const found of findDates(text, today)) {
    const before = text.slice(0, found.start);
    const after = text.slice(found.end);
    if (!link.test(before)) return undefined;
    if (found.kind === "impossible" || found.relation === "past") continue;
    const isBracketed = /\($/.test(before.trimEnd()) && /^\s?\)/.test(after);
    const isDeadline = found.relation === "until" || ends.test(before) || /^\s?(?:ab|aus)(?!\w)/.test(after);
    if (isDeadline || isBracketed) return found.to;
    if (/^\s*$/.test(before) && found.relation === "on") return found.to;
    return undefined;
  }
  return undefined;
}
