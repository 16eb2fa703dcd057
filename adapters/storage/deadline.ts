/**
 * Calls `passed` after `ms`, unless the function that it returns is called before. A process that was held up
 * itself (a long collection, a suspended machine) first takes note of the answers that have arrived meanwhile.
 */
export function deadline(ms: number, passed: () => void): () => void {
  let late: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    late = setImmediate(passed);
  }, ms);
  return () => {
    clearTimeout(timer);
    if (late) clearImmediate(late);
  };
}
