import { DEVICE_PATHS, KEPT_IN, KEPT_LINK, PUBLIC_ALERTS } from './alert-device-paths.ts'

/** What a browser does while no page is open: shows what came, and confirms its own subscription with the first message. */
export const DEVICE_WORKER = `'use strict'
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('push', event => event.data && event.waitUntil(show(event.data.json())))
self.addEventListener('pushsubscriptionchange', event => event.waitUntil(renew()))
self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.url))
})

async function show({ kind, title, body, language, tag, matter, isGrave, url, link }) {
  if (kind === 'welcome') await confirm(link)
  await self.registration.showNotification(title, { body, lang: language, tag, requireInteraction: isGrave, data: { url, matter } })
  // What is said now takes the place of what was said before of the same matter.
  for (const shown of await self.registration.getNotifications()) if (shown.data?.matter === matter && shown.tag !== tag) shown.close()
}

const json = body => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** The browser has given itself another address: it takes over what was chosen, and the one before ends. */
async function renew() {
  const kept = await caches.match('${KEPT_LINK}')
  if (!kept) return
  const before = '${PUBLIC_ALERTS}/subscriptions/' + await kept.text()
  const { state, topicIds, localities, language } = await (await fetch(before)).json()
  if (state !== 'active') return
  const { pushKey } = await (await fetch('${PUBLIC_ALERTS}/topics')).json()
  const { endpoint, keys } = (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })).toJSON()
  const reply = await fetch('${PUBLIC_ALERTS}/devices', json({ device: { endpoint, keys }, topicIds, localities, language }))
  if (reply.ok) await fetch(before + '/end', json({}))
}

/** Where this cannot be said just now the message leads to the page that asks once more. */
async function confirm(link) {
  await (await caches.open('${KEPT_IN}')).put('${KEPT_LINK}', new Response(link))
  const reply = await fetch('${PUBLIC_ALERTS}/subscriptions/' + link + '/confirmation', json({})).catch(() => null)
  if (!reply?.ok) return
  for (const page of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    if (new URL(page.url).pathname === '${DEVICE_PATHS.scope}') page.postMessage({ confirmed: link })
}
`
