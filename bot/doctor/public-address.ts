import { type Finding, fault, good, hint } from "./finding.js";
import type { Examined, Tools } from "./probes.js";

const PATIENCE_MS = 5_000;
const ABOUT = "PUBLIC_URL";

/** Whether the address that Teams and offices use leads to this bot, through proxy and certificate. */
export async function examinePublicAddress(
  { demo, publicUrl, trustedProxies }: Examined,
  fetch: Tools["fetch"],
): Promise<readonly Finding[]> {
  if (demo) return [];
  if (publicUrl === undefined) {
    return [
      hint(
        ABOUT,
        "Sie fehlt: Links zu Terminumfragen gibt es nicht.",
        "Bitte die öffentliche Adresse eintragen.",
      ),
    ];
  }
  if (!publicUrl.startsWith("https://")) {
    return [fault(ABOUT, `${publicUrl} ist unverschlüsselt.`, "Bitte eine Adresse mit https:// eintragen.")];
  }
  const reached = await reach(publicUrl.replace(/\/$/, ""), fetch);
  return trustedProxies.length > 0 ? [reached] : [reached, nobodyTrusted];
}

/** The bot speaks no TLS itself, so behind https there is a proxy. */
const nobodyTrusted = hint(
  "KIM_TRUSTED_PROXIES",
  "Kein Proxy ist eingetragen: Alle Aufrufe scheinen von derselben Adresse zu kommen und teilen sich eine Grenze.",
  "Bitte die Adresse des Proxys eintragen, von der aus er den Bot aufruft, z. B. 127.0.0.1.",
);

async function reach(publicUrl: string, fetch: Tools["fetch"]): Promise<Finding> {
  let status: number;
  let body: string;
  try {
    const answer = await fetch(`${publicUrl}/healthz`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    status = answer.status;
    body = (await answer.text()).slice(0, 200);
  } catch (error) {
    return unreachable(publicUrl, codeOf(error));
  }
  if (status === 200 && body.includes('"status":"ok"')) return good(ABOUT, `${publicUrl} führt zum Bot`);
  if (status === 502 || status === 503 || status === 504) {
    return hint(
      ABOUT,
      `Der Proxy unter ${publicUrl} antwortet, der Bot dahinter nicht (${status}).`,
      "Vor dem ersten Start ist das richtig. Sonst: Läuft der Bot, und zeigt der Proxy auf HOST und PORT?",
    );
  }
  return fault(
    ABOUT,
    `Unter ${publicUrl}/healthz antwortet etwas anderes als der Bot (${status}).`,
    "Bitte die Adresse prüfen und im Proxy alle Pfade an den Bot weiterreichen, ohne Anmeldung davor.",
  );
}

function unreachable(publicUrl: string, code: string): Finding {
  const text = `${publicUrl} ist nicht erreichbar (${code}).`;
  if (/CERT|SIGNED|VERIFY|ALTNAME|EXPIRED/.test(code)) {
    return fault(
      ABOUT,
      text,
      "Das Zertifikat gilt nicht für diesen Namen, ist abgelaufen oder unvollständig. Bitte im Proxy ein gültiges mit der ganzen Kette einrichten; Teams nimmt kein selbst ausgestelltes.",
    );
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return hint(
      ABOUT,
      text,
      "Von hier aus gibt es diesen Namen im DNS nicht. Bitte die Schreibweise und den DNS-Eintrag prüfen, am besten von außen.",
    );
  }
  return hint(
    ABOUT,
    text,
    "Von diesem Rechner aus nicht erreichbar: Manche Netze lassen den Weg nach außen und zurück nicht zu. Bitte von außen prüfen, und sonst Proxy und Firewall.",
  );
}

/** The code behind a failed fetch: Node puts it into the cause. */
function codeOf(error: unknown): string {
  const { cause, name } = (error ?? {}) as { cause?: { code?: unknown }; name?: unknown };
  return typeof cause?.code === "string"
    ? cause.code
    : name === "TimeoutError"
      ? "keine Antwort"
      : "unbekannt";
}
