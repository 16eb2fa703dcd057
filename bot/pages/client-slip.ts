import type { Directory } from "../../knowledge/directory/build.js";
import type { OfficeAnswer } from "../../knowledge/directory/model.js";
import type { HttpRoute } from "../turn/http-route.js";
import { escapeHtml, htmlHeaders, htmlPage } from "./html.js";

/** Draws a text as an SVG picture that a phone's camera reads. */
export type DrawQrCode = (text: string) => Promise<string>;

/**
 * `/zettel/<office>?topic=<id>`: one page to print and hand to a client, in plain German: where to go, for what,
 * when it is open. No name, no case, no internal number.
 */
export function clientSlipPage(directory: () => Promise<Directory>, drawQrCode: DrawQrCode): HttpRoute {
  return {
    method: "GET",
    path: "/zettel/:office",
    handle: async ({ params, query }) => {
      const { offices, topics } = await directory();
      const office = offices.find(({ id }) => id === params.office);
      if (!office)
        return {
          status: 404,
          headers: htmlHeaders,
          body: htmlPage(
            "Zettel",
            "<h1>Diese Stelle steht nicht im Verzeichnis</h1><p>Bitte fragen Sie Ihre Beraterin oder Ihren Berater.</p>",
          ),
        };
      const topic = topics.find(({ id }) => id === query.topic);
      const city = [office.postcode, office.city].filter((part) => part).join(" ");
      const rows = [
        ["Adresse", [office.street, city].filter((part) => part).join(", ")],
        ["Telefon", publicOnly(office.phone)],
        ["E-Mail", publicOnly(office.email)],
        ["Öffnungszeiten", office.openingHours],
        ["Internet", office.website],
      ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
      const contact = [office.name, ...rows.map(([label, value]) => `${label}: ${value}`)].join("\n");
      const body = `
        <h1>${escapeHtml(office.name)}</h1>
        ${topic ? `<p>Hier geht es um: <strong>${escapeHtml(topic.title)}</strong></p>` : ""}
        ${
          rows.length > 0
            ? `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`
            : "<p>Adresse und Telefon tragen wir noch ein. Bitte fragen Sie Ihre Beraterin oder Ihren Berater.</p>"
        }
        <p>Bitte nehmen Sie Ihren Ausweis und alle Briefe zu diesem Thema mit.</p>
        <figure>${await drawQrCode(contact)}<figcaption>Mit dem Handy fotografieren: Dann steht dieser Kontakt in Ihrem Handy.</figcaption></figure>
        <p class="stand">Stand: ${escapeHtml(readable(office.checkedAt))}</p>`;
      return { status: 200, headers: htmlHeaders, body: htmlPage(office.name, body) };
    },
  };
}

/** A number or address that the directory marks as internal is not handed out. */
function publicOnly(value: OfficeAnswer["office"]["phone"]): string {
  return /intern/i.test(value) ? "" : value;
}

function readable(day: string): string {
  return day === "" ? "nicht bekannt" : day.split("-").reverse().join(".");
}
