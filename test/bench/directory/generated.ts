import { townsElsewhere } from "../../../knowledge/directory/elsewhere.js";
import type { DirectoryData, Office, Responsibility, Topic } from "../../../knowledge/directory/model.js";

const MUNICIPALITIES = 396;
const TOPICS_PER_OFFICE = 10;

const subjects =
  "Quarkstein Lindenfrost Moorbirken Saumtier Kupferdraht Eichenlaub Flachswebe Grubenlicht Hagelkorn Kieselgur Lorenbahn Mergelton Nebelhorn Orgelbau Pechfackel Riedgras Schiefertafel Torfmull Ulmenrinde Veilchenduft Weidenkorb Zinnfigur Ambossklang Bernstein Distelwolle".split(
    " ",
  );
const affairs = "pass|beihilfe|zulage|vorsorge|schutzbrief|lizenz|attest|fahndung|register|zertifikat".split(
  "|",
);

/** One rule for each of 396 municipalities and 250 topics, about 10,000 offices: 99,000 rules of an invented Land. */
export function generatedDirectory(): DirectoryData {
  const names = [...new Set(townsElsewhere.values())].slice(0, MUNICIPALITIES);
  const places = names.map((name, at) => ({
    ars: `05${100 + Math.floor(at / 12)}${String(1000 + at).slice(0, 4)}${String(at).padStart(3, "0")}`,
    name,
    postcodes: [String(40000 + at)],
    parts: [`${name}-Altdorf`],
  }));
  const topics: Topic[] = subjects.flatMap((subject) =>
    affairs.map((affair) => ({
      id: `${subject}${affair}`.toLowerCase(),
      title: `${subject}${affair}`,
      rechtskreis: "MELDE" as const,
      synonyms: [`${subject}-${affair}-antrag`, `Antrag auf ${subject}${affair}`, `${affair} für ${subject}`],
      leika: [],
      description: "",
    })),
  );
  const offices: Office[] = [];
  const responsibilities: Responsibility[] = [];
  for (const [at, place] of places.entries()) {
    for (const [number, topic] of topics.entries()) {
      const office = `${at}-${Math.floor(number / TOPICS_PER_OFFICE)}`;
      if (number % TOPICS_PER_OFFICE === 0)
        offices.push(officeOf(office, subjects[number / TOPICS_PER_OFFICE] ?? "", place.name));
      responsibilities.push(ruleOf(topic.id, office, place.ars));
    }
  }
  return { places, topics, offices, responsibilities };
}

/** Questions with the office that must come: every topic once, towns in turn, some misspelt, some without a town. */
export function generatedQuestions(
  data: DirectoryData,
): readonly { readonly text: string; readonly office: string | null }[] {
  return Array.from({ length: 1000 }, (_, i) => {
    const topic = data.topics[(i * 7) % data.topics.length];
    const place = data.places[(i * 31) % data.places.length];
    const title = topic?.title ?? "";
    const name = place?.name ?? "";
    const office =
      data.responsibilities[
        ((i * 31) % data.places.length) * data.topics.length + ((i * 7) % data.topics.length)
      ]?.office ?? "";
    switch (i % 5) {
      case 0:
        return { text: `${title} ${name}`, office };
      case 1:
        return { text: `wer ist in ${name.toLowerCase()} für ${title.toLowerCase()} zuständig?`, office };
      case 2:
        return {
          text: `klient aus ${name} braucht ${title.slice(0, 4)}${title.slice(5)} bis freitag`,
          office,
        };
      case 3:
        return { text: `${title}santragsformular, wohin in ${place?.postcodes[0]}`, office };
      default:
        return { text: `wo beantragt man ${title}`, office: null };
    }
  });
}

const officeOf = (id: string, subject: string, town: string): Office => ({
  id,
  name: `${subject}amt ${town}`,
  authority: town,
  rechtskreis: "MELDE",
  street: "",
  postcode: "",
  city: "",
  phone: "",
  email: "",
  website: "",
  openingHours: "",
  teamsUser: "",
  calendar: "",
  note: "",
  source: "erzeugt",
  checkedAt: "2026-11-01",
});

const ruleOf = (topic: string, office: string, ars: string): Responsibility => ({
  topic,
  office,
  ars,
  surnames: "",
  ageFrom: null,
  ageTo: null,
  status: [],
  role: "responsible",
  validFrom: "",
  validTo: "",
  source: "erzeugt",
  checkedAt: "2026-11-01",
  note: "",
});
