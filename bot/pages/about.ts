import { about } from "../texts/about.js";
import type { HttpRoute } from "../turn/http-route.js";
import { escapeHtml, htmlHeaders, htmlPage } from "./html.js";

type Page = { readonly title: string; readonly paragraphs: readonly string[] };

/** What the app package links to: what this is, privacy, terms of use. The same for everybody. */
export const aboutPages: readonly HttpRoute[] = [
  textPage("/", about.start),
  textPage("/datenschutz", about.privacy),
  textPage("/nutzung", about.terms),
  textPage("/barrierefreiheit", about.accessibility),
];

function textPage(path: string, { title, paragraphs }: Page): HttpRoute {
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n");
  const links = `<p><a href="/datenschutz">${about.privacy.title}</a> · <a href="/nutzung">${about.terms.title}</a> · <a href="/barrierefreiheit">${about.accessibility.title}</a></p>`;
  const body = htmlPage(title, `<h1>${escapeHtml(title)}</h1>\n${text}\n${links}`);
  return { method: "GET", path, handle: async () => ({ status: 200, headers: htmlHeaders, body }) };
}
