import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The window's own address. Nothing else is ever loaded into it. */
export const appOrigin = 'app://bundle'
export const startUrl = `${appOrigin}/index.html`

/** True for the app's own pages: only they may call the core. */
export const isOwnPage = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`)

const noncePlaceholder = '__CSP_NONCE__'

/**
 * Answers a request of the window from the built files in `folder` and from nowhere else.
 * `newNonce` gives the word that lets this one load of the page insert its style elements: it goes into the
 * page and into the content security policy, which allows no inline script, no inline style without it, and
 * no other address.
 */
export async function answerAppRequest(
  folder: string,
  request: { readonly url: string; readonly method: string },
  newNonce: () => string,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  const path = isOwnPage(request.url) ? fileWithin(folder, request.url.slice(appOrigin.length)) : null
  const type = path && contentTypes[extname(path).toLowerCase()]
  if (!path || !type) return refusal(404)
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return refusal(404)
  if (extname(path) !== '.html') return new Response(new Uint8Array(bytes), { headers: headers(type) })
  const nonce = newNonce()
  return new Response(bytes.toString('utf8').replaceAll(noncePlaceholder, nonce), {
    headers: { ...headers(type), 'content-security-policy': policy(nonce), 'cache-control': 'no-store' },
  })
}

/** The file that a URL's path means inside a folder, or null where it would lead out of it. */
export function fileWithin(folder: string, urlPath: string): string | null {
  const path = decoded(urlPath.replace(/[?#].*$/s, ''))
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const root = normalize(folder + sep)
  const file = normalize(join(root, path))
  return file.startsWith(root) && file !== root ? file : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

const refusal = (status: number): Response =>
  new Response('', {
    status,
    headers: { ...headers('text/plain'), 'content-security-policy': "default-src 'none'" },
  })

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}
