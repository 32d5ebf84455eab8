import { CARD_CHECK_PATHS, KEPT_IN, LATE_MS } from './card-check-paths.ts'
import { VERDICT_SCRIPT } from './card-check-verdict.ts'

/**
 * Judges on the telephone itself: what was scanned goes nowhere. Keys and the list of blocked cards are fetched, or taken from what was
 * kept when they last could be. What was said of one card is gone before the next is judged, whatever becomes of that.
 */
export const CARD_CHECK_SCRIPT = `'use strict'
${VERDICT_SCRIPT}

const main = document.querySelector('[data-town]')
const form = document.querySelector('form')
const code = document.getElementById('code')
const result = document.getElementById('result')
const busy = document.getElementById('busy')
const locale = document.documentElement.lang === 'en' ? 'en-GB' : 'de-DE'

async function keyOf({ x }) {
  return crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, ['verify'])
}

async function verify(key, signature, signed) {
  return crypto.subtle.verify('Ed25519', await keyOf(key), signature, signed)
}

/** An older browser does not know these signatures: it would call every card a forgery. */
async function canVerify(keys) {
  return keys.length > 0 && keyOf(keys[0]).then(() => true, () => false)
}

async function fetched(path, read, options) {
  try {
    const reply = await fetch(path, { cache: 'no-cache', ...options })
    return reply.ok ? await read(reply) : null
  } catch {
    return null
  }
}

async function keptList() {
  try {
    const kept = await caches.match('${CARD_CHECK_PATHS.list}')
    return kept ? await kept.text() : null
  } catch {
    return null
  }
}

/** Where nothing can be kept, cards are checked with network alone. */
async function keepList(signed) {
  try {
    await (await caches.open('${KEPT_IN}')).put('${CARD_CHECK_PATHS.list}', new Response(signed))
  } catch {}
}

async function trusted() {
  const keys = await fetched('${CARD_CHECK_PATHS.keys}', reply => reply.json())
  const list = await fetched('${CARD_CHECK_PATHS.list}', reply => reply.text(), { signal: AbortSignal.timeout(${LATE_MS}) })
  const source = { town: main.dataset.town, keys: keys && Array.isArray(keys.keys) ? keys.keys : [], fetched: list, kept: await keptList() }
  const newest = await newestList(source, verify)
  if (newest && newest.isFetched) await keepList(newest.signed)
  return source
}

const today = now => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(now)
const writtenDay = day => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day + 'T00:00:00Z'))
const writtenTime = at => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(new Date(at))

function show({ kind, claims, listAt }, now) {
  for (const box of result.querySelectorAll('[data-verdict]')) box.hidden = box.dataset.verdict !== kind
  const facts = claims ? { name: claims.p[1] + ' ' + claims.p[0], organisation: claims.o, unit: claims.u, rank: claims.r, duty: claims.f, number: claims.n, validity: claims.v.map(writtenDay).join(' – ') } : {}
  for (const fact of result.querySelectorAll('[data-fact]')) {
    const value = facts[fact.dataset.fact] || ''
    fact.querySelector('dd').textContent = value
    fact.hidden = value === ''
  }
  result.querySelector('dl').hidden = !claims
  const list = result.querySelector('[data-list]')
  list.hidden = !listAt
  list.querySelector('time').textContent = listAt ? writtenTime(listAt) : ''
  result.querySelector('[data-checked] time').textContent = writtenTime(now)
  result.hidden = false
  result.focus()
}

async function judged(scanned, now) {
  const source = await trusted()
  if (await canVerify(source.keys)) return checkCard(scanned, source, now, today(now), verify)
  return { kind: source.keys.length > 0 ? 'no-browser' : 'no-keys', claims: null, listAt: null }
}

let last = 0

async function check(scanned) {
  const mine = ++last
  result.hidden = true
  busy.hidden = false
  const now = Date.now()
  const said = await judged(scanned, now).catch(() => ({ kind: 'no-browser', claims: null, listAt: null }))
  if (mine !== last) return
  busy.hidden = true
  show(said, now)
}

/** What the address carries behind the # is checked and taken out of it; also where the next card is scanned while the page is open. */
function fromAddress() {
  const scanned = location.hash.slice(1)
  if (!scanned || scanned === 'content') return false
  history.replaceState(null, '', location.pathname + location.search)
  check(scanned)
  return true
}

form.addEventListener('submit', event => {
  event.preventDefault()
  const scanned = code.value
  document.getElementById('code-problem').hidden = scanned.trim() !== ''
  code.setAttribute('aria-invalid', scanned.trim() === '' ? 'true' : 'false')
  if (scanned.trim() === '') return code.focus()
  code.value = ''
  check(scanned)
})
addEventListener('hashchange', fromAddress)
if ('serviceWorker' in navigator) navigator.serviceWorker.register('${CARD_CHECK_PATHS.worker}', { scope: '${CARD_CHECK_PATHS.page}', updateViaCache: 'none' }).catch(() => undefined)
// Whoever only opens the page has the youngest list from then on, too.
if (!fromAddress()) trusted().catch(() => undefined)
`
