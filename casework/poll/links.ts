import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Keyring } from "../store/keyring.js";

/**
 * Personal links to a poll: `/c/<token>`. A token names one participant of one poll until an instant; it is signed
 * and sealed, so nobody can guess one, make one, or read a case number out of one. Nothing is stored for it, and
 * the same participant always gets the same token: a mail that is sent twice holds one link.
 */
export type PollLink = {
  readonly pollId: string;
  /** Place in `participants` of the poll. */
  readonly place: number;
  /** ms since the epoch, whole seconds. */
  readonly expires: number;
};

export type PollLinks = {
  readonly tokenFor: (link: PollLink) => string;
  /** Undefined alike for what is forged, expired or no token at all. */
  readonly read: (token: string, now: number) => PollLink | undefined;
};

const NONCE = 12;
const TAG = 16;
const LONGEST = 300;

/**
 * The keys come from the key of the scope `system`, which the master key wraps: links that lie in mailboxes outlive
 * a change of the master key, and die with the store.
 */
export function pollLinks(keyring: Pick<Keyring, "system">): PollLinks {
  const keyFor = (use: string) => Buffer.from(hkdfSync("sha256", keyring.system, "", `poll-link/${use}`, 32));
  const sealing = keyFor("seal");
  const signing = keyFor("sign");
  const signature = (plain: Buffer) => createHmac("sha256", signing).update(plain).digest();

  return {
    tokenFor({ pollId, place, expires }) {
      const plain = Buffer.from(`${pollId}|${place}|${Math.floor(expires / 1000)}`);
      // The signature is the nonce (RFC 5297 calls it synthetic): the same link, the same token.
      const nonce = signature(plain).subarray(0, NONCE);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    read(token, now) {
      if (token.length > LONGEST || !/^[\w-]+$/.test(token)) return undefined;
      const bytes = Buffer.from(token, "base64url");
      // Some spellings decode to the same bytes; only ours counts.
      if (bytes.length <= NONCE + TAG || bytes.toString("base64url") !== token) return undefined;
      const nonce = bytes.subarray(0, NONCE);
      const decipher = createDecipheriv("aes-256-gcm", sealing, nonce);
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      let plain: Buffer;
      try {
        plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      } catch {
        return undefined;
      }
      if (!timingSafeEqual(signature(plain).subarray(0, NONCE), nonce)) return undefined;
      const [pollId = "", place, seconds] = plain.toString().split("|");
      const link = { pollId, place: Number(place), expires: Number(seconds) * 1000 };
      return now < link.expires ? link : undefined;
    },
  };
}
