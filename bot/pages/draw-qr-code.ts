/** An SVG without a fixed size, loaded when the first slip is printed. */
export async function drawQrCode(text: string): Promise<string> {
  const { default: qrcode } = await import("qrcode");
  return qrcode.toString(text, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
}
