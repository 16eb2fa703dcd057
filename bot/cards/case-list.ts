import type { CaseEntry } from "../../casework/case/case.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { caseLabel } from "./case-view.js";
import { card, header, press, section, small, strong } from "./elements.js";

/** The open cases of a person, each with its neutral label; a tap opens it. */
export function caseListCard(texts: Texts, cases: readonly CaseEntry[], more: boolean): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.cases.listTitle(cases.length)),
        ...cases.map((entry) => ({
          ...section([
            strong(caseLabel(texts, entry)),
            small(
              [texts.labels.phase[entry.phase], entry.urgency === "high" ? texts.labels.urgency.high : ""]
                .filter((part) => part)
                .join(" · "),
            ),
          ]),
          selectAction: press(texts.cases.open, "case.show", {
            data: { caseId: entry.id },
            about: caseLabel(texts, entry),
          }),
        })),
        more ? small(texts.cases.listMore(cases.length)) : undefined,
      ],
      [press(texts.welcome.newCase, "case.new")],
    ),
  };
}
