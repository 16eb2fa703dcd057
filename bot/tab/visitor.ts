/** Who looks at the tab, once that has been proven. `id` is the Entra object id, as in the chat. */
export type Visitor = { readonly id: string; readonly name?: string };

export type Identified =
  | { readonly ok: true; readonly visitor: Visitor }
  /** The reason is for the log, never for the page. */
  | { readonly ok: false; readonly status: 401 | 403; readonly reason: string };

/**
 * Proves who sends a request by its `authorization` header: a Teams SSO token, or in demo mode, on this machine
 * only, whoever was chosen on the page. Never rejects, never takes longer than five seconds.
 */
export type Identify = (authorization: string) => Promise<Identified>;
