import { CARD_CHECK_PATHS } from './card-check-paths.ts'
import { VERDICT_SCRIPT } from './card-check-verdict.ts'

/**
 * Judges on the telephone itself: what was scanned goes nowhere. Keys and the list of blocked cards are fetched, or taken from what was
 * kept when they last could be.
 */
export const CARD_CHECK_SCRIPT = `'use strict'
${VERDICT_SCRIPT}

const main = document.querySelector('[data-town]')
const form = document.querySelector('form')
const code = form.elements.namedItem('code')
const result = document.getElementById('result')
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

async function fetched(path, read) {
  const reply = await fetch(path).catch(() => null)
  return reply && reply.ok ? read(reply) : null
}

async function trusted() {
  const keys = await fetched('${CARD_CHECK_PATHS.keys}', reply => reply.json())
  const list = await fetched('${CARD_CHECK_PATHS.list}', reply => reply.text())
  return { town: main.dataset.town, keys: keys ? keys.keys : [], list }
}

const today = now => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(now)
const writtenDay = day => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day + 'T00:00:00Z'))
const writtenTime = at => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(new Date(at))

function show(kind, claims, listAt) {
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
  result.hidden = false
  result.focus()
}

async function check(scanned) {
  const now = Date.now()
  const source = await trusted()
  if (!(await canVerify(source.keys))) return show(source.keys.length > 0 ? 'no-browser' : 'no-keys', null, null)
  const { kind, claims, listAt } = await checkCard(scanned, source, now, today(now), verify)
  show(kind, claims, listAt)
}

/** What the address carries behind the # is checked and taken out of it; also where the next card is scanned while the page is open. */
function fromAddress() {
  const scanned = location.hash.slice(1)
  if (!scanned || scanned === 'content') return
  history.replaceState(null, '', location.pathname + location.search)
  check(scanned)
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
fromAddress()
`
