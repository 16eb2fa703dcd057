import { loadDirectory } from "../../knowledge/directory/stored.js";
import type { Bot } from "./bot.js";

/** German words that hold a sentence together. None of them is a name. */
const german =
  /(?<![\p{L}-])(?:und|oder|aber|nicht|kein|keine|der|die|das|den|dem|des|ein|eine|einen|einer|ist|sind|war|wird|werden|wurde|hat|haben|kann|bitte|sie|ihr|ihre|ihnen|ich|mir|mit|ohne|von|vom|zum|zur|zu|für|bei|nach|über|unter|auf|aus|bis|seit|noch|schon|auch|nur|wer|wie|wo|wann|warum|welche|alle|heute|morgen|uhr|gespeichert|zuständig|geprüft|termin|fällig)(?![\p{L}-])/giu;

/** Which of them stand in a text. */
export function germanIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(german)].map(([word]) => word.toLowerCase()))];
}

/** What the directory holds, longest first: it is German everywhere, in English sentences too. */
export async function namesInDirectory(bot: Bot): Promise<readonly string[]> {
  const directory = await bot.peek(loadDirectory);
  return [...new Set(stringsIn(directory))]
    .filter((name) => name.length > 3)
    .sort((a, b) => b.length - a.length);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
