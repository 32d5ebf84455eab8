import { expect, test } from 'vitest'
import { momentOf, stateOf, type Change } from '../../shared/command.ts'
import { anApplication, aDecision, aTownService } from '../../shared/domains/applications/testing.ts'
import { ask, extend } from '../../shared/domains/applications/clock-commands.ts'
import { approve } from '../../shared/domains/applications/commands.ts'
import { hashOfDecision } from '../../shared/domains/applications/rules.ts'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, Decision } from '../../shared/domains/applications/tables.ts'
import { send } from '../../shared/domains/messages/commands.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { endOfGermanDay } from '../../shared/german-days.ts'
import { CommandId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { COMMANDS } from '../../shared/commands.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import { EFFECTS } from './effects.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const ID = CommandId.parse('0192a000-0000-7000-8000-00000000c001')
const moment = momentOf(anActor('lead', '9'), NOW, ID)

function effectOf(name: string, input: unknown, changes: readonly Change[]) {
  const effects = EFFECTS.get(name)
  if (!effects) throw new Error(`no effect for ${name}`)
  const command: CommandOnWire = { id: ID, name, version: 1, input: null, basedOn: [], after: [], recordedAt: NOW }
  return effects({ command, input, changes, state: stateOf(new Map()), moment })
}

function released(overrides: Partial<Decision>) {
  const application = anApplication({ status: 'proposed', decisionId: aDecision().id, attachmentCount: 0 })
  const content = { outcome: overrides.outcome ?? 'granted', reason: overrides.reason ?? '' } as const
  const decision = aDecision({ ...content, contentHash: hashOfDecision(application, aDecision(content)) })
  const state = stateOf(new Map<string, Application | Decision | TownService>([[`applications/${application.id}`, application], [`decisions/${decision.id}`, decision], [`services/${application.serviceId}`, aTownService()]]))
  const input = { applicationId: application.id, decisionId: decision.id, contentHash: decision.contentHash, note: 'Nur für die Akte' }
  const decided = approve.decide(state, input, moment)
  if (!decided.ok) throw new Error(decided.error.code)
  return effectOf('applications.approve', input, decided.value)
}

const messagesIn = (changes: readonly Change[]) => changes.flatMap(change => (change.table === 'messages' ? [change.row] : []))

test('every effect belongs to a command that exists', () => {
  const names: readonly string[] = COMMANDS.map(command => command.name)
  expect([...EFFECTS.keys()].filter(name => !names.includes(name))).toEqual([])
})

test('a released decision is told in the mailbox, in plain words, and by one urgent e-mail job without its contents', () => {
  const { changes, jobs } = released({ outcome: 'refused', reason: 'Der Nachweis der Versicherung fehlt.' })
  const [message] = messagesIn(changes)
  expect(message).toMatchObject({
    direction: 'to-citizen', providedAt: NOW, sentAt: NOW, retrievedAt: null, authorName: 'Person 9',
    subject: 'Entscheidung zu Ihrem Antrag TGH-2026-004711', applicationId: anApplication().id, scope: 'department:ordnung',
  })
  expect(message?.text).toContain('vom 2. November 2026')
  expect(message?.text).toContain('Leider konnten wir Ihrem Antrag nicht entsprechen.\n\nDer Grund:\nDer Nachweis der Versicherung fehlt.')
  expect(message?.text).not.toContain('Nur für die Akte')
  expect(jobs).toEqual([
    { kind: 'email', key: `message/${message?.id}`, payload: { applicationId: anApplication().id }, personId: anApplication().personId, priority: 10 },
  ])
})

test('a granted application needs no reason', () => {
  const [message] = messagesIn(released({ outcome: 'granted', reason: '' }).changes)
  expect(message?.text).toContain('Wir haben Ihrem Antrag entsprochen.')
  expect(message?.text).not.toContain('Hinweis')
})

test('a reason too long for one message follows whole in a second one, still with one e-mail', () => {
  const reason = 'ä'.repeat(8_000)
  const { changes, jobs } = released({ outcome: 'refused', reason })
  const [first, second] = messagesIn(changes)
  expect(first?.text).toContain('in einer weiteren Nachricht')
  expect(second?.text).toBe(reason)
  expect(jobs).toHaveLength(1)
})

test('a message from a desk is provided at the service’s time and announced once', () => {
  const application = anApplication()
  const input = { applicationId: application.id, subject: 'Rückfrage', text: 'Bitte senden Sie den Nachweis.' }
  const decided = send.decide(stateOf(new Map([[`applications/${application.id}`, application]])), input, moment)
  if (!decided.ok) throw new Error(decided.error.code)
  const { changes, jobs } = effectOf('messages.send', input, decided.value)
  expect(messagesIn(changes)).toMatchObject([{ text: input.text, providedAt: NOW, retrievedAt: null }])
  expect(jobs).toMatchObject([{ key: `message/${messagesIn(decided.value)[0]?.id}`, payload: { applicationId: application.id }, priority: 0 }])
})

test('being asked for something, and an extension, are provided and announced in the same transaction', () => {
  const actor = anActor('lead', '9')
  const application = anApplication({ status: 'in-progress', assigneeId: actor.personId, dueAt: endOfGermanDay('2026-12-01') })
  const rows = new Map<string, Application | TownService>([[`applications/${application.id}`, application], [`services/${application.serviceId}`, aTownService()]])
  const applicationId = application.id
  const asked = ask.decide(stateOf(rows), { applicationId, text: 'Bitte die Police.' }, moment)
  const longer = extend.decide(stateOf(rows), { applicationId, until: '2026-12-18', reason: 'Gutachten' }, moment)
  for (const [name, decided] of [['applications.ask', asked], ['applications.extend', longer]] as const) {
    if (!decided.ok) throw new Error(decided.error.code)
    const { changes, jobs } = effectOf(name, {}, decided.value)
    expect(messagesIn(changes)).toMatchObject([{ direction: 'to-citizen', providedAt: NOW }])
    expect(jobs).toMatchObject([{ kind: 'email', payload: { applicationId } }])
  }
})
