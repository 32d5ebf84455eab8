import { CARD_CHECK_PATHS } from './card-check-paths.ts'

/** A telephone in a cellar has bars and no network: after so many milliseconds what was kept is taken. */
const LATE_MS = 3_000

const { page, script, manifest, icon, keys, list } = CARD_CHECK_PATHS

/** Keeps the page, the keys and the last list of blocked cards, so that cards are checked without network. Nothing of a card comes here. */
export const CARD_CHECK_WORKER = `'use strict'
const KEPT_IN = 'service-cards'
const PATHS = ${JSON.stringify([page, `${page}?lang=en`, script, manifest, icon, '/portal/style.css', keys, list])}

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
