import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { docxOf, paragraph, pdfOf, zipOf } from "../knowledge/documents/made-files.js";
import type { Person, PersonOptions, Turn } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";

/** Files in the chat, as Teams sends them: the bot gets an address under which they can be fetched for a while. */

const COORDINATION = "00000000-0000-4000-8000-000000000003";

let bot: Bot;
/** Where the files lie; Teams' own place for them is under another name and with https. */
let asked: string[] = [];
let serving: RequestListener = (_request, response) => response.end();
const store = createServer((request, response) => {
  asked.push(request.url ?? "");
  serving(request, response);
});
beforeAll(async () => {
  bot = await startBot();
  store.listen(0, "127.0.0.1");
  await once(store, "listening");
});
afterAll(async () => {
  await bot?.close();
  store.closeAllConnections();
  store.close();
});

const urlOf = (name: string) =>
  `http://127.0.0.1:${(store.address() as AddressInfo).port}/${name}?token=secret`;

function keeper(options: PersonOptions = {}): Person {
  return bot.wire.person("Koordination", { id: COORDINATION, ...options });
}

function file(name: string, downloadUrl = urlOf(name)) {
  return {
    contentType: "application/vnd.microsoft.teams.file.download.info",
    contentUrl: `https://contoso-my.sharepoint.com/personal/x/Documents/${name}`,
    name,
    content: { downloadUrl, uniqueId: "1150D938", fileType: name.split(".").at(-1) },
  };
}
const html = { contentType: "text/html", content: "<div></div>" };
const sent = (person: Person, name: string, text = "") =>
  person.sends({ text, attachments: [file(name), html] });

function serve(bytes: Buffer): void {
  asked = [];
  serving = (_request, response) => response.end(bytes);
}

/** What the bot writes on its own next. */
async function told(person: Person, words: RegExp): Promise<string> {
  const { activity } = await bot.wire.connector.saw(
    ({ conversation, activity }) =>
      conversation === person.conversation &&
      activity.replyToId === undefined &&
      words.test(String(activity.text)),
  );
  return String(activity.text);
}

const save = (person: Person, card: Turn, inputs: Record<string, string> = {}) =>
  person.presses(card, "Speichern", { audience: "all", ...inputs });

describe("whoever keeps the documents", () => {
  test("is asked back once, and the file answers questions after that", async () => {
    serve(docxOf(paragraph("Die Zulage Ahornhof beträgt 40 Euro im Monat, wenn der Kurs besucht wird.")));
    const person = keeper();
    const card = await sent(
      person,
      "Zulage_Ahornhof.docx",
      "dieses Dokument in die Wissensbasis? gilt bis 31.12.2030",
    );
    expect(card.replies).toHaveLength(1);
    expect(card.text).toContain("In die Unterlagen aufnehmen?");
    expect(JSON.stringify(card.card)).toContain('"value":"Zulage Ahornhof"');
    expect(JSON.stringify(card.card)).toContain('"value":"2030-12-31"');
    // Nothing is fetched before somebody has said so.
    expect(asked).toEqual([]);
    const done = await save(person, card);
    expect(done.text).toContain("Ich hole „Zulage Ahornhof“");
    expect(await told(person, /Zulage Ahornhof/)).toContain("steht jetzt in den Unterlagen");
    const answer = await bot.wire.person("Case Management").says("Wie hoch ist die Zulage Ahornhof?");
    expect(answer.text).toContain("40 Euro");
    expect(bot.logged()).not.toContain("secret");
  });

  test("limits it to the own organisation", async () => {
    serve(Buffer.from("# Zulage Birkenhof\n\nDie Zulage Birkenhof beträgt 50 Euro im Monat.\n"));
    const person = keeper();
    await save(person, await sent(person, "birkenhof.md"), {
      audience: "agency",
      free_title: "Birkenhof intern",
    });
    await told(person, /Birkenhof intern.*steht jetzt/);
    const other = await bot.wire.person("Case Management").says("Wie hoch ist die Zulage Birkenhof?");
    expect(other.text).not.toContain("50 Euro");
  });

  test.each<[string, Buffer, RegExp]>([
    ["kaputt.pdf", Buffer.from("%PDF-1.4 und dann nichts"), /beschädigt|lesbar/],
    [
      "geheim.pdf",
      pdfOf([["Text"]], "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (x) /U (y) >>"),
      /Kennwort|beschädigt/,
    ],
    ["bombe.docx", zipOf({ "word/document.xml": "x".repeat(201_000_000) }), /entpackt mehr als/],
    ["bild.pdf", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /passt nicht zur Endung/],
    ["leer.txt", Buffer.alloc(0), /leer/],
    ["programm.exe", Buffer.from("MZ"), /werden nicht gelesen/],
  ])("hears why %s is refused", async (name, bytes, reason) => {
    serve(bytes);
    const person = keeper();
    await save(person, await sent(person, name));
    const words = await told(person, /Nicht aufgenommen/);
    expect(words).toMatch(reason);
    expect(words).toContain(name);
  });

  test("hears in English, if that is the language, and why", async () => {
    serve(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const person = keeper({ locale: "en-GB" });
    const card = await person.sends({
      text: "add this to the documents",
      attachments: [file("picture.pdf")],
    });
    await person.presses(card, "Save", { audience: "all" });
    expect(await told(person, /Not added/)).toContain("Its content does not fit its name");
  });

  test("keeps what was typed when the end has passed, with the error at the field", async () => {
    const person = keeper();
    const card = await sent(person, "alt.md");
    const again = await save(person, card, { free_title: "Alte Regel", until: "2020-01-01" });
    expect(again.text).toContain("Dieser Tag ist vorbei");
    expect(JSON.stringify(again.card)).toContain("Alte Regel");
  });

  test("discards it", async () => {
    const person = keeper();
    const discarded = await person.presses(await sent(person, "weg.md"), "Verwerfen");
    expect(discarded.text).not.toContain("schon verwendet");
    expect(asked).not.toContain("/weg.md?token=secret");
  });

  test("may send several, with one card", async () => {
    serve(Buffer.from("# Blatt\n\nDie Blätter liegen im Flur aus.\n"));
    const person = keeper();
    const card = await person.sends({ text: "", attachments: [file("eins.md"), file("zwei.md"), html] });
    expect(card.text).toContain("eins.md · zwei.md");
    await save(person, card);
    await told(person, /„eins“ steht jetzt/);
    await told(person, /„zwei“ steht jetzt/);
  });
});

test.each([
  "https://files.example.org/a.md",
  "http://10.0.0.1/a.md",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data",
])("nothing is fetched from %s", async (address) => {
  const person = keeper();
  const card = await person.sends({ text: "", attachments: [file("a.md", address)] });
  await save(person, card);
  expect(await told(person, /Nicht aufgenommen/)).toContain("nicht dort, wo Teams Dateien ablegt");
});

describe("everybody else", () => {
  test("hears whom to give the file to, and nothing is fetched", async () => {
    asked = [];
    const person = bot.wire.person("Case Management Eschweiler");
    const answer = await sent(person, "plan.pdf", "dieses PDF in die Wissensbasis?");
    expect(answer.replies).toHaveLength(1);
    expect(answer.text).toContain("„plan.pdf“");
    expect(answer.text).toContain("wer sie pflegt");
    expect(asked).toEqual([]);
  });

  test("has a question beside the file answered in the same message", async () => {
    const answer = await sent(bot.wire.person("Case Management"), "scan.pdf", "Wohngeld in Eschweiler");
    expect(answer.replies).toHaveLength(1);
    expect(answer.text).toContain("wer sie pflegt");
    expect(answer.text).toContain("Wohngeld");
  });

  test.each([
    ["image/png", "ein Bild"],
    ["audio/ogg", "eine Tonaufnahme"],
    ["video/mp4", "ein Video"],
    ["application/vnd.microsoft.card.adaptive", "eine Karte"],
    ["application/octet-stream", "ein Anhang"],
  ])("is told that %s can't be read, as what it is", async (contentType, words) => {
    const person = bot.wire.person("Case Management");
    const answer = await person.sends({
      text: "",
      attachments: [{ contentType, contentUrl: "https://x.example.org" }],
    });
    expect(answer.text).toContain(words);
    expect(answer.text).toContain("in Worten");
  });

  test("a name in the name of a file is not repeated", async () => {
    const answer = await sent(bot.wire.person("Case Management"), "Lebenslauf Frau Erika Mustermann.pdf");
    expect(answer.text).not.toContain("Mustermann");
    expect(answer.text).toContain("ein Name");
  });
});

test.each(["groupChat", "channel"] as const)("in a %s no file is taken", async (scope) => {
  const person = keeper({ scope });
  const answer = await sent(person, "plan.md");
  expect(answer.text).toContain("nur im Einzelchat");
  expect(answer.card).toBeUndefined();
});
