import { createHash } from "node:crypto";
import { z } from "zod";
import type { EventContent, IncomingEvent, Locale, Scope } from "../../dialogs/event.js";
import type { ParsedActivity } from "./activity.js";
import { attachmentsOf } from "./attachments.js";
import { maxFieldLength, type PressData, readPress } from "./card-press.js";
import { isObject } from "./json-object.js";
import { cleanText, type Mention, plainText } from "./message-text.js";
import { referenceOf } from "./reference.js";
import { timeZoneOf } from "./time-zone.js";

export type EventResult =
  | { readonly ok: true; readonly event: IncomingEvent }
  | { readonly ok: false; readonly reason: string };

/**
 * The event behind an activity. What the channel may send and we have no use for becomes kind `other`:
 *
 * - `message.empty`: nothing typed, and nothing with it
 * - `message.too-long`, `press.too-long`: more than 8,000 characters in a message or one input. It is not
 *   cut, since half a note would be stored as if it were the whole; the person is to be told instead
 * - `press.foreign`: a button that is none of ours
 * - `invoke.<name>`, `<type>`: any other activity
 *
 * @param at when it arrived, ms since the epoch
 * @param locale overrides the client's language
 */
export function toEvent(activity: ParsedActivity, at: number, locale?: Locale): EventResult {
  const content = readContent(activity);
  if (typeof content === "string") return { ok: false, reason: content };
  const { from } = activity;
  // The compose box may stand in any chat. That of two people is "personal" to Teams, and none of the bot's.
  const scope = content.kind === "search" ? "group" : scopeOf(activity.conversation);
  return {
    ok: true,
    event: {
      id: eventId(activity, content),
      at,
      person: {
        id: from.aadObjectId ?? from.id,
        account: from.id,
        ...(from.name ? { name: cleanText(from.name) } : {}),
      },
      conversation: { id: activity.conversation.id, scope },
      locale: locale ?? (/^en\b/i.test(activity.locale ?? "") ? "en" : "de"),
      timeZone: timeZoneOf(activity),
      reference: referenceOf(activity, scope),
      content,
    },
  };
}

/** The content, or why the activity is malformed. */
function readContent(activity: ParsedActivity): EventContent | string {
  switch (activity.type) {
    case "message": {
      const { value } = activity;
      // A button may carry a text as well (messageBack); then it is a press only if it is one of ours.
      const pressed = isObject(value) && (!activity.text || Object.hasOwn(value, "kim"));
      return pressed ? pressContent({ data: value, ...target(activity) }) : messageContent(activity);
    }
    case "messageUpdate": {
      // A message whose deletion was taken back is there again as it was.
      if (activity.channelData?.eventType === "undeleteMessage") return other("messageUpdate");
      const content = messageContent(activity);
      const { text = "" } = content.kind === "text" || content.kind === "attachments" ? content : {};
      if (text !== "") return { kind: "edited", text, message: activity.id };
      return content.kind === "other" && content.what !== "message.empty" ? content : other("messageUpdate");
    }
    case "messageDelete":
      return { kind: "deleted", message: activity.id };
    case "invoke":
      return invokeContent(activity);
    case "conversationUpdate": {
      const added = activity.membersAdded?.some((member) => member?.id === activity.recipient.id);
      return added ? { kind: "installed" } : other("conversationUpdate");
    }
    case "installationUpdate":
      return activity.action === "add" ? { kind: "installed" } : other("installationUpdate");
    default:
      return other(activity.type);
  }
}

/** An edit or deletion comes under the id of its message, so that it needs one of its own; a redelivery has the same. */
function eventId({ id, timestamp }: ParsedActivity, content: EventContent): string {
  if (content.kind === "deleted") return `${id}/deleted`;
  if (content.kind !== "edited") return id;
  const version = createHash("sha256")
    .update(`${timestamp ?? ""}\n${content.text}`)
    .digest("hex");
  return `${id}/edited/${version.slice(0, 16)}`;
}

function messageContent(activity: ParsedActivity): EventContent {
  const mentions: Mention[] = [];
  for (const found of activity.entities ?? []) {
    if (found?.type === "mention" && found.text && found.mentioned) {
      mentions.push({ text: found.text, id: found.mentioned.id });
    }
  }
  const text = plainText(activity.text ?? "", {
    botId: activity.recipient.id,
    mentions,
    markup: activity.textFormat === "xml",
  });
  if (text.length > maxFieldLength) return other("message.too-long");
  const attachments = attachmentsOf(activity);
  if (attachments) return { kind: "attachments", text, ...attachments };
  return text === "" ? other("message.empty") : { kind: "text", text };
}

const executeValue = z.object({
  action: z.object({ verb: z.string().max(200).nullish(), data: z.unknown().optional() }),
  trigger: z.string().max(50).nullish().catch(undefined),
});

const feedbackValue = z.object({
  actionName: z.literal("feedback"),
  actionValue: z.object({ reaction: z.string().max(50), feedback: z.string().max(100_000).nullish() }),
});

const searchValue = z.object({
  parameters: z
    .array(
      z.object({
        name: z.string().max(100),
        value: z.union([z.string(), z.boolean(), z.number()]).nullish(),
      }),
    )
    .max(10)
    .nullish(),
});

function invokeContent(activity: ParsedActivity): EventContent | string {
  switch (activity.name) {
    case "adaptiveCard/action": {
      const parsed = executeValue.safeParse(activity.value);
      if (!parsed.success) return "value.action: invalid";
      const { verb, data } = parsed.data.action;
      const content = pressContent({ data, ...(verb ? { verb } : {}), ...target(activity) });
      const automatic = parsed.data.trigger === "automatic";
      return automatic && typeof content !== "string" && content.kind === "press"
        ? { ...content, automatic }
        : content;
    }
    case "message/submitAction": {
      const parsed = feedbackValue.safeParse(activity.value);
      if (!parsed.success) return other("invoke.message/submitAction");
      const { reaction, feedback } = parsed.data.actionValue;
      return {
        kind: "feedback",
        reaction,
        comment: commentOf(feedback ?? "").slice(0, maxFieldLength),
        // The Playground does not say which message was meant.
        answerId: activity.replyToId ?? "",
      };
    }
    case "composeExtension/query": {
      const parsed = searchValue.safeParse(activity.value);
      if (!parsed.success) return "value.parameters: invalid";
      // Before anything is typed Teams asks with a parameter `initialRun` alone.
      const typed = parsed.data.parameters?.find(({ name }) => name !== "initialRun")?.value ?? "";
      return { kind: "search", query: cleanText(String(typed)).trim().slice(0, maxFieldLength) };
    }
    default:
      return activity.name ? other(`invoke.${activity.name.slice(0, 100)}`) : "name: missing in an invoke";
  }
}

function pressContent(data: PressData): EventContent | string {
  const result = readPress(data);
  switch (result.kind) {
    case "press":
      return result.press;
    case "foreign":
      return other("press.foreign");
    case "too-long":
      return other("press.too-long");
    case "malformed":
      return `value: ${result.reason}`;
  }
}

/** Teams wraps what was typed into its form as JSON inside of a string. */
function commentOf(feedback: string): string {
  try {
    const form: unknown = JSON.parse(feedback);
    const text = isObject(form) ? form.feedbackText : undefined;
    return typeof text === "string" ? cleanText(text).trim() : "";
  } catch {
    return cleanText(feedback).trim();
  }
}

function target(activity: ParsedActivity): { readonly cardActivityId?: string } {
  return activity.replyToId ? { cardActivityId: activity.replyToId } : {};
}

function other(what: string): EventContent {
  return { kind: "other", what };
}

/** A kind of conversation that we do not know is treated as a group: there the bot says nothing of a case. */
function scopeOf(conversation: ParsedActivity["conversation"]): Scope {
  switch (conversation.conversationType) {
    case "personal":
      return "personal";
    case "channel":
      return "channel";
    case undefined:
    case null:
      return conversation.isGroup ? "group" : "personal";
    default:
      return "group";
  }
}
