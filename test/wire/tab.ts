import { randomUUID } from "node:crypto";

export type TabAnswer = { readonly status: number; readonly body: unknown; readonly text: string };

/**
 * The tab's page without its looks: what it asks of the bot, as the person who was chosen in demo mode; in the side
 * panel of a meeting with `place`.
 */
export function tabOf(
  url: string,
  person: string,
  { place, locale = "de" }: { readonly place?: "meeting"; readonly locale?: string } = {},
) {
  return tabWith(url, `Demo ${person}`, {
    "accept-language": locale,
    ...(place ? { "x-place": place } : {}),
  });
}

export type TabDoor = ReturnType<typeof tabWith>;

/** The same for whoever the `authorization` proves. */
export function tabWith(
  url: string,
  authorization: string,
  more: Readonly<Record<string, string>> = { "accept-language": "de" },
) {
  const headers = { authorization, "x-time-zone": "Europe/Berlin", ...more };
  const read = async (response: Response): Promise<TabAnswer> => {
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text), text };
  };
  const turn = async (body: Readonly<Record<string, unknown>>): Promise<TabAnswer> =>
    read(
      await fetch(`${url}/tab/api/turn`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ id: randomUUID(), ...body }),
      }),
    );
  return {
    get: async (path: string) => read(await fetch(`${url}/tab/api/${path}`, { headers })),
    says: (text: string) => turn({ text }),
    presses: (action: string, fields: Readonly<Record<string, string>>, nonce?: string) =>
      turn({ action, ...(nonce ? { nonce } : {}), fields: JSON.stringify(fields) }),
    turn,
  };
}
