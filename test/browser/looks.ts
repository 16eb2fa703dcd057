import type { TabLook } from "./tab-page.js";

/** Pairs of width, theme and language each once. */
export const pairwise: readonly TabLook[] = [
  { width: 1280, theme: "default", lang: "de" },
  { width: 360, theme: "default", lang: "en" },
  { width: 1280, theme: "dark", lang: "en" },
  { width: 360, theme: "dark", lang: "de" },
  { width: 1280, theme: "contrast", lang: "de" },
  { width: 360, theme: "contrast", lang: "en" },
];

/** All of them. */
export const every: readonly TabLook[] = [1280, 360].flatMap((width) =>
  (["default", "dark", "contrast"] as const).flatMap((theme) =>
    (["de", "en"] as const).map((lang) => ({ width, theme, lang })),
  ),
);
