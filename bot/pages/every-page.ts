import type { PollLinks } from "../../casework/poll/links.js";
import type { Config } from "../config.js";
import type { KnowledgeInMemory } from "../knowledge-in-memory.js";
import type { ClientAddress } from "../limits/client-address.js";
import { admitByAddress, limitPages } from "../limits/limit-pages.js";
import type { Metrics } from "../metrics.js";
import type { QueueState } from "../outbox/queues.js";
import type { Readiness } from "../readiness.js";
import { demoPeople } from "../tab/demo-visitor.js";
import { type TabApiServices, tabApi } from "../tab/tab-api.js";
import { tabFiles } from "../tab/tab-files.js";
import type { HttpRoute } from "../turn/http-route.js";
import { aboutPages } from "./about.js";
import { clientSlipPage } from "./client-slip.js";
import { drawQrCode } from "./draw-qr-code.js";
import { healthPages } from "./health.js";
import { metricsPage } from "./metrics.js";
import { pollPages } from "./poll.js";

export type PageServices = Omit<TabApiServices, "knowledge"> & {
  readonly config: Config;
  readonly addressOf: ClientAddress;
  readonly knowledge: KnowledgeInMemory;
  readonly links: PollLinks;
  readonly metrics: Metrics;
  readonly outbox: () => Promise<readonly QueueState[]>;
  readonly ready: () => Promise<Readiness>;
};

/** Of one address a minute, to the poll page: an office answers with three. */
const POLL_REQUESTS = 60;
/** To all other pages: a whole town hall can stand behind one address, and opening the tab takes a dozen. */
const PAGE_REQUESTS = 3_000;

/** Every page beside the bot's own endpoint, each with its limit. */
export function everyPage(services: PageServices): readonly HttpRoute[] {
  const { config, ledger, knowledge, links, metrics, outbox, ready } = services;
  // In demo mode everybody is this one machine.
  const admit = (most: number) =>
    config.demo ? () => true : admitByAddress(most, ledger.clock, services.addressOf);
  return [
    ...limitPages(
      [
        ...healthPages(ledger.store.engine, ready),
        metricsPage(metrics, outbox),
        ...aboutPages,
        ...tabFiles(),
        ...tabApi({ ...services, knowledge: knowledge.both }),
        ...(config.demo ? [demoPeople(ledger)] : []),
        clientSlipPage(knowledge.directory, drawQrCode),
      ],
      admit(PAGE_REQUESTS),
    ),
    ...pollPages({ ledger, links, admit: admit(POLL_REQUESTS) }),
  ];
}
