import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fillInSignInPage } from '../../build/sign-in.ts'
import { fileStore } from '../../main/core/session/file-store.ts'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { PIN, sessionTown } from '../support/session-town.ts'

const LOGIN = 'katrin.sommer'
const CALLBACK = 'http://127.0.0.1:50505/callback'
const HOUR = 3_600_000

const { service, aDesk, signedInDesk, deskWithPin } = sessionTown()

describe('signing in', () => {
  test('goes from signed out over signing in to the person with their rights', async () => {
    const desk = aDesk()
    const states: string[] = []
    desk.session.state.subscribe(({ kind }) => states.push(kind))
    await desk.session.ready
    expect(desk.session.state.value).toEqual({ kind: 'signed-out', offlineUnlock: null, problem: null })
    await desk.signIn()
    expect(states).toEqual(['signed-out', 'signing-in', 'signed-in'])
    expect(desk.session.state.value).toMatchObject({
      kind: 'signed-in', person: { name: 'Katrin Sommer', grants: [{ role: 'clerk', departmentId: 'steuern' }] }, pinSet: false, keyInFile: false,
    })
    expect(desk.opened).toMatchObject([{ key: { length: 32 }, standing: { name: 'Katrin Sommer' } }])
    expect(JSON.stringify(desk.opened)).not.toContain('deskSecret')
  })

  test('gives the same key every time, and another one to another account and to another desk', async () => {
    const desk = await signedInDesk()
    await desk.session.signOut()
    await desk.signIn()
    await desk.signIn('petra.lindner')
    const elsewhere = await signedInDesk()
    const [first, again, other] = desk.opened.map(({ key }) => Buffer.from(key).toString('hex'))
    expect(again).toBe(first)
    expect(new Set([first, other, Buffer.from(elsewhere.opened[0]?.key ?? []).toString('hex')]).size).toBe(3)
    expect(new Set(desk.opened.map(({ cacheFile }) => cacheFile)).size).toBe(2)
    expect(desk.events).toEqual(['closed', 'closed'])
  })

  test('whoever is signed in may prove it anew: the desk stays open, with tokens of the new sign-in', async () => {
    const desk = await signedInDesk()
    const before = await desk.session.accessToken()
    await desk.signIn()
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-in', person: { name: 'Katrin Sommer' } })
    expect(desk.events).toEqual([])
    expect(await desk.session.accessToken()).not.toEqual(before)
  })

  test('takes only the answer to its own question', async () => {
    const desk = aDesk()
    const begun = await desk.session.signIn()
    const url = begun.ok ? begun.value.authorizationUrl ?? '' : ''
    const answer = new URL(await fillInSignInPage(url, LOGIN, DEMO_PASSWORD))
    const forged = new URL(answer)
    forged.searchParams.set('state', 'somebody-elses')
    expect(await desk.session.completeSignIn(forged.href)).toEqual({ ok: false, error: { code: 'session/sign-in-failed' } })
    expect(desk.session.state.value.kind).toBe('signing-in')
    expect((await desk.session.completeSignIn(answer.href)).ok).toBe(true)
    expect(await desk.session.completeSignIn(answer.href)).toEqual({ ok: false, error: { code: 'session/sign-in-failed' } })
  })

  test('a cancelled sign-in leads back without a reproach, a forgotten one is given up after a while', async () => {
    const desk = aDesk()
    const begun = await desk.session.signIn()
    const state = new URL(begun.ok ? begun.value.authorizationUrl ?? '' : '').searchParams.get('state')
    const issuer = encodeURIComponent(`${service().url()}/oidc`)
    expect(await desk.session.completeSignIn(`${CALLBACK}?error=access_denied&state=${state}&iss=${issuer}`)).toEqual({ ok: true, value: {} })
    expect(desk.session.state.value).toEqual({ kind: 'signed-out', offlineUnlock: null, problem: null })
    await desk.session.signIn()
    await desk.pass(16 * 60_000)
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-out', problem: 'session/sign-in-failed' })
  })

  test('says that the service is away, and works as soon as it is back', async () => {
    const desk = aDesk()
    desk.network(false)
    expect(await desk.session.signIn()).toEqual({ ok: false, error: { code: 'sync/service-away' } })
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-out', problem: 'sync/service-away' })
    desk.network(true)
    expect((await desk.signIn()).ok).toBe(true)
  })

  test('a town that is no demo refuses to keep keys in a file, and leaves nothing there', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'rathaus-session-'))
    const desk = aDesk({ profileDir, secrets: fileStore(profileDir), demo: false })
    expect(await desk.signIn()).toEqual({ ok: false, error: { code: 'keychain/missing' } })
    expect(readdirSync(profileDir)).toEqual(['desk.json'])
  })

  test('a demo town may, and says so', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'rathaus-session-'))
    const desk = await signedInDesk({ profileDir, secrets: fileStore(profileDir) })
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-in', keyInFile: true })
  })
})

describe('tokens', () => {
  test('are renewed before they run out, once for many that ask at the same time', async () => {
    const desk = await signedInDesk()
    const first = await desk.session.accessToken()
    expect(await desk.session.accessToken()).toEqual(first)
    await desk.pass(4.5 * 60_000)
    const asked = desk.requests.filter(path => path === '/oidc/token').length
    const tokens = await Promise.all(Array.from({ length: 10 }, () => desk.session.accessToken()))
    expect(desk.requests.filter(path => path === '/oidc/token').length - asked).toBe(1)
    expect(new Set(tokens.map(token => (token.ok ? token.value : 'refused'))).size).toBe(1)
    expect(tokens[0]).not.toEqual(first)
  })

  test('a service that is away ends nothing', async () => {
    const desk = await signedInDesk()
    await desk.pass(6 * 60_000)
    desk.network(false)
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'sync/service-away' } })
    expect(desk.session.state.value.kind).toBe('signed-in')
    desk.network(true)
    expect((await desk.session.accessToken()).ok).toBe(true)
  })

  test('the refresh token lies in the secret store and nowhere else', async () => {
    const desk = await signedInDesk()
    const [token = 'none'] = [...desk.entries].filter(([name]) => name.includes('/refresh/')).map(([, value]) => value)
    expect(token.length).toBeGreaterThan(20)
    for (const file of readdirSync(desk.profileDir)) expect(readFileSync(join(desk.profileDir, file), 'utf8')).not.toContain(token)
  })

  test('a revoked sign-in ends the session and the PIN; everything else stays', async () => {
    const desk = await deskWithPin()
    const [name = '', token = ''] = [...desk.entries].find(([entry]) => entry.includes('/refresh/')) ?? []
    await fetch(`${service().url()}/oidc/token/revocation`, { method: 'POST', body: new URLSearchParams({ client_id: 'rathaus-desk', token }) })
    await desk.pass(6 * 60_000)
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'session/expired' } })
    await desk.pass(0)
    expect(desk.session.state.value).toEqual({ kind: 'signed-out', offlineUnlock: null, problem: 'session/expired' })
    expect(desk.events).toEqual(['closed'])
    expect(desk.entries.has(name)).toBe(false)
    expect(await desk.session.unlock(PIN)).toMatchObject({ error: { code: 'session/no-offline-unlock' } })
    expect((await desk.signIn()).ok).toBe(true)
    expect(desk.opened[1]?.key).toEqual(desk.opened[0]?.key)
  })

  test('an answer lost on the way costs the sign-in but not the PIN', async () => {
    const desk = await deskWithPin()
    await desk.pass(6 * 60_000)
    desk.loseAnswers(true)
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'sync/service-away' } })
    desk.loseAnswers(false)
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'session/expired' } })
    await desk.pass(0)
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-out', offlineUnlock: { attemptsLeft: 5 }, problem: 'session/expired' })
    desk.network(false)
    expect(await desk.session.unlock(PIN)).toEqual({ ok: true, value: {} })
  })

  test('signing in again over a lock gives back what the last sign-in held', async () => {
    const desk = await signedInDesk()
    const [token = ''] = [...desk.entries].filter(([name]) => name.includes('/refresh/')).map(([, value]) => value)
    await desk.session.lock()
    expect((await desk.signIn()).ok).toBe(true)
    const answer = await fetch(`${service().url()}/oidc/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'rathaus-desk', grant_type: 'refresh_token', refresh_token: token }) })
    expect(answer.status).toBe(400)
    await desk.pass(6 * 60_000)
    expect((await desk.session.accessToken()).ok).toBe(true)
  })

  test('signing out gives the refresh token back', async () => {
    const desk = await signedInDesk()
    const [token = ''] = [...desk.entries].filter(([name]) => name.includes('/refresh/')).map(([, value]) => value)
    await desk.session.signOut()
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-out', problem: null })
    const answer = await fetch(`${service().url()}/oidc/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'rathaus-desk', grant_type: 'refresh_token', refresh_token: token }) })
    expect(answer.status).toBe(400)
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'session/signed-out' } })
  })
})

describe('locking', () => {
  test('happens after ten minutes without a sign of a person, by the clock', async () => {
    const desk = await deskWithPin()
    await desk.pass(9.9 * 60_000)
    expect(desk.session.state.value.kind).toBe('signed-in')
    desk.session.active()
    await desk.pass(9.9 * 60_000)
    expect(desk.session.state.value.kind).toBe('signed-in')
    await desk.pass(6_000)
    expect(desk.session.state.value).toEqual({ kind: 'locked', name: 'Katrin Sommer', pinSet: true, attemptsLeft: 5 })
    expect(desk.events).toEqual(['locked'])
  })

  test('a person who comes back to a laptop that slept finds it locked', async () => {
    const desk = await deskWithPin()
    desk.sleep(11 * 60_000)
    desk.session.active()
    await desk.pass(0)
    expect(desk.session.state.value.kind).toBe('locked')
  })

  test('keeps sending: the network still gets tokens, the screens come back by PIN', async () => {
    const desk = await deskWithPin()
    await desk.session.lock()
    expect((await desk.session.accessToken()).ok).toBe(true)
    expect(await desk.session.setPin('193755')).toEqual({ ok: false, error: { code: 'session/locked' } })
    expect(await desk.session.unlock(PIN)).toEqual({ ok: true, value: {} })
    expect(desk.session.state.value.kind).toBe('signed-in')
    expect(desk.opened[1]).toMatchObject({ standing: null, cacheFile: desk.opened[0]?.cacheFile })
  })

  test('without a PIN only a sign-in opens it, and another person finds their own desk', async () => {
    const desk = await signedInDesk()
    await desk.session.lock()
    expect(desk.session.state.value).toMatchObject({ kind: 'locked', pinSet: false })
    expect(await desk.session.unlock(PIN)).toEqual({ ok: false, error: { code: 'session/no-offline-unlock' } })
    expect((await desk.signIn('petra.lindner')).ok).toBe(true)
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-in', person: { name: 'Petra Lindner' } })
    expect(desk.events).toEqual(['locked', 'closed'])
  })

  test('while somebody else signs in, what is unsent at the locked desk gets none of their tokens', async () => {
    const desk = await signedInDesk()
    const [first] = desk.opened
    await desk.session.lock()
    const asked: (string | null)[] = []
    desk.watch(async () => {
      const token = await desk.session.accessTokenFor(first?.cacheFile ?? '')
      asked.push(token.ok ? token.value : null)
    })
    expect((await desk.signIn('petra.lindner')).ok).toBe(true)
    const token = await desk.session.accessTokenFor(desk.opened[1]?.cacheFile ?? '')
    expect(asked.length).toBeGreaterThan(1)
    expect(token.ok && asked.includes(token.value)).toBe(false)
    expect(await desk.session.accessTokenFor(first?.cacheFile ?? '')).toEqual({ ok: false, error: { code: 'session/signed-out' } })
  })

  test('a restart does not get around it', async () => {
    const desk = await deskWithPin()
    await desk.session.lock()
    const again = desk.restart()
    await again.session.ready
    expect(again.session.state.value).toMatchObject({ kind: 'signed-out', offlineUnlock: { name: 'Katrin Sommer', attemptsLeft: 5 } })
    expect(await again.session.accessToken()).toEqual({ ok: false, error: { code: 'session/signed-out' } })
    expect(again.opened).toEqual([])
  })
})

describe('the PIN', () => {
  test('opens the desk while the service is away, and takes up the sign-in again when it is back', async () => {
    const desk = (await deskWithPin()).restart()
    desk.network(false)
    await desk.session.ready
    expect(await desk.session.unlock(PIN)).toEqual({ ok: true, value: {} })
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-in', person: { name: 'Katrin Sommer' } })
    expect(await desk.session.accessToken()).toEqual({ ok: false, error: { code: 'sync/service-away' } })
    desk.network(true)
    expect((await desk.session.accessToken()).ok).toBe(true)
  })

  test('opens for 24 hours after the sign-in, and not a millisecond longer', async () => {
    const desk = (await deskWithPin()).restart()
    desk.network(false)
    await desk.pass(24 * HOUR)
    expect((await desk.session.unlock(PIN)).ok).toBe(true)
    expect(desk.events).not.toContain('day over')
    await desk.pass(1)
    expect([desk.session.state.value.kind, desk.events]).toEqual(['locked', expect.arrayContaining(['day over'])])
    expect(await desk.session.unlock(PIN)).toEqual({ ok: false, error: { code: 'session/no-offline-unlock' } })
    const again = desk.restart()
    await again.session.ready
    expect(again.session.state.value).toEqual({ kind: 'signed-out', offlineUnlock: null, problem: null })
    expect(await again.session.unlock(PIN)).toEqual({ ok: false, error: { code: 'session/no-offline-unlock' } })
  })

  test('is told of its end behind a lock too: what lies open there may have to leave the disk', async () => {
    const desk = await signedInDesk()
    desk.network(false)
    await desk.session.lock()
    await desk.pass(24 * HOUR)
    expect(desk.events).toEqual(['locked'])
    await desk.pass(1)
    expect(desk.events).toEqual(['locked', 'day over'])
  })

  test('does not open when the clock was set back before the sign-in', async () => {
    const desk = (await deskWithPin()).restart()
    await desk.pass(-1)
    expect(await desk.session.unlock(PIN)).toEqual({ ok: false, error: { code: 'session/no-offline-unlock' } })
  })

  test('may be wrong five times, over restarts too; then only a sign-in helps', async () => {
    let desk = await deskWithPin()
    const left: unknown[] = []
    for (let attempt = 0; attempt < 5; attempt++) {
      desk = desk.restart()
      const answer = await desk.session.unlock('000000')
      left.push(answer.ok ? 'opened' : answer.error)
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map(attemptsLeft => ({ code: 'session/wrong-pin', facts: { attemptsLeft } })))
    expect(await desk.session.unlock(PIN)).toEqual({ ok: false, error: { code: 'session/no-offline-unlock' } })
    expect(desk.session.state.value).toMatchObject({ offlineUnlock: null })
    expect((await desk.signIn()).ok).toBe(true)
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-in', pinSet: false })
    expect(desk.opened[0]?.key).toHaveLength(32)
  })

  test('a right one gives the five attempts back; many wrong ones at once are still counted one by one', async () => {
    const desk = (await deskWithPin()).restart()
    await desk.session.unlock('000000')
    await desk.session.unlock(PIN)
    await desk.session.lock()
    expect(desk.session.state.value).toMatchObject({ attemptsLeft: 5 })
    const answers = await Promise.all(Array.from({ length: 7 }, () => desk.session.unlock('000001')))
    expect(answers.map(answer => (answer.ok ? 'opened' : answer.error.code))).toEqual([...Array<string>(5).fill('session/wrong-pin'), 'session/no-offline-unlock', 'session/no-offline-unlock'])
  })

  test('must not be one of those that are tried first', async () => {
    const desk = await signedInDesk()
    expect(await desk.session.setPin('123456')).toMatchObject({ error: { code: 'session/pin-too-simple' } })
    expect(desk.session.state.value).toMatchObject({ pinSet: false })
  })
})

