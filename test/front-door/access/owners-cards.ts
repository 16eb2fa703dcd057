import { pressActions } from "../../../bot/routing/route-press.js";
import { sentences } from "../data-protection/every-command.js";
import { CASE, fieldsOf } from "./marked-case.js";
import { buttons } from "./operations.js";
import type { Seen, Surface } from "./surfaces.js";

/** What opens further cards than the sentences and the buttons of the case do. */
const more: readonly string[] = [
  `Löschsperre ${CASE} aufheben`,
  `kein Angebot gefunden zu ${CASE}`,
  `Notiz zu ${CASE}: Kind wird vom Vater geschlagen`,
  "Notiz zum Fall: Rückruf",
  `FaKo für ${CASE} mit Wohngeldstelle in 2 Wochen`,
  `FaKo für ${CASE} mit Jugendamt in 3 Wochen`,
  `EWE Wohngeldstelle ${CASE} schriftl. heute`,
  `Identität Jugendamt ${CASE} mitgeteilt`,
];

/**
 * Not opened by a sentence or a button: a conflict of two who change the same field (edit-at-once.test.ts), a message
 * that was edited after it had an effect, a file that a keeper of the documents sends.
 */
export const notOpened: readonly string[] = [
  "case.pick",
  "message.again",
  "document.save",
  "document.discard",
];

/**
 * The nonce of each button that has one, on this surface: everything that the owner can be shown is opened once.
 * @param afresh puts the case back, since some of it changes the case
 */
export async function noncesOf(
  owner: Surface,
  afresh: () => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const keep = async ({ bytes }: Seen) => {
    for (const [, action = "", nonce = ""] of bytes.matchAll(
      /"kim":\{"action":"([^"]+)","nonce":"([^"]+)"\}/g,
    )) {
      if (!found.has(action)) found.set(action, nonce);
    }
    await afresh();
  };
  for (const text of [...more, ...Object.values(sentences).map((sentence) => sentence(CASE))])
    await keep(await owner.says(text));
  for (const action of pressActions()) {
    if (buttons[action][1] === "case") await keep(await owner.presses(action, fieldsOf(CASE)));
  }
  return found;
}
