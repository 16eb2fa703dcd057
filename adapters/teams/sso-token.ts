import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Identified, Identify } from "../../bot/tab/visitor.js";

/** The bot's registration, as the tab's token must name it. */
export type SsoAudience = {
  readonly appId: string;
  readonly tenantId: string;
  /** Host of PUBLIC_URL: `api://<host>/<app id>` is the application id URI that Teams asks for. */
  readonly host: string | undefined;
};

/** Keys come over the network: no request waits longer than this. */
const KEYS_TIMEOUT_MS = 4_000;

/**
 * Checks a token that Teams gave to the tab: signature, tenant, audience, time, and that it stands for a person who
 * uses the app (delegated, `access_as_user`), not for a program.
 *
 * Source: Microsoft Learn, "Access token claims reference" and "Tab SSO: validate the access token".
 */
export function identifyBySso(
  audience: SsoAudience,
  keys: JWTVerifyGetKey = keysOf(audience.tenantId),
): Identify {
  const { appId, tenantId, host } = audience;
  const options = {
    audience: [
      appId,
      `api://${appId}`,
      ...(host ? [`api://${host}/${appId}`, `api://${host}/botid-${appId}`] : []),
    ],
    issuer: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
    algorithms: ["RS256"],
    requiredClaims: ["exp", "oid", "tid"],
    clockTolerance: 60,
  };
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    if (!token) return refused(401, "no bearer token");
    try {
      const { payload } = await jwtVerify(token, keys, options);
      return visitorOf(payload, tenantId);
    } catch (error) {
      return refused(401, error instanceof errors.JOSEError ? error.code : "keys not available");
    }
  };
}

function visitorOf(claims: JWTPayload, tenantId: string): Identified {
  if (claims.tid !== tenantId) return refused(403, "not from our tenant");
  if (typeof claims.oid !== "string") return refused(401, "names no person");
  if (
    !String(claims.scp ?? "")
      .split(" ")
      .includes("access_as_user")
  )
    return refused(403, "stands for no person");
  return {
    ok: true,
    visitor: { id: claims.oid, ...(typeof claims.name === "string" ? { name: claims.name } : {}) },
  };
}

function keysOf(tenantId: string): JWTVerifyGetKey {
  const url = new URL(
    `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/discovery/v2.0/keys`,
  );
  return createRemoteJWKSet(url, { timeoutDuration: KEYS_TIMEOUT_MS });
}

function refused(status: 401 | 403, reason: string): Identified {
  return { ok: false, status, reason };
}
