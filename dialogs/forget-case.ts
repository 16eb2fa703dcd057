import type { UnitOfWork } from "../casework/store/unit-of-work.js";
import { stateRecord } from "./state.js";

/** Takes an erased case out of what these chats remember: their last case and a form that is open for it. */
export async function forgetInChats(
  unit: UnitOfWork,
  chats: readonly string[],
  caseId: string,
): Promise<void> {
  for (const chat of chats) {
    const state = await unit.read(stateRecord, chat);
    if (!state) continue;
    const { lastCase, openDraft, ...rest } = state;
    const kept = {
      ...rest,
      ...(lastCase && lastCase !== caseId ? { lastCase } : {}),
      ...(openDraft && !openDraft.startsWith(`${caseId}.`) ? { openDraft } : {}),
    };
    await unit.write(stateRecord, chat, kept);
  }
}
