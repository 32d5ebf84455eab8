import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { HOST, SCHEME } from './addresses.ts'

/**
 * What the page may do, told with every answer. Styles are written into the page by AG Grid and react-aria; scripts come
 * from our own files only, and no text ever becomes a script or markup (trusted types).
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=(), display-capture=()',
  'cache-control': 'no-store',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** The built screens: the exact path of every file that may be asked for, and where it lies. */
export type Screens = ReadonlyMap<string, string>

/** Lists the screens once at start; what is not in the list does not exist, whatever lies on the disk. */
export function listScreens(folder: string): Screens {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && extname(entry.name) in TYPES)
  return new Map(files.map(entry => {
    const file = join(entry.parentPath, entry.name)
    return [`/${relative(folder, file).split(sep).join('/')}`, file]
  }))
}

/** Answers a request below `app://rathaus/`. Paths are looked up as they were written: nothing is decoded or resolved. */
export async function answerScreen(screens: Screens, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const file = fileFor(screens, request.url)
  if (file === undefined) return refusal(404)
  const body = request.method === 'HEAD' ? null : await readFile(file)
  return new Response(body, { headers: { ...PAGE_HEADERS, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } })
}

function fileFor(screens: Screens, address: string): string | undefined {
  const start = `${SCHEME}://${HOST}/`
  if (!address.startsWith(start)) return undefined
  const [path = ''] = address.slice(start.length - 1).split('#', 1)
  return screens.get(path === '/' ? '/index.html' : path)
}

const refusal = (status: number): Response => new Response(null, { status, headers: PAGE_HEADERS })
