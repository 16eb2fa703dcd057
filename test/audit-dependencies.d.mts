export type Verdict = { readonly failed: boolean; readonly line: string };
export function verdictOn(printed: string): Verdict;
export function auditDependencies(): Verdict;
