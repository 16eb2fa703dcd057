/**
 * Message-IDs of ours say what a mail is about, so that an answer or a report that names one leads back to it:
 * `<conference>.<participant>.<sequence>.<method>` or `<poll>.<participant>.poll`, each `@<our domain>`.
 */

export function invitationMessageId(
  conferenceId: string,
  participant: string,
  sequence: number,
  method: string,
  domain: string,
): string {
  return plain(`<${conferenceId}.${participant}.${sequence}.${method}@${domain}>`);
}

export function pollMessageId(pollId: string, participant: string, domain: string): string {
  return plain(`<${pollId}.${participant}.poll@${domain}>`);
}

export function minutesMessageId(
  conferenceId: string,
  participant: string,
  sending: string,
  domain: string,
): string {
  return plain(`<${conferenceId}.${participant}.minutes-${sending}@${domain}>`);
}

export function reminderMessageId(
  conferenceId: string,
  participant: string,
  dateSequence: number,
  domain: string,
): string {
  return plain(`<${conferenceId}.${participant}.reminder-${dateSequence}@${domain}>`);
}

const subject = "K-[0-9A-HJKMNP-TV-Z]{5}|FB-[0-9A-HJKMNP-TV-Z]{5}";
const ofInvitation = new RegExp(`^(${subject})(\\.\\d+)?\\.(.+)\\.\\d+\\.(?:REQUEST|CANCEL)@`);
const ofPoll = new RegExp(`^((?:${subject})[.-][0-9a-f]+)\\.(.+)\\.poll@`);

export type Sent =
  | {
      readonly kind: "invitation";
      readonly conferenceId: string;
      readonly isTo: (participant: string) => boolean;
    }
  | { readonly kind: "poll"; readonly pollId: string; readonly isTo: (participant: string) => boolean };

/** What a Message-ID without brackets was given to; undefined if it is none of ours. */
export function sentAs(messageId: string): Sent | undefined {
  const poll = ofPoll.exec(messageId);
  if (poll) return { kind: "poll", pollId: poll[1] ?? "", isTo: (id) => plain(id) === poll[2] };
  const invitation = ofInvitation.exec(messageId);
  if (!invitation) return undefined;
  const [, about = "", number = "", to] = invitation;
  return { kind: "invitation", conferenceId: `${about}${number}`, isTo: (id) => plain(id) === to };
}

/** Ids of the directory may hold what a Message-ID may not. */
function plain(text: string): string {
  return text.replace(/[^\w.@<>-]/g, "-");
}
