import { z } from "zod";
import type { Attachments, OtherAttachment, SharedFile } from "../../dialogs/event.js";
import type { ParsedActivity } from "./activity.js";
import { cleanText } from "./message-text.js";

/** A file that a person sent in the 1:1 chat. Source: Microsoft Learn, "Send and receive files through your bot". */
const fileType = "application/vnd.microsoft.teams.file.download.info";
const fileContent = z.object({ downloadUrl: z.url().max(8_000) });

const mostFiles = 10;
const longestName = 200;

/** What came with a message; undefined if nothing did. Teams adds the message itself as text/html: that is nothing. */
export function attachmentsOf({ attachments }: ParsedActivity): Attachments | undefined {
  const files: SharedFile[] = [];
  const others = new Set<OtherAttachment>();
  for (const each of attachments ?? []) {
    const type = each?.contentType ?? "";
    if (!each || type === "text/html") continue;
    const content = type === fileType ? fileContent.safeParse(each.content) : undefined;
    if (content?.success && files.length < mostFiles) {
      files.push({ name: fileName(each.name), url: content.data.downloadUrl });
    } else others.add(otherKind(type));
  }
  return files.length + others.size === 0 ? undefined : { files, others: [...others] };
}

function otherKind(type: string): OtherAttachment {
  if (type.startsWith("image/")) return "image";
  if (type.startsWith("audio/")) return "audio";
  if (type.startsWith("video/")) return "video";
  return /^application\/vnd\.microsoft\.(?:card\.|teams\.card)/.test(type) ? "card" : "file";
}

/** The last part of what may come as a path, without what a file name can't hold. */
function fileName(name: string | null | undefined): string {
  const last =
    cleanText(name ?? "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  return last
    .replace(/[<>:"|?*\n\t]/g, "")
    .trim()
    .slice(-longestName);
}
