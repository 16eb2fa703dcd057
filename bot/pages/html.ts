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
  body { font: 1.25rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  h1 { font-size: 1.8rem; line-height: 1.25; }
  h2 { font-size: 1.3rem; line-height: 1.3; margin-top: 1.5rem; }
  dt { font-weight: 700; margin-top: 0.75rem; }
  dd { margin: 0; }
  figure { margin: 1.5rem 0; }
  figure svg { width: 9rem; height: 9rem; }
  figcaption, .stand { font-size: 1rem; color: #444; }
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
