import { createHash } from "node:crypto";
import { knownLately } from "../../casework/store/known-lately.js";
import type { Caller, RefusedTokens } from "../turn/http-route.js";
import type { ClientAddress } from "./client-address.js";
import { eachMinute } from "./each-minute.js";

/** Teams uses one token for about an hour, the tab one a person. */
const MOST_ACCEPTED = 10_000;

/** Who stands behind a proxy that nobody told us of shares its address with all others. */
export const REFUSED_PER_MINUTE = 300;

/**
 * At most `most` refused tokens a minute from each address, counted in this process. A token that was accepted before
 * is looked at all the same: else whoever shares an address with Teams could keep Teams out.
 *
 * @param clock ms since the epoch
 */
export function limitRefusedTokens(
  most: number,
  clock: () => number,
  addressOf: ClientAddress,
): RefusedTokens {
  const minute = eachMinute(() => ({ refused: 0 }), clock);
  const accepted = knownLately(MOST_ACCEPTED);
  const minuteOf = ({ address, headers }: Caller) => minute(addressOf(address, headers["x-forwarded-for"]));
  return {
    mayTry: (caller) => minuteOf(caller).refused < most || accepted.has([traceOf(caller)]),
    note(caller, token) {
      if (token === "accepted") accepted.add([traceOf(caller)]);
      else minuteOf(caller).refused++;
    },
  };
}

/** In demo mode there are no tokens. */
export const everyToken: RefusedTokens = { mayTry: () => true, note: () => {} };

/** By this a token is recognised; it is not kept itself. */
function traceOf({ headers }: Caller): string {
  return createHash("sha256")
    .update(headers.authorization ?? "")
    .digest("base64");
}
