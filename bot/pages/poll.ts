import { randomBytes } from "node:crypto";
import type { PollLinks } from "../../casework/poll/links.js";
import { type Ability, abilities, type Poll, pollRecord, voteOf } from "../../casework/poll/poll.js";
import { castVote, isAbility, mayTakePart } from "../../casework/poll/run-poll.js";
import { StoreUnavailable } from "../../casework/store/store.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import type { Admit } from "../limits/limit-pages.js";
import { de } from "../texts/de.js";
import { readableInstant, readableSpan } from "../texts/format.js";
import type { HttpRequest, HttpResponse, HttpRoute } from "../turn/http-route.js";
import { type Ledger, transact } from "../turn/transact.js";
import { escapeHtml, htmlHeaders, htmlPage } from "./html.js";

export type PollPageServices = {
  readonly ledger: Ledger;
  readonly links: PollLinks;
  readonly admit: Admit;
};

const VOTE_MS = 8_000;
const words = de.poll.page;

/**
 * `/c/<token>`: one page on which an office without a calendar of ours says when it can. Opening it changes nothing,
 * since mail scanners open links; only the form does. No login, no script, no word about anybody's case.
 */
export function pollPages({ ledger, links, admit }: PollPageServices): readonly HttpRoute[] {
  /** The poll and who asks for it, or undefined: forged, expired, unknown and no longer allowed are all the same. */
  async function find(request: HttpRequest) {
    const link = links.read(request.params.token ?? "", ledger.clock());
    if (!link) return undefined;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const poll = await unit.read(pollRecord, link.pollId);
    const voter = poll?.participants[link.place];
    if (!poll || !voter || !(await mayTakePart(unit, poll, voter))) return undefined;
    return { poll, voter };
  }

  async function show(request: HttpRequest): Promise<HttpResponse> {
    const found = await find(request);
    if (!found) return answerUnknown();
    const { poll, voter } = found;
    if (!isOpen(poll, ledger.clock())) return answerEnded();
    const before = voteOf(poll, voter.id)?.abilities ?? [];
    const notice = before.length > 0 ? words.alreadyAnswered : undefined;
    return answerForm(200, poll, voter.name, before, { ...(notice ? { notice } : {}) });
  }

  async function vote(request: HttpRequest): Promise<HttpResponse> {
    const found = await find(request);
    if (!found) return answerUnknown();
    const { poll, voter } = found;
    const chosen = poll.dates.map((_, place) => request.fields[`date-${place}`]);
    const complete = chosen.filter(isAbility);
    if (complete.length < chosen.length) {
      return isOpen(poll, ledger.clock())
        ? answerForm(422, poll, voter.name, chosen, { incomplete: true })
        : answerEnded();
    }
    const nonce = /^[\w-]{16,40}$/.exec(request.fields.form ?? "")?.[0];
    const now = ledger.clock();
    const once = nonce === undefined ? [] : [`poll/${poll.id}/${voter.id}/${nonce}`];
    const done = await transact(ledger, { once, now, deadline: now + VOTE_MS }, async (unit) => {
      const voted = await castVote(unit, `poll:${voter.id}`, poll.id, {
        participant: voter.id,
        abilities: complete,
        source: "link",
      });
      return { kind: voted.kind, ended: voted.kind === "voted" && voted.poll.state !== "open" };
    });
    if (done.kind !== "done") return answerNotice(503, words.busyTitle, words.busy);
    switch (done.result.kind) {
      case "unknown":
        return answerUnknown();
      case "closed":
        return answerEnded();
      case "voted":
        return answerForm(200, poll, voter.name, complete, {
          notice: done.result.ended ? words.savedEnded : words.saved,
          ended: done.result.ended,
        });
    }
  }

  const limited =
    (handle: (request: HttpRequest) => Promise<HttpResponse>) =>
    async (request: HttpRequest): Promise<HttpResponse> =>
      admit(request)
        ? handle(request).catch(answerStoreAway)
        : answerNotice(429, words.tooManyTitle, words.tooMany, { "retry-after": "60" });

  return [
    { method: "GET", path: "/c/:token", handle: limited(show) },
    { method: "POST", path: "/c/:token", handle: limited(vote) },
  ];
}

// A form that is sent without a Referer has the origin "null", which demo mode refuses; the token still leaves no site.
const HEADERS = { ...htmlHeaders, "referrer-policy": "same-origin", "x-robots-tag": "noindex, nofollow" };

function isOpen(poll: Poll, now: number): boolean {
  return poll.state === "open" && now < poll.closesAt;
}

function answerUnknown(): HttpResponse {
  return answerNotice(404, words.unknownTitle, words.unknown);
}

function answerEnded(): HttpResponse {
  return answerNotice(200, words.endedTitle, words.ended);
}

/** The form's own nonce makes sure that a vote which landed all the same counts once. */
function answerStoreAway(error: unknown): HttpResponse {
  if (!(error instanceof StoreUnavailable)) throw error;
  return answerNotice(503, words.busyTitle, words.storeAway, { "retry-after": "60" });
}

function answerNotice(
  status: number,
  title: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const body = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`;
  return { status, headers: { ...HEADERS, ...headers }, body: htmlPage(title, body) };
}

type FormOptions = {
  readonly notice?: string;
  readonly incomplete?: boolean;
  /** Nothing can be changed any more. */
  readonly ended?: boolean;
};

function answerForm(
  status: number,
  poll: Poll,
  office: string,
  chosen: readonly (string | undefined)[],
  { notice, incomplete = false, ended = false }: FormOptions,
): HttpResponse {
  const dates = poll.dates.map(({ start, end }) => readableSpan("de", poll.timeZone, start, end));
  const missing = incomplete
    ? dates.flatMap((date, place) => (isAbility(chosen[place]) ? [] : [{ date, place }]))
    : [];
  const title = words.title(poll.publicId);
  const body = [
    missing.length > 0 ? problems(missing) : "",
    `<h1>${escapeHtml(title)}</h1>`,
    `<p><strong>${escapeHtml(words.for(office))}</strong></p>`,
    notice ? `<p class="done" role="status">✓ ${escapeHtml(notice)}</p>` : "",
    ended
      ? summary(dates, chosen)
      : form(
          dates,
          chosen,
          missing.map(({ place }) => place),
          notice ? words.change : words.send,
        ),
    ended
      ? ""
      : `<p>${escapeHtml(words.until(`${readableInstant("de", poll.timeZone, poll.closesAt)} Uhr`))}</p>`,
  ].join("\n");
  const pageTitle = missing.length > 0 ? `${words.faulty}: ${title}` : title;
  return { status, headers: HEADERS, body: htmlPage(pageTitle, body) };
}

function problems(missing: readonly { readonly date: string; readonly place: number }[]): string {
  const lines = missing.map(
    ({ date, place }) => `<li><a href="#date-${place}-yes">${escapeHtml(words.incomplete(date))}</a></li>`,
  );
  return `<div class="problem" role="alert"><h2>${words.incompleteTitle}</h2><ul>${lines.join("")}</ul></div>`;
}

function form(
  dates: readonly string[],
  chosen: readonly (string | undefined)[],
  missing: readonly number[],
  button: string,
): string {
  const nonce = randomBytes(18).toString("base64url");
  const fields = dates.map((date, place) => {
    const problem = missing.includes(place);
    const hint = problem
      ? `<p class="hint" id="date-${place}-problem">${escapeHtml(words.incomplete(date))}</p>`
      : "";
    const options = abilities.map((ability) => option(place, ability, chosen[place] === ability));
    return `<fieldset${problem ? ` class="problem" aria-describedby="date-${place}-problem"` : ""}>
<legend>${escapeHtml(date)}</legend>${hint}
${options.join("\n")}
</fieldset>`;
  });
  return `<form method="post" autocomplete="off">
<p>${escapeHtml(words.intro)}</p>
${fields.join("\n")}
<input type="hidden" name="form" value="${nonce}">
<button type="submit">${escapeHtml(button)}</button>
</form>`;
}

function option(place: number, ability: Ability, checked: boolean): string {
  const id = `date-${place}-${ability}`;
  return `<label for="${id}"><input type="radio" id="${id}" name="date-${place}" value="${ability}" required${checked ? " checked" : ""}> ${escapeHtml(de.poll.abilities[ability])}</label>`;
}

function summary(dates: readonly string[], chosen: readonly (string | undefined)[]): string {
  const rows = dates.map((date, place) => {
    const ability = chosen[place];
    return `<dt>${escapeHtml(date)}</dt><dd>${isAbility(ability) ? escapeHtml(de.poll.abilities[ability]) : ""}</dd>`;
  });
  return `<dl>${rows.join("")}</dl>`;
}
