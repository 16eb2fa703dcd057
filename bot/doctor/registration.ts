import { type Finding, fault, good, hint } from "./finding.js";
import type { Examined, Tools } from "./probes.js";

const PATIENCE_MS = 5_000;
const LOGIN = "https://login.microsoftonline.com";
const ABOUT = "Registrierung";

/** Codes of the login, https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const KNOWN: Readonly<Record<number, readonly [text: string, remedy: string]>> = {
  7000215: [
    "Das Geheimnis in MicrosoftAppPassword ist falsch.",
    "Bitte den Wert des Clientgeheimnisses eintragen, nicht seine ID; oder ein neues anlegen.",
  ],
  7000222: [
    "Das Geheimnis in MicrosoftAppPassword ist abgelaufen.",
    "Bitte in Entra ID unter „Zertifikate & Geheimnisse“ ein neues anlegen und hier eintragen.",
  ],
  700016: [
    "Diese App gibt es in diesem Mandanten nicht.",
    "Bitte MicrosoftAppId und MicrosoftAppTenantId mit der Übersicht der App-Registrierung vergleichen.",
  ],
  90002: [
    "Diesen Mandanten gibt es nicht.",
    "Bitte in MicrosoftAppTenantId die Verzeichnis-ID aus der App-Registrierung eintragen.",
  ],
};

/** Whether the login takes the bot's own credentials: asks for a token as the bot does before it answers. */
export async function examineRegistration(
  { credentials }: Examined,
  fetch: Tools["fetch"],
): Promise<readonly Finding[]> {
  if (credentials?.appType !== "SingleTenant") return [];
  const { appId, password, tenantId } = credentials;
  try {
    const answer = await fetch(`${LOGIN}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: appId,
        client_secret: password,
        scope: "https://api.botframework.com/.default",
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return [good(ABOUT, "Die Anmeldung nimmt Kennung und Geheimnis an")];
    return [refused(answer.status, await answer.json().catch(() => undefined))];
  } catch {
    return [
      hint(
        ABOUT,
        `${new URL(LOGIN).host} antwortet nicht; Kennung und Geheimnis sind ungeprüft.`,
        "Der Bot braucht https nach außen zu login.microsoftonline.com, login.botframework.com und smba.trafficmanager.net. Bitte Firewall und Proxy prüfen.",
      ),
    ];
  }
}

function refused(status: number, body: unknown): Finding {
  const codes: unknown = (body as { error_codes?: unknown } | undefined)?.error_codes;
  const code: unknown = Array.isArray(codes) ? codes[0] : undefined;
  const known = typeof code === "number" ? KNOWN[code] : undefined;
  if (known) return fault(ABOUT, known[0], known[1]);
  return fault(
    ABOUT,
    `Die Anmeldung lehnt den Bot ab (${status}${typeof code === "number" ? `, AADSTS${code}` : ""}).`,
    "Bitte MicrosoftAppId, MicrosoftAppPassword und MicrosoftAppTenantId mit der App-Registrierung vergleichen.",
  );
}
