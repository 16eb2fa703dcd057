/** What the doctor has to say of one thing, in German. */
export type Finding = {
  /** `fault`: it does not run, or not safely. `hint`: it runs, and somebody should know. */
  readonly state: "good" | "hint" | "fault";
  readonly about: string;
  readonly text: string;
  /** What to do. */
  readonly remedy?: string;
};

export const good = (about: string, text: string): Finding => ({ state: "good", about, text });
export const hint = (about: string, text: string, remedy: string): Finding => ({
  state: "hint",
  about,
  text,
  remedy,
});
export const fault = (about: string, text: string, remedy: string): Finding => ({
  state: "fault",
  about,
  text,
  remedy,
});
