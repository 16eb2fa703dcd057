/**
 * Cuts German prose into sentences. The full stop is the hard part: it also ends abbreviations ("Abs.", "z. B."),
 * ordinals ("5. Klasse") and parts of dates ("22.02.2021").
 */

const abbreviations = new Set(
  (
    "abb abs abschn allg amtl anl anm art aufl az bd bes bev bez bsp bspw buchst bzgl bzw ca co ders dgl dipl dr ebd " +
    "einschl entspr erg etc evtl f ff fn fr frl gem ggf ggfs gez hr hrsg i.d.r i.s.d i.v.m inkl insb insbes jg jh kap lfd " +
    "lit max mind min mio mrd mtl nr nrn o.a o.ä o.g pos prof rd rdnr rn s sog st std str stv tel u.a u.ä usf usw u.u v.a " +
    "verf vgl vorl vs z.b z.t z.zt zzgl zzt d.h e.v i.a i.d i.h.v m.e n.chr v.chr ziff zit urspr vorm nachm tägl wö"
  ).split(" "),
);
const months = /^(?:Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;
/** Words that open a sentence and never follow an ordinal, so "Modul 2. Die …" ends and "5. Klasse" does not. */
const openers = new Set(
  (
    "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Es Er Sie Ihr Ihre Wir Ich Du Man Dies Diese Dieser Dieses Hier " +
    "Dort Dann Dazu Dafür Damit Dabei Daher In Im Am An Auf Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Über Unter Um " +
    "Wenn Falls Wer Was Wo Wie Wann Auch Aber Und Oder Nur Alle Bitte Sollten Sollte Können Kann Hat Haben Ist Sind " +
    "Während Seit Ab Als Ohne Durch Gegen Jede Jeder Jedes Kein Keine Nicht"
  ).split(" "),
);

const CANDIDATE = /[.!?…]+[)"'“”»«’\]]*(?=\s|$)|:(?=\s*\n)|\n\s*\n/g;

/** Sentences in order, trimmed, white space inside collapsed. Never empty strings; nothing of the text is lost. */
export const sentences = (text: string): string[] => {
  const found: string[] = [];
  let from = 0;
  const cut = (to: number): void => {
    const s = text.slice(from, to).replace(/\s+/g, " ").trim();
    if (s) found.push(s);
    from = to;
  };
  for (const m of text.matchAll(CANDIDATE)) {
    const end = m.index + m[0].length;
    if (m[0].startsWith(".") && m[0].length === 1 && !endsSentence(text, m.index)) continue;
    cut(end);
  }
  cut(text.length);
  return found;
};

const endsSentence = (text: string, dot: number): boolean => {
  const before = /(?:^|[\s([„"“»])([^\s([„"“»]*)$/.exec(text.slice(Math.max(0, dot - 40), dot))?.[1] ?? "";
  const next = /^\.\s+(\S+)/.exec(text.slice(dot, dot + 60))?.[1] ?? "";
  const first = next.replace(/^[„"“»(]+/, "");
  if (first === "") return true;
  if (/^\p{Ll}/u.test(first) && !/^(?:https?:|www\.)/.test(first)) return false;
  if (/^\d{1,3}$/.test(before)) return openers.has(first) && !months.test(first);
  if (/^(?:[IVX]+|\p{L})$/u.test(before)) return openers.has(first) && before.length > 1;
  return !abbreviations.has(before.toLowerCase());
};
