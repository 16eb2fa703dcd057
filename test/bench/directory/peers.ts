import { create, insertMultiple, search } from "@orama/orama";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { DirectoryData } from "../../../knowledge/directory/model.js";

/** Office found and how sure the engine is of it, or null. */
export type Hit = { readonly office: string; readonly score: number } | null;
export type Peer = { readonly name: string; readonly ask: (question: string) => Hit };

type Doc = { id: string; title: string; synonyms: string; place: string; office: string; officeName: string };

/** The directory as search engines take it: one document a rule, with topic, place and office as words. */
function documents(data: DirectoryData): Doc[] {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const offices = new Map(data.offices.map((office) => [office.id, office]));
  const places = new Map(data.places.map((place) => [place.ars, place]));
  return data.responsibilities
    .filter(({ role }) => role === "responsible")
    .map((rule, at) => {
      const topic = topics.get(rule.topic);
      const place = places.get(rule.ars);
      return {
        id: String(at),
        title: topic?.title ?? "",
        synonyms: topic?.synonyms.join(" ; ") ?? "",
        place: place === undefined ? "" : [place.name, ...place.parts, ...place.postcodes].join(" "),
        office: rule.office,
        officeName: offices.get(rule.office)?.name ?? "",
      };
    });
}

/** Each peer set up for German half-sentences as its manual suggests: fuzzy, prefixes, weights on the names. */
export function peers(data: DirectoryData): readonly Peer[] {
  const docs = documents(data);
  return [miniSearch(docs), fuse(docs), orama(docs)];
}

function miniSearch(docs: Doc[]): Peer {
  const engine = new MiniSearch<Doc>({
    fields: ["title", "synonyms", "place", "officeName"],
    storeFields: ["office"],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 2, synonyms: 2, place: 2 } },
  });
  engine.addAll(docs);
  return {
    name: "MiniSearch",
    ask: (question) => {
      const [best] = engine.search(question);
      return best === undefined ? null : { office: String(best.office), score: best.score };
    },
  };
}

function fuse(docs: Doc[]): Peer {
  const engine = new Fuse(docs, {
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
    keys: [
      { name: "title", weight: 2 },
      { name: "synonyms", weight: 2 },
      { name: "place", weight: 2 },
      { name: "officeName", weight: 1 },
    ],
  });
  return {
    name: "Fuse.js",
    ask: (question) => {
      const [best] = engine.search(question, { limit: 1 });
      return best === undefined ? null : { office: best.item.office, score: 1 - (best.score ?? 1) };
    },
  };
}

function orama(docs: Doc[]): Peer {
  const engine = create({
    schema: {
      title: "string",
      synonyms: "string",
      place: "string",
      officeName: "string",
      office: "string",
    } as const,
    language: "german",
  });
  insertMultiple(engine, docs);
  return {
    name: "Orama",
    ask: (question) => {
      const found = search(engine, {
        term: question,
        properties: ["title", "synonyms", "place", "officeName"],
        boost: { title: 2, synonyms: 2, place: 2 },
        tolerance: 1,
        limit: 1,
      });
      if (found instanceof Promise) throw new Error("Orama was expected to answer at once");
      const [best] = found.hits;
      return best === undefined ? null : { office: String(best.document.office), score: best.score };
    },
  };
}
