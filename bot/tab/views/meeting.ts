import { attendanceRecord, nobodyAnswered } from "../../../casework/attendance/attendance.js";
import { standingOf } from "../../../casework/attendance/standing.js";
import { audit } from "../../../casework/audit/audit.js";
import { conferenceFor } from "../../../casework/conference/access.js";
import { type Conference, publicIdOf } from "../../../casework/conference/conference.js";
import { recentConferencesBy } from "../../../casework/conference/convened.js";
import { meetingRecord } from "../../../casework/conference/meeting.js";
import type { Turn } from "../../../dialogs/turn.js";
import { personalChatLink } from "../../cards/notices.js";
import { readableSpan } from "../../texts/format.js";
import type { MeetingView } from "./view-models.js";

/** People come early, and stay longer than was planned. */
const EARLY_MS = 30 * 60_000;
const LATE_MS = 60 * 60_000;

/**
 * The side panel of a meeting: what a conference goes through, and the way into the 1:1 chat where its minutes are
 * written. Screens are shared in meetings, so of the case there is its id and no more, and that for the convener alone.
 *
 * @param chat id of the meeting's chat (`19:meeting_…@thread.v2`), as Teams tells it to the page; it is not trusted
 */
export async function meetingView(turn: Turn, chat: string): Promise<MeetingView> {
  const { texts, event, settings } = turn;
  const conference = await conferenceOfMeeting(turn, chat);
  const minutesOf = conference?.caseId;
  return {
    agenda: texts.preparation.agenda[conference?.format ?? "case"],
    chatUrl: personalChatLink(
      settings.botId,
      minutesOf === undefined ? undefined : texts.tab.meeting.minutesOf(minutesOf),
    ),
    ...(conference
      ? {
          conference: {
            publicId: publicIdOf(conference),
            when: readableSpan(event.locale, conference.timeZone, conference.start, conference.end),
            ...(await comingTo(turn, conference)),
          },
        }
      : {}),
  };
}

/** How many come. Which offices deal with the case is said in the 1:1 chat alone. */
async function comingTo({ unit, texts, settings }: Turn, conference: Conference) {
  const attendance = await unit.read(attendanceRecord, conference.id);
  const { coming, asked } = standingOf(conference, attendance ?? nobodyAnswered);
  const question = texts.tab.meeting.comingTo(publicIdOf(conference));
  return {
    coming: texts.attendance.count(coming, asked),
    comingUrl: personalChatLink(settings.botId, question),
  };
}

/** The own conference that this meeting was made for; where none names this chat, the one that is on now. */
async function conferenceOfMeeting(turn: Turn, chat: string): Promise<Conference | undefined> {
  const { unit, actor } = turn;
  const own = (await recentConferencesBy(unit, actor.id)).filter(({ state }) => state === "planned");
  const found = (await namingChat(turn, own, chat)) ?? onNow(own, unit.now);
  if (!found) return undefined;
  const allowed = await conferenceFor(unit, actor, found.id, "silent");
  if (allowed?.caseId !== undefined) await audit(unit, actor.id, "case-listed", allowed.caseId);
  return allowed;
}

async function namingChat(
  { unit }: Turn,
  conferences: readonly Conference[],
  chat: string,
): Promise<Conference | undefined> {
  if (!/^19:[\w@.:-]{10,200}$/.test(chat)) return undefined;
  const entries = await unit.readMany(
    meetingRecord,
    conferences.map(({ id }) => id),
  );
  return conferences.find(({ where }, i) =>
    [entries[i]?.joinUrl, where].some((link) => link !== undefined && names(link, chat)),
  );
}

/** A join link holds the id of the chat, percent-encoded: `…/l/meetup-join/19%3ameeting_…%40thread.v2/0?…`. */
function names(link: string, chat: string): boolean {
  try {
    return decodeURIComponent(link)
      .split(/[/?\s]/)
      .includes(chat);
  } catch {
    return false;
  }
}

/** Undefined also where two are on at a time: then nobody can tell. */
function onNow(conferences: readonly Conference[], now: number): Conference | undefined {
  const [first, ...others] = conferences.filter(
    ({ start, end }) => Date.parse(start) - EARLY_MS <= now && now <= Date.parse(end) + LATE_MS,
  );
  return others.length === 0 ? first : undefined;
}
