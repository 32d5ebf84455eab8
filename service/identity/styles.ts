import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

const KERN = createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.min.css')

/** The little that the design system leaves to a page; colours are its tokens, so that dark mode follows. */
const OWN = `
body { margin: 0; background: var(--kern-color-layout-background-default-contextual, #fff); }
.sign-in { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: 3rem 1rem; display: flex; flex-direction: column; gap: 1.5rem; }
.sign-in form { display: flex; flex-direction: column; gap: 1.25rem; }
.sign-in table { width: 100%; table-layout: fixed; }
.sign-in th, .sign-in td { overflow-wrap: anywhere; padding-block: 0.35rem; }
`

/** Sends one of the two style sheets of the sign-in pages. */
export function sendStyle(path: string, res: ServerResponse): void {
  const isKnown = path === '/assets/kern.css' || path === '/assets/sign-in.css'
  res.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=86400', 'x-content-type-options': 'nosniff' })
  if (path === '/assets/kern.css') createReadStream(KERN).pipe(res)
  else res.end(path === '/assets/sign-in.css' ? OWN : '')
}
