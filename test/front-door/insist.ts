import type { Person, Turn } from "../wire/person.js";

/** Where nothing, or perhaps nothing, was saved for want of the store: delivers that very activity again until it is. */
export async function insist(person: Person, first: Promise<Turn>): Promise<Turn> {
  let turn = await first;
  while (/Der Speicher antwortet gerade nicht|Gerade ändern viele/.test(turn.text)) {
    turn = await person.redelivers();
  }
  return turn;
}
