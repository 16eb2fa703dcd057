/** Pages of ours run no script, load nothing from elsewhere and stand in nobody's frame. */
export const htmlHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
} as const;

/** A whole page around `body`, which is HTML; `title` is text. Readable on a phone, at 400 % zoom and on paper. */
export function htmlPage(title: string, body: string, lang = "de"): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1.25rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; overflow-wrap: anywhere; }
  h1 { font-size: 1.8rem; line-height: 1.25; }
  h2 { font-size: 1.3rem; line-height: 1.3; margin-top: 1.5rem; }
  dt { font-weight: 700; margin-top: 0.75rem; }
  dd { margin: 0; }
  figure { margin: 1.5rem 0; }
  figure svg { width: 9rem; height: 9rem; }
  figcaption, .stand { font-size: 1rem; color: #444; }
  fieldset { border: 1px solid #767676; border-radius: 0.4rem; margin: 1rem 0; padding: 0.25rem 1rem 0.75rem; min-width: 0; }
  legend { font-weight: 700; padding: 0 0.4rem; }
  label { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; }
  input[type="radio"] { width: 1.4rem; height: 1.4rem; flex: none; margin: 0; accent-color: #0b57a4; }
  button { font: inherit; font-weight: 700; min-height: 3rem; padding: 0.5rem 1.5rem; color: #fff; background: #0b57a4; border: 2px solid #0b57a4; border-radius: 0.4rem; cursor: pointer; }
  :focus-visible { outline: 3px solid #1b1b1b; outline-offset: 3px; }
  .done { border-left: 0.4rem solid #1e6b2e; padding: 0.5rem 0 0.5rem 1rem; background: #eef7ef; }
  .problem { border-color: #a4160b; border-left: 0.4rem solid #a4160b; padding-left: 1rem; }
  .hint { color: #a4160b; font-weight: 700; margin: 0.25rem 0; }
  @media print { body { margin: 0; } }
</style>
</head>
<body>
<main>${body}</main>
</body>
</html>`;
}

/** Text as HTML that shows it literally, in an element as in an attribute. */
export function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
