/**
 * What Microsoft's renderer leaves unsaid for whoever hears a card: which choices belong together, what is a heading
 * below another, which fact goes with which name, whether a part is open, and which field a complaint is about.
 */
export function mendCard(card: HTMLElement, number: number): HTMLElement {
  // What holds the card takes the focus already.
  card.removeAttribute("tabindex");
  makeIdsOwn(card, number);
  mendHeadings(card);
  mendFacts(card);
  mendPressedParts(card);
  mendChoices(card);
  mendOpeners(card);
  mendComplaints(card);
  return card;
}

/** Several cards on one page have elements of the same id. Those of the renderer itself are unique. */
function makeIdsOwn(card: HTMLElement, number: number): void {
  const own = (id: string) => (id.startsWith("__ac") ? id : `card${number}-${id}`);
  for (const element of card.querySelectorAll("[id]")) element.id = own(element.id);
  for (const element of card.querySelectorAll("[aria-controls]")) {
    const ids = (element.getAttribute("aria-controls") ?? "").split(" ");
    element.setAttribute("aria-controls", ids.map(own).join(" "));
  }
}

function mendHeadings(card: HTMLElement): void {
  const [, ...below] = card.querySelectorAll('[role="heading"]');
  for (const heading of below) heading.setAttribute("aria-level", "3");
}

function mendFacts(card: HTMLElement): void {
  for (const table of card.querySelectorAll(".ac-factset")) {
    table.setAttribute("role", "table");
    for (const row of table.querySelectorAll("tr")) {
      row.setAttribute("role", "row");
      const [name, spacer, value] = row.children;
      name?.setAttribute("role", "rowheader");
      spacer?.setAttribute("role", "none");
      value?.setAttribute("role", "cell");
    }
  }
}

/** A part of a card that is pressed as a whole is called what stands in it, not what its action is called. */
function mendPressedParts(card: HTMLElement): void {
  for (const part of card.querySelectorAll('div[role="button"]')) part.removeAttribute("aria-label");
}

function mendChoices(card: HTMLElement): void {
  const groups = card.querySelectorAll(".ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect");
  for (const group of groups) {
    group.setAttribute(
      "role",
      group.classList.contains("ac-choiceSetInput-expanded") ? "radiogroup" : "group",
    );
    const label = group.closest(".ac-input-container")?.previousElementSibling;
    if (!label?.id) continue;
    group.setAttribute("aria-labelledby", label.id);
    // The renderer gives the group's name to its first choice alone.
    for (const choice of group.querySelectorAll("input")) choice.removeAttribute("aria-labelledby");
  }
}

function mendOpeners(card: HTMLElement): void {
  for (const button of card.querySelectorAll("button[aria-controls]")) {
    const part = card.querySelector<HTMLElement>(`[id="${button.getAttribute("aria-controls")}"]`);
    if (!part) continue;
    const tell = () => button.setAttribute("aria-expanded", String(part.style.display !== "none"));
    tell();
    // After the renderer's own handler, which stands on the element already.
    button.addEventListener("click", tell);
  }
}

/** A complaint of the server stands right below its field. */
function mendComplaints(card: HTMLElement): void {
  for (const [i, container] of [...card.querySelectorAll(".ac-input-container")].entries()) {
    const field = container.querySelector("input, select, textarea");
    let below = container.parentElement?.nextElementSibling;
    if (below?.classList.contains("ac-horizontal-separator")) below = below.nextElementSibling;
    if (!(below instanceof HTMLElement) || !field) continue;
    if (!below.style.backgroundColor.includes("--kim-attention-area")) continue;
    below.id ||= `${card.id}-complaint-${i}`;
    field.setAttribute("aria-describedby", below.id);
    field.setAttribute("aria-invalid", "true");
  }
}
