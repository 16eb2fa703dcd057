import { expect, test } from "@jest/globals";
import { caseRecord } from "../../../casework/case/case.js";
import { decodeRecord } from "../../../casework/store/record.js";

test("a case of schema 1 is read: its deputies have no end, what came later is empty", () => {
  const old = {
    id: "K-7F3Q9",
    owner: "a",
    deputies: ["b"],
    agency: "KIM",
    state: "open",
    phase: "intake",
    place: null,
    topics: [],
    languages: [],
    interpreter: "unknown",
    urgency: "normal",
    measures: [],
    consents: [],
    createdAt: 1,
    changedAt: 1,
  };
  const read = decodeRecord(caseRecord, Buffer.from(JSON.stringify({ s: 1, d: old })));
  expect(read.deputies).toEqual([{ person: "b" }]);
  expect(read).toMatchObject({ phaseHistory: [], goals: [], followUps: [], similarTo: [] });
});
