import { DEVICE_PATHS, KEPT_IN, KEPT_LINK, PUBLIC_ALERTS } from './alert-device-paths.ts'

/** The service of a browser mostly needs a second; after so many milliseconds the page says something else. */
const LATE_MS = 30_000

/** Subscribes the browser once somebody has pressed the button, never before, and ends it the same way. */
export const DEVICE_SCRIPT = `'use strict'
const part = document.getElementById('device')
const start = document.getElementById('device-start')
const form = document.querySelector('form')
const { key, language } = part.dataset
const worker = navigator.serviceWorker
let state = ''

function says(next, text) {
  state = next
  for (const line of part.querySelectorAll('[data-says], [data-with]')) line.hidden = (line.dataset.says ?? line.dataset.with) !== next
  if (text) part.querySelector('[data-says=refused]').textContent = text
  start.hidden = ['unsupported', 'home', 'subscribed'].includes(next)
}

const ticked = name => [...form.querySelectorAll('input[name=' + name + ']:checked')]
const json = body => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const pageOf = link => '${DEVICE_PATHS.scope}/' + link
const inLanguage = path => (language === 'en' ? path + (path.includes('?') ? '&' : '?') + 'lang=en' : path)
const keyBytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

async function keptLink() {
  const kept = await caches.match('${KEPT_LINK}')
  return kept ? kept.text() : null
}

const isOurs = ({ options }) => {
  const known = new Uint8Array(options.applicationServerKey ?? [])
  return known.length === keyBytes.length && known.every((byte, at) => byte === keyBytes[at])
}

async function device() {
  await worker.register('${DEVICE_PATHS.worker}', { scope: '${DEVICE_PATHS.scope}', updateViaCache: 'none' })
  const { pushManager } = await worker.ready
  const known = await pushManager.getSubscription()
  if (known && !isOurs(known)) await known.unsubscribe()
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes })).toJSON()
  return { endpoint, keys }
}

async function subscribe(topicIds) {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return says(permission === 'denied' ? 'denied' : 'dismissed')
  const own = await device().catch(() => null)
  if (!own) return says('failed')
  const [{ value: chosen }] = ticked('language')
  const reply = await fetch('${PUBLIC_ALERTS}/devices', json({ device: own, topicIds, localities: ticked('locality').map(({ value }) => value), language: chosen }))
  if (!reply.ok) return says('refused', (await reply.json()).message[language])
  says('waiting')
  setTimeout(() => state === 'waiting' && says('late'), ${LATE_MS})
}

async function begin() {
  const topicIds = ticked('topic').filter(({ dataset }) => dataset.push !== undefined).map(({ value }) => value)
  if (topicIds.length === 0) return says('topics')
  start.disabled = true
  says('asking')
  await subscribe(topicIds).catch(() => says('offline'))
  start.disabled = false
}

async function end() {
  const reply = await fetch('${PUBLIC_ALERTS}/subscriptions/' + await keptLink() + '/end', json({})).catch(() => null)
  if (!reply?.ok) return says('offline')
  const registration = await worker.getRegistration('${DEVICE_PATHS.scope}')
  const known = await registration?.pushManager.getSubscription()
  await known?.unsubscribe()
  await caches.delete('${KEPT_IN}')
  says('ended')
  start.focus()
}

async function look() {
  part.hidden = false
  if (!worker || !('PushManager' in window) || !('Notification' in window)) return says('standalone' in navigator && !navigator.standalone ? 'home' : 'unsupported')
  worker.addEventListener('message', ({ data }) => {
    if (['waiting', 'late'].includes(state)) location.assign(inLanguage(pageOf(data.confirmed) + '?done=confirmed'))
  })
  worker.startMessages()
  if (Notification.permission === 'denied') return says('denied')
  const [link, registration] = [await keptLink(), await worker.getRegistration('${DEVICE_PATHS.scope}')]
  const known = await registration?.pushManager.getSubscription()
  const reply = link && known && await fetch('${PUBLIC_ALERTS}/subscriptions/' + link)
  if (!reply || !reply.ok || (await reply.json()).state !== 'active') return
  document.getElementById('device-change').href = inLanguage(pageOf(link))
  says('subscribed')
  if (location.hash === '#device') part.scrollIntoView()
}

start.addEventListener('click', begin)
document.getElementById('device-end').addEventListener('click', end)
look()
`
