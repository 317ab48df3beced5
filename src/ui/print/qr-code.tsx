import { correction, generate } from "lean-qr";

/** Clear modules around the code, as its standard asks. */
const QUIET = 4;

/**
 * An address as a code that cameras read, black on white. Decoration: the address stands beside it in words.
 * One that is read from afar, or creased and written on, `lasts`: a quarter of it may be missing.
 */
export function QrCode({ address, lasts = false }: { readonly address: string; readonly lasts?: boolean }) {
  const code = generate(address, { minCorrectionLevel: lasts ? correction.Q : correction.M });
  const side = code.size + 2 * QUIET;
  const dark: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) dark.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
  }
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
