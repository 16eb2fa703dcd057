import type { UnitOfWork } from "../store/unit-of-work.js";

/**
 * What a person has to do, by day. The index holds ids only; what they mean is read from the case.
 * `sort` is the day `YYYY-MM-DD`, `member` one of `measure/<case>/<id>`, `status/<case>`, `conference/<case>/<id>`.
 */
export function agendaIndex(person: string): string {
  return `agenda/${person}`;
}

export type AgendaItem =
  | { readonly kind: "measure"; readonly day: string; readonly caseId: string; readonly measureId: string }
  | { readonly kind: "status"; readonly day: string; readonly caseId: string }
  | {
      readonly kind: "conference";
      readonly day: string;
      readonly caseId: string;
      readonly conferenceId: string;
    };

export function agendaEntry(item: AgendaItem): { sort: string; member: string } {
  switch (item.kind) {
    case "measure":
      return { sort: item.day, member: `measure/${item.caseId}/${item.measureId}` };
    case "status":
      return { sort: item.day, member: `status/${item.caseId}` };
    case "conference":
      return { sort: item.day, member: `conference/${item.caseId}/${item.conferenceId}` };
  }
}

/** Everything due from `from` to `to` (days, inclusive), earliest first. */
export async function agendaOf(
  unit: UnitOfWork,
  person: string,
  from: string,
  to: string,
): Promise<readonly AgendaItem[]> {
  const entries = await unit.range(agendaIndex(person), { from, to: `${to}\u0001` });
  return entries.flatMap(({ sort, member }): AgendaItem[] => {
    const [kind, caseId, id] = member.split("/");
    if (!caseId) return [];
    if (kind === "status") return [{ kind, day: sort, caseId }];
    if (kind === "measure" && id) return [{ kind, day: sort, caseId, measureId: id }];
    if (kind === "conference" && id) return [{ kind, day: sort, caseId, conferenceId: id }];
    return [];
  });
}
