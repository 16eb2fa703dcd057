/** What the pages behind "About", "Privacy" and "Terms of use" in Teams say. German: the app is for offices here. */
export const about = {
  start: {
    title: "KIM-Assistent",
    paragraphs: [
      "KIM-Assistent ist ein Bot in Microsoft Teams für das Case Management im Kommunalen Integrationsmanagement. Er nennt die zuständige Stelle, führt Fälle ohne Namen, bringt Ämter zu einer Fallkonferenz zusammen und antwortet aus den Unterlagen Ihrer Organisation.",
      "Sie erreichen ihn im Chat: Schreiben Sie „Hilfe“, dann zeigt er, was er kann.",
    ],
  },
  privacy: {
    title: "Datenschutz",
    paragraphs: [
      "Verantwortlich ist die Organisation, die KIM-Assistent betreibt. Wer das bei Ihnen ist und wie Sie die Datenschutzbeauftragten erreichen, sagt Ihnen Ihre Administration.",
      "Ein Fall enthält keinen Namen, kein Geburtsdatum, keine Adresse, kein Aktenzeichen und keine Diagnose. Was davon geschrieben wird, erkennt der Bot, lässt es weg und sagt es. Ihre Nachricht in Teams kann er nicht löschen.",
      "Fälle sind verschlüsselt, jeder mit eigenem Schlüssel. Lesen kann sie nur, wer den Fall führt oder vertritt. Jeder Zugriff wird protokolliert.",
      "Andere Stellen erfahren nur, wofür eine Einwilligung vorliegt. Ein Widerruf gilt sofort.",
      "Im Auslieferungszustand geht kein Text an ein Sprachmodell und keiner verlässt das Haus, das den Bot betreibt, außer den Einladungen, die Sie absenden.",
    ],
  },
  terms: {
    title: "Nutzung",
    paragraphs: [
      "KIM-Assistent hilft beim Finden, Planen und Erinnern. Er ersetzt weder die führende Fallakte noch Rechtsberatung, und er berechnet keine Rechtsbehelfsfristen.",
      "Angaben zu Stellen zeigen ihre Quelle und wann sie zuletzt geprüft wurden. Stimmt etwas nicht mehr, melden Sie es bitte mit der Schaltfläche unter der Antwort.",
      "Bei Gefahr für ein Kind oder Gewalt wählen Sie 110. Das Hilfetelefon Gewalt gegen Frauen erreichen Sie unter 116 016.",
    ],
  },
  accessibility: {
    title: "Barrierefreiheit",
    paragraphs: [
      "Diese Erklärung gilt für die Registerkarte und die Seiten von KIM-Assistent. Maßstab sind EN 301 549 und WCAG 2.1, Stufe AA. Für Microsoft Teams selbst gilt die Erklärung von Microsoft.",
      "Stand: Die automatischen Prüfungen finden keinen Verstoß. Sie laufen bei jeder Änderung im Browser Chromium. Mit dem Prüfprogramm axe: alle Bereiche und die Karten jeder Aufgabe nach jedem Schritt, in drei Farbschemata, zwei Breiten und zwei Sprachen, dazu die Seitenleiste einer Besprechung, die Umfrage, der Zettel und diese Seiten.",
      "Ebenso geprüft werden: jede Aufgabe allein mit der Tastatur, mit sichtbarem Fokus und ohne Falle; 400 % Vergrößerung (320 Pixel) und weite Textabstände, ohne dass ein Wort fehlt; Schaltflächen und Felder von mindestens 24 Pixeln; erzwungene Farben; der Verzicht auf Bewegung; Seitentitel und Sprache; Namen, Rollen, Zustände und Überschriften im Zugänglichkeitsbaum des Browsers; dass nach jedem Schritt gesagt wird, was geschehen ist, und der Fokus dort weitergeht.",
      "Nicht geprüft: Eine Prüfung durch Menschen steht aus, auch mit Vorleseprogrammen wie NVDA, JAWS oder VoiceOver, mit Spracheingabe, mit einer Bildschirmlupe und in anderen Browsern. Ob die Texte leicht genug zu verstehen sind, hat keine Prüfgruppe beurteilt. In Microsoft Teams selbst zeigt Teams die Karten; dort haben wir sie nicht mit Hilfsmitteln geprüft.",
      "Bekannte Grenzen: Das Bild der Konferenzzeiten steht für Vorleseprogramme als Tabelle daneben. Datumsfelder sehen aus, wie Ihr Browser sie zeigt. Beispielsätze, das Verzeichnis und die Unterlagen sind deutsch, auch wenn Sie Englisch eingestellt haben.",
      "Stößt Ihnen etwas auf, schreiben Sie bitte der Administration Ihrer Organisation. Hilft das nicht, wenden Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen.",
    ],
  },
} as const;
