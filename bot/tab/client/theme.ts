import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import type { Theme } from "./host.js";

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Fluent's own tokens for Fluent's elements; `data-theme` for our style sheet. */
export function applyTheme(theme: Theme): void {
  setTheme(themes[theme]);
  document.documentElement.dataset.theme = theme;
}
