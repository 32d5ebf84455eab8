import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { ensureRenderer } from '../../build/renderer.ts'
import { startBrowserShell } from '../../main/browser/shell.ts'
import { createSoundness } from '../../main/core/cache/soundness.ts'
import { systemClock } from '../../main/core/clock.ts'
import { createDesk } from '../../main/core/desk.ts'
import { createDomains } from '../../main/core/domains.ts'
import { createRecorder } from '../../main/core/domains/diagnosis/recorder.ts'
import { silentLog } from '../../main/core/log.ts'
import { observable } from '../../main/core/observable.ts'
import { createRouter } from '../../main/core/router/router.ts'
import type { Session } from '../../main/core/session/session.ts'
import type { Actor, EffectiveGrant } from '../../shared/actor.ts'
import { DepartmentId } from '../../shared/ids.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import { ok, refuse } from '../../shared/result.ts'
import { openPage } from '../support/browser.ts'
import type { LiveDesk } from '../sync/support/desk.ts'

export interface ShownDesk {
  readonly page: Page
  /** Tasks over 50 ms on the drawing thread since the list stood, in ms. */
  longTasks(): Promise<readonly number[]>
  close(): Promise<void>
}

/** The screens over a desk that is open, in a real browser; only the sign-in is left out. */
export async function showDesk(browser: Browser, live: LiveDesk): Promise<ShownDesk> {
  const actor = live.sync.actor.value
  const state: SessionState = {
    kind: 'signed-in', townName: 'Tangerhütte', pinSet: true, keyInFile: true,
    person: { accountId: actor.accountId, personId: actor.personId, name: actor.name, grants: grantsShown(actor) },
  }
  const desk = createDesk(systemClock, () => state)
  const domains = createDomains({ cache: live.cache, clock: systemClock, sync: live.sync, random: bytes => new Uint8Array(randomBytes(bytes)) })
  const soundness = createSoundness({ cache: live.cache, clock: systemClock, log: silentLog, onDamaged: () => undefined })
  desk.attach({ cache: live.cache, sync: live.sync, network: live.network, soundness, ...domains })
  const router = createRouter({ session: sessionThatStays(state), desk, diagnosis: { recorder: createRecorder(silentLog, systemClock.nowMs), clock: systemClock, device: undefined } })
  const shell = await startBrowserShell({ screens: await ensureRenderer(), port: 0, tokenIsReusable: true })
  shell.serve({ router, completeSignIn: async () => ok({}), wake: () => undefined, close: async () => undefined })
  const { page } = await openPage(browser, shell.url)
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Alle' }).click()
  await page.locator('.grid [row-index="3"]').first().waitFor()
  await page.evaluate(() => {
    const found: number[] = []
    const keep = (entries: PerformanceEntryList): void => void found.push(...entries.map(({ duration }) => duration))
    const observer = new PerformanceObserver(list => keep(list.getEntries()))
    observer.observe({ type: 'longtask' })
    const longTasks = (): readonly number[] => {
      // What the observer was not told of yet counts as well.
      keep(observer.takeRecords())
      return found
    }
    Object.assign(window, { longTasks })
  })
  return {
    page,
    longTasks: () => page.evaluate(() => (window as unknown as { longTasks: () => readonly number[] }).longTasks()),
    close: async () => {
      await page.context().close()
      await shell.close()
      domains.bulk.close()
      await Promise.all([domains.applications.close(), domains.appointments.close(), domains.reports.close(), soundness.close()])
    },
  }
}

function sessionThatStays(state: SessionState): Session {
  const nothing = async () => ok({})
  const refused = async () => refuse('session/signed-out')
  return {
    deskId: null, state: observable(state), ready: Promise.resolve(), signIn: refused, completeSignIn: nothing, signOut: nothing, lock: nothing, unlock: nothing,
    setPin: nothing, active: () => undefined, accessToken: refused, accessTokenFor: refused, ended: () => undefined, renewed: () => undefined,
    reopen: async () => undefined, startAfresh: nothing, close: async () => undefined,
  }
}

/** When a text is first on the open list, in ms of the system clock: after the frame that draws it. */
export const paintedAt = (page: Page, text: string): Promise<number> =>
  page.evaluate(wanted => new Promise<number>(resolve => {
    const look = (): void => {
      if (!document.querySelector('.grid')?.textContent.includes(wanted)) return
      watching.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { subtree: true, childList: true, characterData: true })
    look()
  }), text)

export function reportLongTasks(name: string, tasks: readonly number[]): void {
  const longest = tasks.length > 0 ? `, the longest ${Math.round(Math.max(...tasks))} ms` : ''
  process.stderr.write(`${name}: ${tasks.length} tasks over 50 ms on the drawing thread${longest}\n`)
}

/** Who works in no department sees no lists; the rows here are measured for somebody who does. */
const grantsShown = ({ grants }: Actor): EffectiveGrant[] =>
  grants.length > 0 ? [...grants] : [{ role: 'clerk', departmentId: DepartmentId.parse('ordnung'), viaPersonId: null, viaName: null }]
