import type { Command } from "./command.js";
import type { Utterance } from "./utterance.js";

/** Words around "rückgängig" that say nothing more. */
const around =
  /^(?:bitte|mach|mache|machen|kannst|konntest|du|das|es|die|den|meine|meinen|letzte|letzten|letztes|anderung|eingabe|aktion|schritt|notiz|massnahme|wieder|doch|mal|jetzt|ups|oh|nein|moment|nimm|zuruck|zurucknehmen|ruckgangig|undo|last|please|my|the|that|change|action)$/;

/** "rückgängig", "mach das bitte rückgängig", "letzte Änderung zurücknehmen", "undo". */
export function readUndo({ words, id }: Utterance): Command | undefined {
  if (id || words.length === 0 || words.length > 8) return undefined;
  const folded = words.map((word) => word.folded);
  const has = (one: string) => folded.includes(one);
  const named =
    has("ruckgangig") ||
    folded[0] === "undo" ||
    has("zurucknehmen") ||
    (has("nimm") && has("zuruck") && !has("einwilligung"));
  return named && folded.every((word) => around.test(word)) ? { kind: "undo" } : undefined;
}
