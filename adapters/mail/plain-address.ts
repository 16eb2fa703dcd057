/**
 * True for one mail address as directories hold them, without a name, a route, quotes or anything that could begin
 * another address or another header line (RFC 5321 dot-string; letters outside ASCII are refused).
 */
export function isPlainAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)
  );
}
