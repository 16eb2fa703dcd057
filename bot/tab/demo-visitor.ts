import { allStaff } from "../../casework/staff/staff.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import type { HttpRoute } from "../turn/http-route.js";
import type { Ledger } from "../turn/transact.js";
import type { Identify } from "./visitor.js";

/** Demo mode proves nothing: whoever sits at this machine says who they are, and the page says so. */
const SCHEME = "Demo ";

export const identifyDemo: Identify = async (authorization) => {
  const id = authorization.startsWith(SCHEME) ? authorization.slice(SCHEME.length).trim() : "";
  return /^[\w-]{1,64}$/.test(id)
    ? { ok: true, visitor: { id } }
    : { ok: false, status: 401, reason: "nobody was chosen" };
};

/** Whom the page offers to be: everybody on the staff list. Only in demo mode. */
export function demoPeople({ store, keyring, clock }: Ledger): HttpRoute {
  return {
    method: "GET",
    path: "/tab/demo-people",
    handle: async () => {
      const staff = await allStaff(beginWork(store, keyring, clock()));
      const people = staff.map(({ id, name }) => ({ id, name }));
      return {
        status: 200,
        headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
        body: JSON.stringify(people),
      };
    },
  };
}
