import type { conferenceAgenda as german } from "../de/conference-agenda.js";

export const conferenceAgenda: typeof german = {
  case: [
    "Occasion and aim",
    "Consent: who may hear what?",
    "State of things, office by office",
    "The client's view",
    "Options",
    "Measures: who, what, by when",
    "Next date",
  ],
  anonymous: [
    "Occasion and aim",
    "The pattern, without anything about a person",
    "The offices' views, one by one",
    "Options",
    "What we learn from it: who, what, by when",
  ],
};
