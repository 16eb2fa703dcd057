import { html } from "lit";
import type { Texts } from "../../texts/de.js";

export type Person = { readonly id: string; readonly name: string };

const KEY = "kim-demo-person";

/** Whom the visitor chose to be, for as long as this page's window is open. */
export function demoPerson(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function signOut(): void {
  sessionStorage.removeItem(KEY);
  location.reload();
}

/** Empty where there is no demo mode: outside Teams nobody gets in then. */
export async function peopleToChoose(): Promise<readonly Person[]> {
  const response = await fetch("/tab/demo-people").catch(() => undefined);
  return response?.ok ? ((await response.json()) as readonly Person[]) : [];
}

/** Says that nothing is checked, and lets the visitor choose. */
export function demoSignIn(texts: Texts["tab"], people: readonly Person[]) {
  const words = texts.demoLogin;
  if (people.length === 0) return html`<main><p role="alert">${texts.errors.signIn}</p></main>`;
  const signIn = (event: Event) => {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).get("person");
    sessionStorage.setItem(KEY, String(chosen));
    location.reload();
  };
  return html`
    <main class="sign-in">
      <h1>${words.title}</h1>
      <p>${words.hint}</p>
      <form @submit=${signIn}>
        <label for="person">${words.label}</label>
        <select id="person" name="person">
          ${people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
        <button type="submit" class="primary">${words.action}</button>
      </form>
    </main>
  `;
}
