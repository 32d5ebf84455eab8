import type { Page } from 'playwright'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, CommandId, derivedUuid, FormId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import { signedIn, statusWith, type Desk } from './demo-core.ts'
import { SERVICES } from './demo-data.ts'
import { DEMO_NOW_MS } from './demo-now.ts'

/** Everything but the rows as it was at the start. */
export function resetDesk(desk: Desk): void {
  desk.who = 0
  desk.attention.length = 0
  desk.pending.length = 0
  desk.preferences.clear()
  desk.languages = ['de', 'en']
  desk.listsHeld = undefined
  desk.located = 0
  desk.present.tell({ people: [] })
  desk.status.tell(statusWith({}))
  desk.session.tell({ kind: 'signed-out', offlineUnlock: null, problem: null })
}

/** Has one of the demo's people signed in at the desk. */
export function enter(desk: Desk, who = 0): void {
  desk.who = who
  desk.session.tell(signedIn(who))
}

/** The newest case with these values. */
export function caseWhere(desk: Desk, wanted: Partial<Application>): Application {
  const fields = Object.entries(wanted)
  const found = [...desk.rows.applications.values()].findLast(row => fields.every(([field, value]) => row[field as keyof Application] === value))
  if (!found) throw new Error(`no case with ${JSON.stringify(wanted)}`)
  return found
}

/** A citizen hands in an application while the desk is open. */
export function newCaseComesIn(desk: Desk): Application {
  const number = desk.rows.applications.size + 1
  const now = instantFromMs(DEMO_NOW_MS + number * 1_000)
  const arrived = anApplication({
    id: ApplicationId.parse(derivedUuid('demo', `arrival-${number}`)), number, reference: `TGH-2026-${String(number).padStart(6, '0')}`, receivedAt: now,
    serviceId: SERVICES[0].id, formId: FormId.parse(`${SERVICES[0].id}@1`),
  })
  desk.rows.applications.set(arrived.id, arrived)
  desk.changes.tell({ tables: ['applications'], ids: [arrived.id] })
  return arrived
}

/** A proposal that was not accepted because somebody else changed the case. */
export function attentionExample(desk: Desk): Application {
  const about = caseWhere(desk, { status: 'in-progress' })
  desk.attention.push({
    id: CommandId.parse(derivedUuid('demo', 'attention')), name: 'applications.propose', recordedAt: instantFromMs(DEMO_NOW_MS), code: 'commands/changed-meanwhile', facts: {}, blockedBy: null,
    input: { applicationId: about.id, outcome: 'refused', reason: 'Der Nachweis fehlt trotz Erinnerung.' }, table: 'applications', recordId: about.id, subject: about.subject,
    differences: [{ field: 'status', seen: 'in-progress', now: 'received' }, { field: 'version', seen: 3, now: 4 }],
  })
  desk.status.tell(statusWith({ attention: desk.attention.length }))
  return about
}

/** An application taken down on a form that has changed since. */
export function refusedCapture(desk: Desk, form: JsonObject): void {
  const input = { applicationId: derivedUuid('demo', 'captured'), serviceId: SERVICES[0].id, formVersion: 7, channel: 'paper', receivedOn: '2026-11-20', form }
  desk.attention.push({
    id: CommandId.parse(derivedUuid('demo', 'capture')), name: 'applications.capture', recordedAt: instantFromMs(DEMO_NOW_MS), code: 'intake/wrong-form-version', facts: { sent: 7, current: 1 },
    blockedBy: null, input, table: 'applications', recordId: input.applicationId, subject: null, differences: [],
  })
  desk.status.tell(statusWith({ attention: desk.attention.length }))
}

export const pageWidth = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
