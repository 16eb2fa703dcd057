import type { Directory } from "./build.js";
import { classOf } from "./everyday-words.js";
import type { FindResult, Known } from "./model.js";
import { readQuestion } from "./question.js";
import { tokenize } from "./tokens.js";
import { stem } from "./word-forms.js";

/** What a button's id, its label or its number settles. */
export function chosenOption(asked: FindResult, typed: string): Known | undefined {
  const text = typed.trim().toLowerCase();
  const options = asked.options ?? [];
  const option = options.find(({ id, label }) => text === id.toLowerCase() || text === label.toLowerCase());
  return (option ?? (/^[1-9]$/.test(text) && asked.asks !== "age" ? options[Number(text) - 1] : undefined))
    ?.set;
}

/** What was typed counts as an answer only if it says what was asked for and nothing else. */
export function typedAnswer(
  directory: Directory,
  asked: FindResult,
  typed: string,
  context: { readonly today: string },
): Known | undefined {
  const read = readQuestion(directory, typed, {}, context.today);
  const nothingElse = read.topics.length === 0 && read.ambiguous === null && read.kinds.length === 0;
  switch (asked.asks) {
    case "place": {
      const [place] = read.places;
      if (!nothingElse || !read.placeNamed || read.places.length !== 1 || place === undefined)
        return undefined;
      return { place: directory.places[place]?.ars ?? "" };
    }
    case "meaning": {
      const ids = (asked.options ?? []).map(({ id }) => id);
      const meant = [...read.topics, ...(read.ambiguous?.topics ?? [])]
        .map((at) => directory.topics[at]?.id ?? "")
        .filter((id) => ids.includes(id));
      return meant.length === 1 ? { topics: meant } : byLabel(directory, asked, typed);
    }
    case "letters": {
      const letters =
        /^\s*(?:mit\s+|buchstaben?\s+)?(\p{L}{1,3})\.?\s*$/iu.exec(typed)?.[1] ?? read.facts.letters;
      return letters === null || letters === undefined ? undefined : { letters };
    }
    case "age": {
      const years = /^\D{0,12}(\d{1,3})(?:\s*(?:jahre?|j\.?)?(?:\s*alt)?)?\s*$/i.exec(typed)?.[1];
      if (years !== undefined && Number(years) <= 130) return { age: Number(years) };
      const age = read.facts.age;
      return age === null ? undefined : { age: age.from === 0 ? age.to : age.from };
    }
    case "status": {
      const [status] = read.facts.statuses;
      return status === undefined
        ? byLabel(directory, asked, typed)
        : { status: directory.statuses[status] ?? "" };
    }
    default:
      return undefined;
  }
}

/** The button whose label, or whose topic's description, shares most words with what was typed. */
function byLabel(directory: Directory, asked: FindResult, typed: string): Known | undefined {
  const words = tokenize(typed).filter(({ folded }) => classOf(folded) !== "grammar");
  const options = (asked.options ?? []).map((option) => {
    const evidence = directory.evidence[directory.topicAt.get(option.id) ?? -1];
    const label = tokenize(option.label).map(({ folded }) => stem(folded));
    const shared = words
      .map(({ folded }) => stem(folded))
      .filter(
        (word) =>
          evidence?.has(word) ||
          label.some((one) => one === word || (word.length >= 5 && one.startsWith(word))),
      );
    return { set: option.set, shared: shared.length };
  });
  const most = Math.max(0, ...options.map(({ shared }) => shared));
  const best = options.filter(({ shared }) => shared === most);
  return most > 0 && best.length === 1 ? best[0]?.set : undefined;
}
