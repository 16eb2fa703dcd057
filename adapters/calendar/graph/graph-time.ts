/** Graph's dateTimeTimeZone in UTC, to the second: no zone name can be misunderstood on the way. */
export function utcDateTime(ms: number): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: new Date(ms).toISOString().slice(0, 19), timeZone: "UTC" };
}
