import { followUpFromText } from "../../dialogs/add-follow-up.js";
import { measureFromText } from "../../dialogs/add-measure.js";
import { noteFromText } from "../../dialogs/add-note.js";
import { showAgenda } from "../../dialogs/agenda.js";
import { planAnonymous } from "../../dialogs/anonymous-discussion.js";
import { showMyQuestions } from "../../dialogs/ask-expert.js";
import { callOffFromText } from "../../dialogs/call-off-conference.js";
import { showContacts } from "../../dialogs/case-contacts.js";
import { askWhichCase } from "../../dialogs/choose-case.js";
import { coverFromText } from "../../dialogs/cover-cases.js";
import { protectFirst } from "../../dialogs/emergency.js";
import { showGaps } from "../../dialogs/figures.js";
import { answerPending, answerQuestion } from "../../dialogs/find-office.js";
import { moveFromText } from "../../dialogs/move-conference.js";
import { offerCaseForm } from "../../dialogs/open-case.js";
import { consentFromText } from "../../dialogs/record-consent.js";
import { planFromText } from "../../dialogs/schedule-conference.js";
import { setReminder, setWorkDays } from "../../dialogs/set-reminder.js";
import { showAbsence } from "../../dialogs/show-absence.js";
import { listCases, showCase, showHistory } from "../../dialogs/show-case.js";
import { showConsents } from "../../dialogs/show-consents.js";
import { identityFromText } from "../../dialogs/tell-identity.js";
import { offerTransfer } from "../../dialogs/transfer-case.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { undoLast } from "../../dialogs/undo-last.js";
import { cancel, welcome } from "../../dialogs/welcome.js";
import { whoComes } from "../../dialogs/who-comes.js";
import { minutesFromText } from "../../dialogs/write-minutes.js";
import { isEmergency } from "../../knowledge/directory/emergency.js";
import type { Command } from "./command.js";
import { parseCommand } from "./parse-command.js";
import { namedBy, refusal } from "./refusal.js";
import { rightsOfCommands } from "./rights-of-commands.js";
import { type LifecycleCommand, runLifecycle } from "./run-lifecycle.js";
import { type ProtectionCommand, runProtection } from "./run-protection.js";

export type TextOptions = {
  /** The emergency card was shown before; go on with what was asked. */
  readonly protected?: boolean;
  /** The case that was chosen where the text names none. */
  readonly caseId?: string;
  /** The text is the value of a button under a question back. */
  readonly answering?: boolean;
};

/** Free text, read in this order: danger first, then commands, then the answer to a question back, then questions. */
export async function routeText(turn: Turn, text: string, options: TextOptions = {}): Promise<Outcome> {
  const { pending } = turn.state;
  if (options.answering && pending) {
    const answered = await answerPending(turn, pending, text);
    if (answered) return answered;
  }
  const command = parseCommand(text, { today: turn.today });
  if (!options.protected && isEmergency(text)) {
    return protectFirst(turn, text, command !== undefined && isCasework(command));
  }
  if (command) return runCommand(turn, command, text, options);
  return (pending && (await answerPending(turn, pending, text))) ?? answerQuestion(turn, text);
}

async function runCommand(
  turn: Turn,
  command: Command,
  text: string,
  options: TextOptions,
): Promise<Outcome> {
  const refused = await refusal(turn, rightsOfCommands[command.kind], namedBy(command));
  if (refused) return refused;
  switch (command.kind) {
    case "greeting":
    case "help":
      return welcome(turn);
    case "cancel":
      return cancel(turn);
    case "figures":
      return showGaps(turn);
    case "new-case":
      return offerCaseForm(turn, command.about, command.parts);
    case "my-questions":
      return showMyQuestions(turn);
    case "my-cases":
      return listCases(turn);
    case "agenda":
      return showAgenda(turn, { window: command.window });
    case "reminder":
      return setReminder(turn, command.minuteOfDay);
    case "work-days":
      return setWorkDays(turn, command.days);
    case "absence":
      return showAbsence(turn, command.since);
    case "cover":
      return coverFromText(turn, command);
    case "undo":
      return undoLast(turn);
    case "show-case":
      return showCase(turn, command.caseId);
    case "attendance":
      return whoComes(turn, command.caseId);
    case "shared":
      return whoComes(turn, "last");
    case "move-conference":
      return moveFromText(turn, command.of, command);
    case "call-off-conference":
      return callOffFromText(turn, command.of);
    default: {
      if (command.kind === "plan-conference" && command.anonymous) return planAnonymous(turn, command, text);
      const caseId = command.caseId === "last" ? options.caseId : command.caseId;
      return caseId ? runOnCase(turn, command, caseId) : askWhichCase(turn, text);
    }
  }
}

type OnCase =
  | LifecycleCommand
  | ProtectionCommand
  | Extract<
      Command,
      {
        kind:
          | "add-note"
          | "history"
          | "add-measure"
          | "plan-conference"
          | "contacts"
          | "consent"
          | "consents"
          | "transfer"
          | "minutes"
          | "identity";
      }
    >;

function runOnCase(turn: Turn, command: OnCase, caseId: string): Promise<Outcome> {
  switch (command.kind) {
    case "transfer":
      return offerTransfer(turn, caseId);
    case "change-phase":
    case "close-case":
    case "reopen-case":
    case "hand-over":
      return runLifecycle(turn, command, caseId);
    case "add-note":
      return noteFromText(turn, caseId, command.note);
    case "history":
      return showHistory(turn, caseId);
    case "add-measure":
      return command.followUp === undefined
        ? measureFromText(turn, caseId, command)
        : followUpFromText(turn, caseId, followUpOf(command, command.followUp));
    case "plan-conference":
      return planFromText(turn, caseId, command);
    case "contacts":
      return showContacts(turn, caseId);
    case "consent":
      return consentFromText(turn, caseId, command);
    case "consents":
      return showConsents(turn, caseId);
    case "export-case":
    case "erase-case":
    case "hold-case":
    case "emergency-access":
    case "gap":
      return runProtection(turn, command, caseId);
    case "minutes":
      return minutesFromText(turn, caseId);
    case "identity":
      return identityFromText(turn, caseId, command);
  }
}

function followUpOf({ due, impossibleDate }: Extract<Command, { kind: "add-measure" }>, text: string) {
  return { text, ...(due ? { on: due } : {}), ...(impossibleDate ? { impossibleDate } : {}) };
}

/** Everything that shows or changes a case. */
function isCasework({ kind }: Command): boolean {
  return rightsOfCommands[kind] === "casework" || rightsOfCommands[kind] === "cover";
}
