import { describe, expect, test } from "@jest/globals";
import type { Participant } from "../../../casework/conference/conference.js";
import { holdsHealth, withoutHealth } from "../../../casework/minutes/health-in-minutes.js";
import { contentFor, type Minutes } from "../../../casework/minutes/minutes.js";
import { releaseTo } from "../../../casework/minutes/send-minutes.js";

const minutes: Minutes = {
  state: "saved",
  present: ["convener", "JC", "A33"],
  decisions: [
    { text: "Wegen der Depression wird gewartet. Die Verlängerung wird beantragt.", office: "A33" },
    { text: "Das Jobcenter zahlt weiter.", office: "" },
  ],
  measures: [
    { what: "Wegen der Depression einen Therapieplatz suchen", office: "JC", responsible: "Jobcenter" },
    { what: "Termin vergeben", office: "A33", responsible: "Ausländeramt" },
  ],
  dissent: "",
  entrusted: false,
  sendings: [],
  changedAt: 0,
};

const immigration: Participant = {
  id: "A33",
  name: "Ausländeramt",
  rechtskreis: "AUFENTHG",
  email: "a33@example.org",
  kind: "office",
  required: true,
  min: 1,
  why: "",
};

describe("what of the minutes an office gets", () => {
  test("is in an extract what is marked for it, and nothing that others do", () => {
    const extract = contentFor(minutes, "A33", "extract");
    expect(extract.decisions).toHaveLength(1);
    expect(extract.measures.map(({ what }) => what)).toEqual(["Termin vergeben"]);
  });

  test("is for the Ausländerbehörde never a sentence about health", () => {
    const content = withoutHealth(contentFor(minutes, "A33", "whole"));
    expect(content.decisions[0]?.text).toBe("Die Verlängerung wird beantragt.");
    expect(JSON.stringify(content)).not.toMatch(/Depression|Therapie/);
    expect(holdsHealth(content)).toBe(false);
  });

  test("is nothing without consent", () => {
    expect(releaseTo(minutes, { consents: [] }, immigration, "whole", "2026-11-27")).toEqual({
      kind: "refused",
      why: "none",
    });
  });
});
