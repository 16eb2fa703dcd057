/** What a person typed, out of what Teams made of it. */

/** A mention as Teams sends it: the text that stands for it and whom it names. */
export type Mention = { readonly text: string; readonly id: string };

/**
 * The plain text of a message: mentions of the bot removed, those of others without their tags, HTML
 * entities and non-breaking spaces resolved, trimmed. With `markup` (textFormat xml) tags are removed too.
 */
export function plainText(
  text: string,
  options: { readonly botId: string; readonly mentions: readonly Mention[]; readonly markup: boolean },
): string {
  let plain = text;
  for (const mention of options.mentions) {
    if (mention.id === options.botId && mention.text !== "") plain = plain.replaceAll(mention.text, " ");
  }
  if (plain.includes("<")) {
    plain = plain.replace(/<\/?at(?:\s[^>]*)?>/gi, "");
    if (options.markup) {
      plain = plain.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n").replace(/<[^<>]*>/g, "");
    }
  }
  return cleanText(plain.includes("&") ? decodeEntities(plain) : plain).trim();
}

/** Control and format characters, lone surrogates and CRLF out; non-breaking spaces to plain ones; NFC. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f\u2007]/g, " ")
    .replace(invisible, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .normalize("NFC");
}

/** All but tab, line feed and the joiners, which emoji and Persian are made with. */
const invisible = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  sect: "§",
  euro: "€",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bdquo: "„",
  ldquo: "“",
  rdquo: "”",
};

/** Once, so that a typed `&lt;`, which Teams sends as `&amp;lt;`, stays what it was. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,6}));/g, (whole, dec, hex, name) => {
    if (name !== undefined)
      return Object.hasOwn(namedEntities, name) ? (namedEntities[name] ?? whole) : whole;
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
