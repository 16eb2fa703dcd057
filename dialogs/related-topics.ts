import type { Directory } from "../knowledge/directory/build.js";

/** How many topics a card offers to tick: those understood, and as many of the same Rechtskreise as fit. */
const MOST = 8;

/** The topics to offer in a form: the given ones first, then others of the same Rechtskreise. */
export function relatedTopics(directory: Directory, chosen: readonly string[]): readonly string[] {
  const rechtskreise = new Set(
    directory.topics.filter((topic) => chosen.includes(topic.id)).map((topic) => topic.rechtskreis),
  );
  const near = directory.topics
    .filter((topic) => rechtskreise.has(topic.rechtskreis) && !chosen.includes(topic.id))
    .map((topic) => topic.id);
  return [...chosen, ...near].slice(0, Math.max(MOST, chosen.length));
}
