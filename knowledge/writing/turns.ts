import { fold } from "../german/spelling.js";
import type { Token } from "./wording.js";

/**
 * Words that turn a statement into another one. A claim has to have those of the clauses it was taken from, and no
 * others.
 */
const GROUPS: Readonly<Record<string, string>> = {
  not: "nicht kein keine keinem keinen keiner keines nie niemals nichts niemand weder ohne nein",
  only: "nur ausschließlich lediglich allein einzig",
  least: "mindestens wenigstens minimal",
  most: "höchstens maximal",
  must: "muss müssen musst müsste müssten verpflichtet verpflichtend pflicht",
  may: "darf dürfen dürfte dürften",
  can: "kann können könnte könnten",
  should: "soll sollen sollte sollten",
  or: "oder",
};

/** Words that hold for the whole sentence, wherever they stand in it: a claim without them says more than the source. */
const CONDITIONS: Readonly<Record<string, string>> = {
  condition: "wenn falls sofern soweit solange vorausgesetzt voraussetzung bedingung sobald",
  except: "außer ausgenommen ausnahmsweise ausnahme abweichend",
  but: "jedoch allerdings sondern hingegen dagegen",
  rule: "grundsätzlich regelmäßig meist meistens üblicherweise voraussichtlich vorläufig",
};

/** Words that a claim may leave out, but never add. */
const DIRECTIONS: Readonly<Record<string, string>> = {
  before: "vor bevor vorher zuvor",
  after: "nach nachdem nachher danach",
  until: "bis",
  from: "ab",
  since: "seit",
  over: "über mehr",
  under: "unter weniger",
  all: "alle allen aller alles jede jeder jedes jeden jedem immer stets",
  now: "sofort unverzüglich",
  instead: "statt anstatt anstelle stattdessen",
};

const table = (groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(groups).flatMap(([group, list]) =>
      list.split(" ").map((word) => [fold(word), group] as const),
    ),
  );
const limits = table(GROUPS);
const conditions = table(CONDITIONS);
const directions = table(DIRECTIONS);

/** True for a folded word that this file judges, and nobody else. */
export function turnsMeaning(folded: string): boolean {
  return limits.has(folded) || conditions.has(folded) || directions.has(folded);
}

const groupsIn = (tokens: readonly Token[], of: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(tokens.flatMap(({ folded }) => of.get(folded) ?? []));

/** True if a claim denies, limits, obliges, allows or conditions otherwise than the sentences it was taken from. */
export function turned(
  claim: readonly Token[],
  sources: readonly { readonly tokens: readonly Token[] }[],
): boolean {
  const stems = new Set(claim.filter((token) => token.content).map(({ stem, number }) => number ?? stem));
  const used = sources.map(({ tokens }) => {
    const clauses = new Set(
      tokens.filter((one) => one.content && stems.has(one.number ?? one.stem)).map((one) => one.clause),
    );
    return { tokens, span: tokens.filter((one) => clauses.has(one.clause)) };
  });
  const taken = used.filter(({ span }) => span.length > 0);
  const spans = taken.flatMap(({ span }) => span);
  const wholes = taken.flatMap(({ tokens }) => tokens);
  return (
    !equal(groupsIn(claim, limits), groupsIn(spans, limits)) ||
    !equal(groupsIn(claim, conditions), groupsIn(wholes, conditions)) ||
    ![...groupsIn(claim, directions)].every((group) => groupsIn(wholes, directions).has(group))
  );
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
