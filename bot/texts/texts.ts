import type { Locale } from "../../dialogs/event.js";
import { de, type Texts } from "./de.js";
import { en } from "./en.js";

export function textsFor(locale: Locale): Texts {
  return locale === "en" ? en : de;
}
