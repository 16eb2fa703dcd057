import type { Texts } from "../de.js";

export const mailbox: Texts["mailbox"] = {
  strangerTitle: (id) => `Answer from an unknown sender · ${id}`,
  stranger: (domain) =>
    `Sender with the address …@${domain || "unknown"}. It is none of those that were invited. Nothing is counted.`,
  forged: "The mail server takes the sender for forged. Nothing is counted.",
  claims: (answer) => `The message says: ${answer}.`,
  wroteTitle: (office, id) => `${office} writes · ${id}`,
  wrote: "I do not count this as an answer. Enter what is meant with a button below “Who is coming”.",
  nothingReadable: "The message holds no readable text.",
  leftOut: "Names and contact details are left out.",
};
