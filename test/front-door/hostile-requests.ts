import fc from "fast-check";
import { pressActions } from "../../bot/routing/route-press.js";
import type { Json } from "../wire/card.js";

/** A request as it goes over the wire. */
export type HostileRequest = {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Scene = {
  /** Where the bot may send its answers. */
  readonly serviceUrl: string;
  readonly people: readonly string[];
  /** Of cases that are there, so that not everything ends at "unknown". */
  readonly caseIds: readonly string[];
  /** Of cards that people have before them. */
  readonly nonces: readonly string[];
};

/** Text that has broken programs before. */
const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "",
      "\0",
      "a\0b",
      "\ud800",
      "\udfff\ud800",
      "\u202eegaL",
      "\u200b\u200b",
      "\ufeffHilfe",
      "ﬁ ａ ① İ ı ß ẞ",
      `Z${"\u0301".repeat(200)}`,
      "👨‍👩‍👧‍👦".repeat(30),
      "ا".repeat(50),
      "-0",
      "1e308",
      "9".repeat(400),
      "NaN",
      "__proto__",
      "constructor",
      "prototype",
      "=HYPERLINK(1)",
      "[x](javascript:alert(1))",
      "![x](http://127.0.0.1/x.png)",
      "<at>alle</at>",
      "<script>alert(1)</script>",
      "../../../etc/passwd",
      "..%2f..%2fetc%2fpasswd",
      "0001-01-01",
      "9999-12-31",
      "2026-02-30",
      "275760-09-13",
      "K-00000",
      "K-7F3Q9; K-7F3Q9",
      "{{DATE(2026-01-01,SHORT)}}",
      `${" ".repeat(4000)}x`,
      "(".repeat(2000),
      "a".repeat(8001),
      "Ahmad, ".repeat(300),
    ),
  },
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: nasty },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, -1, 1e308, 0.1, [], {}, [[[[]]]], {
      constructor: { prototype: { polluted: true } },
    }),
  },
);

/** Half sentences as people write them, with holes. */
const SENTENCES =
  "Neuer Fall: ~|Notiz zu ~: ~|Maßnahme zu ~: ~ bis ~|FaKo für ~ mit ~ ~|Zeig mir ~|Verlauf ~|Zuständigkeit ~|Wohngeld in ~|~|Meine Fälle|Was steht an ~|Fall ~ abschließen|~ übergeben an ~|Export ~|Lösche ~|Vertretung ~ bis ~|Frag ~: ~|Hilfe|Abbrechen|Rückgängig".split(
    "|",
  );

export function hostileRequests(scene: Scene): fc.Arbitrary<HostileRequest> {
  const known = fc.constantFrom(...scene.caseIds);
  const filling = fc.oneof({ weight: 2, arbitrary: nasty }, { weight: 1, arbitrary: known });
  const sentence = fc
    .tuple(fc.constantFrom(...SENTENCES), fc.array(filling, { minLength: 4, maxLength: 4 }))
    .map(([words, fillings]) => {
      const left = [...fillings];
      return words.replace(/~/g, () => left.pop() ?? "");
    });

  const activity = (members: Json, person: string, id: string): Json => ({
    type: "message",
    id,
    channelId: "msteams",
    serviceUrl: scene.serviceUrl,
    from: { id: `29:${person}`, name: "Case Management Eschweiler", aadObjectId: person },
    recipient: { id: "28:kim", name: "KIM-Assistent" },
    conversation: { id: `a:${person}`, conversationType: "personal", tenantId: "t" },
    textFormat: "plain",
    locale: "de-DE",
    localTimezone: "Europe/Berlin",
    entities: [{ type: "clientInfo", timezone: "Europe/Berlin" }],
    ...members,
  });
  const who = fc.constantFrom(...scene.people);

  const action = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pressActions()) },
    { weight: 1, arbitrary: nasty },
  );
  const fieldName = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        ..."caseId measureId before due office topics note about step slot option household status municipality reason to from until consent seats poll question answer text date language".split(
          " ",
        ),
      ),
    },
    { weight: 1, arbitrary: nasty },
  );
  const fields = fc.dictionary(fieldName, fc.oneof(known, anything), { maxKeys: 8 });
  const nonce = fc.oneof(fc.constantFrom(...scene.nonces), anything, fc.constant(undefined));
  const pressed = fc
    .tuple(action, fields, nonce)
    .map(([verb, typed, one]) => ({ verb, data: { ...typed, kim: { action: verb, nonce: one } } }));

  const search = fc.record({
    commandId: anything,
    parameters: fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.record({ name: anything, value: fc.oneof(sentence, anything) })) },
      { weight: 1, arbitrary: anything },
    ),
    queryOptions: anything,
  });

  const members: fc.Arbitrary<Json> = fc.oneof(
    { weight: 4, arbitrary: sentence.map((text) => ({ text })) },
    {
      weight: 4,
      arbitrary: pressed.map(({ verb, data }) => ({
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
      })),
    },
    { weight: 2, arbitrary: pressed.map(({ data }) => ({ value: data })) },
    {
      weight: 2,
      arbitrary: search.map((value) => ({ type: "invoke", name: "composeExtension/query", value })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(nasty, anything).map(([name, value]) => ({ type: "invoke", name, value })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: nasty, action: anything, membersAdded: anything, value: anything }),
    },
  );
  const toBot = (body: string): HostileRequest => ({
    path: "/api/messages",
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const whole = fc
    .tuple(members, who, fc.uuid())
    .map(([some, person, id]) => toBot(JSON.stringify(activity(some, person, id))));

  /** Where to strike: a walk into the activity, by the number of the member. */
  const damage = fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), anything), {
    minLength: 1,
    maxLength: 3,
  });
  const damaged = fc.tuple(members, who, fc.uuid(), damage).map(([some, person, id, strikes]) => {
    const victim = structuredClone(activity(some, person, id));
    for (const [walk, value] of strikes) strike(victim, walk, structuredClone(value));
    return toBot(JSON.stringify(victim));
  });

  const broken = fc.oneof(
    fc.nat(100_000).map((depth) => toBot(`{"value":${"[".repeat(depth)}`)),
    fc.nat(400_000).map((length) => toBot(JSON.stringify({ text: "x".repeat(length) }))),
    fc.constant(toBot('{"type":"message","__proto__":{"polluted":true},"__proto__":{"polluted":true}}')),
    fc.string({ unit: "binary" }).map(toBot),
    fc
      .tuple(nasty, fc.string({ unit: "binary" }))
      .map(([type, body]) => ({ ...toBot(body), headers: { "content-type": header(type) } })),
  );

  const asTab = fc.tuple(who, nasty, nasty).map(([person, language, zone]) => ({
    authorization: `Demo ${person}`,
    "accept-language": header(language),
    "x-time-zone": header(zone),
    "x-place": header(zone),
  }));
  const json = { "content-type": "application/json" };
  const tabTurn = fc
    .tuple(asTab, fc.uuid(), sentence, pressed, fc.option(anything))
    .map(([headers, id, text, { verb, data }, strange]): HostileRequest => {
      const { kim: _, ...typed } = data;
      const press = { action: verb, fields: JSON.stringify(typed), nonce: data.kim.nonce };
      const body = text.length % 2 === 0 ? { id, text } : { id, ...press };
      return {
        path: "/tab/api/turn",
        method: "POST",
        headers: { ...headers, ...json },
        body: JSON.stringify(strange === null ? body : { ...body, fields: strange }),
      };
    });
  const views = "me|offices|cases|notes|conferences|gaps|meeting".split("|");
  const tabView = fc.tuple(asTab, fc.constantFrom(...views), filling, filling).map(
    ([headers, view, first, second]): HostileRequest => ({
      path: `/tab/api/${view}?${new URLSearchParams({ q: first, case: first, seen: second, chat: second })}`,
      method: "GET",
      headers,
      body: "",
    }),
  );
  const page = fc.tuple(fc.constantFrom("/c/", "/zettel/", "/tab/", "/", "/healthz?x="), nasty, nasty).map(
    ([path, name, query]): HostileRequest => ({
      path: `${path}${inPath(name)}?topic=${inPath(query)}`,
      method: "GET",
      headers: {},
      body: "",
    }),
  );
  const poll = fc.tuple(nasty, nasty, nasty).map(
    ([token, name, value]): HostileRequest => ({
      path: `/c/${inPath(token)}`,
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ [name]: value, "date-0": value, form: value }).toString(),
    }),
  );

  return fc.oneof(
    { weight: 10, arbitrary: whole },
    { weight: 5, arbitrary: damaged },
    { weight: 1, arbitrary: broken },
    { weight: 3, arbitrary: tabTurn },
    { weight: 2, arbitrary: tabView },
    { weight: 1, arbitrary: page },
    { weight: 1, arbitrary: poll },
  );
}

function strike(node: unknown, walk: readonly number[], value: unknown): void {
  const [first = 0, ...rest] = walk;
  if (typeof node !== "object" || node === null) return;
  const members = Object.keys(node);
  const name = members[first % Math.max(1, members.length)];
  if (name === undefined) return;
  const target = node as Record<string, unknown>;
  if (rest.length === 0 || typeof target[name] !== "object") target[name] = value;
  else strike(target[name], rest, value);
}

/** What a client can send in a header at all. */
function header(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?").slice(0, 200);
}

/** Half a surrogate can't be written in a URL. */
function inPath(text: string): string {
  return encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
}
