const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "app",
} as const;

const policy = (names: readonly string[]): string =>
  Object.entries(POLICY)
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/** The headers that a host should send with everything. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": policy(Object.keys(POLICY)),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** The same policy for the page itself; browsers refuse `frame-ancestors` there, with an error. */
export const META_POLICY = policy(Object.keys(POLICY).filter((name) => name !== "frame-ancestors"));

/** The headers as a `_headers` file, which several static hosts read. */
export function headersFile(base: string): string {
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines,
    `${base}assets/*`,
    "  Cache-Control: public, max-age=31536000, immutable",
    "",
  ].join("\n");
}
