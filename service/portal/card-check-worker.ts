import { CARD_CHECK_PATHS, KEPT_IN, LATE_MS } from './card-check-paths.ts'

const { page, script, manifest, icon, keys } = CARD_CHECK_PATHS

/**
 * Keeps the page and the keys, so that cards are checked without network. Nothing of a card comes here. The list of blocked cards is the
 * page's: it keeps the youngest, and has to know which one came just now.
 */
export const CARD_CHECK_WORKER = `'use strict'
const KEPT_IN = '${KEPT_IN}'
const PATHS = ${JSON.stringify([page, `${page}?lang=en`, script, manifest, icon, '/portal/style.css', keys])}

const pathOf = request => {
  const { pathname, search } = new URL(request.url)
  return pathname === '${page}' && search !== '?lang=en' ? pathname : pathname + search
}

async function keep(path, options) {
  const reply = await fetch(path, { cache: 'no-cache', ...options })
  if (!reply.ok) throw new Error('not there')
  await (await caches.open(KEPT_IN)).put(path, reply.clone())
  return reply
}

async function answer(path) {
  try {
    return await keep(path, { signal: AbortSignal.timeout(${LATE_MS}) })
  } catch {
    return (await caches.match(path)) ?? Response.error()
  }
}

self.addEventListener('install', event => event.waitUntil(Promise.all(PATHS.map(path => keep(path))).then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  const { origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin) return
  const path = pathOf(event.request)
  if (PATHS.includes(path)) event.respondWith(answer(path))
})
`
