import { CloudAdapter } from "botbuilder/lib/cloudAdapter.js";
import type { ResourceResponse, TurnContext } from "botbuilder-core";
import type { AuthenticateRequestResult } from "botframework-connector";
import { type Activity, ActivityEventNames, type ConversationReference } from "botframework-schema";
import type { ParsedActivity } from "./activity.js";
import type { StreamPiece } from "./answer-stream.js";
import type { Authentication } from "./authentication.js";
import type { Connector } from "./connector.js";
import type { OutgoingMessage } from "./message.js";
import type { Reference } from "./reference.js";

/** What may be sent: a message, a piece of one that is being written, or the sign that the bot is at work. */
export type Outgoing = OutgoingMessage | StreamPiece | { readonly type: "typing" };

/** A conversation that can be written to. Each call rejects with a DeliveryError if the channel does not take it. */
export type Channel = {
  /** @returns the id of the new activity, "" if the channel gave none */
  send(activity: Outgoing): Promise<string>;
  update(activityId: string, message: OutgoingMessage): Promise<void>;
};

/** A sign of typing that comes late or twice is worse than none. */
const typingCall = { attempts: 1, deadlineMs: 2_000 };

/** What the bot begins by itself comes out of the outbox, which waits and repeats without holding anybody up. */
const unaskedCall = { attempts: 1 };

/**
 * botbuilder's CloudAdapter over our own connection to the channel (why our own: see connector.ts).
 * It adds who speaks to whom, where, and in answer to what; the rest of a message is ours.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #connector: Connector;
  readonly #appId: string;

  constructor(authentication: Authentication, connector: Connector, appId: string) {
    super(authentication.framework);
    this.#connector = connector;
    this.#appId = appId;
  }

  /** Runs a turn in answer to an activity that has been authenticated. */
  answer(
    identity: AuthenticateRequestResult,
    activity: ParsedActivity,
    work: (channel: Channel) => Promise<void>,
  ): Promise<void> {
    return this.processActivityDirect(identity, incoming(activity), (context) => work(channelOf(context)));
  }

  /** Runs a turn that the bot begins, in a conversation it was in before. Rejects as `work` does. */
  begin(reference: Reference, work: (channel: Channel) => Promise<void>): Promise<void> {
    // The framework's type wants names as well; the channel does not.
    const where = reference as unknown as Partial<ConversationReference>;
    return this.continueConversationAsync(this.#appId, where, (context) => work(channelOf(context)));
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const each of activities) {
      const activity = withoutMadeUpCause(context, each);
      const options = activity.type === "typing" ? typingCall : isUnasked(context) ? unaskedCall : {};
      sent.push({ id: await this.#connector.create(addressOf(activity), activity, options) });
    }
    return sent;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const { id = "", ...content } = withoutMadeUpCause(context, activity);
    await this.#connector.update(addressOf(content), id, content, isUnasked(context) ? unaskedCall : {});
    return { id };
  }
}

function isUnasked(context: TurnContext): boolean {
  return context.activity.name === ActivityEventNames.ContinueConversation;
}

/** A turn that the bot begins is about an event of the framework's making; nobody can be answered to that. */
function withoutMadeUpCause(context: TurnContext, activity: Partial<Activity>): Partial<Activity> {
  if (!isUnasked(context)) return activity;
  const { replyToId: _, ...rest } = activity;
  return rest;
}

/**
 * The framework's view of an activity, with what it needs to address the answers. Above all without
 * `deliveryMode`, which would make it keep the answers back.
 */
function incoming({
  type,
  id,
  channelId,
  serviceUrl,
  from,
  recipient,
  conversation,
}: ParsedActivity): Activity {
  return { type, id, channelId, serviceUrl, from, recipient, conversation } as unknown as Activity;
}

function channelOf(context: TurnContext): Channel {
  return {
    send: async (activity) => (await context.sendActivity(asFramework(activity)))?.id ?? "",
    update: async (id, message) => {
      await context.updateActivity({ ...asFramework(message), id });
    },
  };
}

/** The framework's type is of mutable members, and knows no `@type` in an entity. */
function asFramework(activity: Outgoing): Partial<Activity> {
  return activity as unknown as Partial<Activity>;
}

function addressOf({ serviceUrl = "", conversation, replyToId }: Partial<Activity>) {
  const to = { serviceUrl, conversation: conversation?.id ?? "" };
  return replyToId === undefined ? to : { ...to, replyTo: replyToId };
}
