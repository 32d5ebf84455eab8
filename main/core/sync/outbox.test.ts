import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandNamed } from '../../../shared/commands.ts'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { anAppointment, aPlace, aResource, aService, counterId } from '../../../shared/domains/appointments/testing.ts'
import { CommandId, PersonId } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { instantFromMs } from '../../../shared/time.ts'
import type { CommandAnswer } from '../../../shared/wire/commands.ts'
import type { KeptCommand } from '../cache/quarantine.ts'
import { getBase, getEffective, putBase } from '../cache/rows.ts'
import { takeAnswer } from './answers.ts'
import { applyReply } from './apply-reply.ts'
import { removeScope } from './apply-row.ts'
import { attentionItems, pendingCommands, settle } from './attention.ts'
import { envelopeFrom } from './envelope.ts'
import { entriesIn, forgetSettled, nextDueMs, outboxCounts, sendable } from './outbox.ts'
import { submitCommand, type Submitted } from './submit.ts'
import { takeOver } from './take-over.ts'
import { aDesk, aReply, type TestDesk } from './testing.ts'

const { id: applicationId } = anApplication()
let desk: TestDesk

beforeEach(() => { desk = aDesk() })
afterEach(() => desk.remove())

function submitted(name: string, input: object): Submitted {
  const command = commandNamed(name)
  if (!command) throw new Error(name)
  const result = submitCommand(desk.cache.db, desk.parts, command, { applicationId, ...input })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const shown = () => getEffective(desk.cache.db, 'applications', applicationId)
const answer = (given: CommandAnswer) => takeAnswer(desk.cache.db, desk.parts, given)
const asJson = (row: object) => row as Readonly<Record<string, Json>>

test('a command is shown at once, over a base that stays the service\'s', () => {
  submitted('applications.claim', {})
  expect({ shown: shown()?.status, base: getBase(desk.cache.db, 'applications', applicationId)?.status, pending: pendingCommands(desk.cache.db).length })
    .toEqual({ shown: 'in-progress', base: 'received', pending: 1 })
})

test('a refusal by the same rule comes at once and stores nothing', () => {
  const command = commandNamed('applications.propose')
  const result = command && submitCommand(desk.cache.db, desk.parts, command, { applicationId, outcome: 'granted', reason: '' })
  expect(result).toMatchObject({ ok: false, error: { code: 'applications/wrong-status' } })
  expect(entriesIn(desk.cache.db, 'pending')).toEqual([])
})

test('a command names the service\'s versions and the own commands it builds on', () => {
  const claim = submitted('applications.claim', {})
  const note = submitted('applications.note', { text: 'one' })
  const propose = submitted('applications.propose', { outcome: 'granted', reason: '' })
  expect(envelopeFrom(propose.envelope)).toMatchObject({
    // What the letter is made of is read as well.
    basedOn: expect.arrayContaining([expect.objectContaining({ table: 'applications', version: 1 }), expect.objectContaining({ table: 'services', version: 1 })]),
    after: [claim.commandId],
  })
  expect(envelopeFrom(note.envelope).after).toEqual([claim.commandId])
})

test('an applied command stays in the overlay until the pull has brought its position', () => {
  const { commandId } = submitted('applications.claim', {})
  answer({ kind: 'applied', id: commandId, position: 2 })
  expect({ status: shown()?.status, states: entriesIn(desk.cache.db, 'applied', 'acknowledged').map(entry => entry.state) })
    .toEqual({ status: 'in-progress', states: ['applied'] })
  const row = { ...anApplication(), version: 2, status: 'in-progress', assigneeId: desk.parts.actor.personId, assigneeName: 'by the service' }
  applyReply(desk.cache.db, desk.parts, aReply([{ op: 'put', position: 2, table: 'applications', id: applicationId, row: asJson(row) }]), 0)
  expect({ name: shown()?.assigneeName, states: entriesIn(desk.cache.db, 'applied', 'acknowledged').map(entry => entry.state) })
    .toEqual({ name: 'by the service', states: ['acknowledged'] })
})

test('a refusal takes the commands that build on it along and shows what has changed since', () => {
  const claim = submitted('applications.claim', {})
  submitted('applications.propose', { outcome: 'refused', reason: 'not from here' })
  const other = PersonId.parse('0192a000-0000-7000-8000-0000000000a9')
  const now = { ...anApplication(), version: 7, status: 'in-progress', assigneeId: other, assigneeName: 'Other' }
  answer({
    kind: 'refused', id: claim.commandId, code: 'applications/already-claimed', facts: { assignee: 'Other' },
    current: [{ table: 'applications', id: applicationId, row: asJson(now) }],
  })
  expect(shown()?.assigneeName).toBe('Other')
  expect(attentionItems(desk.cache.db)).toMatchObject([
    {
      code: 'applications/already-claimed', facts: { assignee: 'Other' }, blockedBy: null,
      differences: [
        { field: 'status', seen: 'received', now: 'in-progress', mine: 'in-progress' },
        { field: 'assigneeId', now: other, mine: desk.parts.actor.personId },
        { field: 'assigneeName', now: 'Other', mine: desk.parts.actor.name },
      ],
    },
    { code: 'commands/blocked', blockedBy: claim.commandId, input: { outcome: 'refused', reason: 'not from here' } },
  ])
})

test('after two have worked apart, what others changed and what the person changed lie side by side, field by field', () => {
  const { commandId } = submitted('applications.tag', { add: ['eilig'], remove: [] })
  const now = { ...anApplication(), version: 7, followUpNote: 'Anruf', subject: 'Hundeanmeldung: Rex' }
  answer({ kind: 'refused', id: commandId, code: 'commands/changed-meanwhile', facts: {}, current: [{ table: 'applications', id: applicationId, row: asJson(now) }] })
  expect(attentionItems(desk.cache.db)[0]?.differences).toEqual([
    { field: 'subject', seen: anApplication().subject, now: 'Hundeanmeldung: Rex' },
    { field: 'followUpNote', seen: null, now: 'Anruf' },
    { field: 'tags', seen: [], now: [], mine: ['eilig'] },
  ])
})

test('an answer that comes twice changes nothing the second time', () => {
  const { commandId } = submitted('applications.claim', {})
  const refusal: CommandAnswer = { kind: 'refused', id: commandId, code: 'applications/already-claimed', facts: {}, current: [] }
  answer(refusal)
  answer({ kind: 'applied', id: commandId, position: 9 })
  answer(refusal)
  expect(attentionItems(desk.cache.db)).toHaveLength(1)
})

test('a move that was refused is settled by a later one that the service takes, and not by what says nothing about it', () => {
  for (const [table, row] of [['places', aPlace()], ['resources', aResource(1)], ['appointment_services', aService()], ['appointments', anAppointment()]] as const) putBase(desk.cache.db, table, row)
  const on = { appointmentId: anAppointment().id }
  const move = (hours: number) => submitted('appointments.move', { ...on, resourceId: counterId(1), startsAt: instantFromMs(Date.UTC(2026, 11, 7, 8 + hours)), minutes: 15 })
  answer({ kind: 'refused', id: move(1).commandId, code: 'appointments/slot-taken', facts: {}, current: [] })
  answer({ kind: 'applied', id: submitted('appointments.change-person', { ...on, name: 'Änne Großkopf', email: null, phone: null, note: 'kommt zu zweit' }).commandId, position: 8 })
  const [again, later] = [move(2), move(3)]
  answer({ kind: 'applied', id: again.commandId, position: 9 })
  expect(attentionItems(desk.cache.db)).toEqual([])
  answer({ kind: 'refused', id: later.commandId, code: 'appointments/slot-taken', facts: {}, current: [] })
  expect(attentionItems(desk.cache.db).map(({ id }) => id)).toEqual([later.commandId])
})

test('whoever lets go of a move that was refused has let go of those before it', () => {
  for (const [table, row] of [['places', aPlace()], ['resources', aResource(1)], ['appointment_services', aService()], ['appointments', anAppointment()]] as const) putBase(desk.cache.db, table, row)
  const refused = (hours: number): string => {
    const { commandId } = submitted('appointments.move', { appointmentId: anAppointment().id, resourceId: counterId(1), startsAt: instantFromMs(Date.UTC(2026, 11, 7, 8 + hours)), minutes: 15 })
    answer({ kind: 'refused', id: commandId, code: 'appointments/slot-taken', facts: {}, current: [] })
    return commandId
  }
  const [first, second, third] = [refused(1), refused(2), refused(3)]
  expect(settle(desk.cache.db, desk.parts, second, 'dismiss')).toMatchObject({ ok: true })
  expect(attentionItems(desk.cache.db).map(({ id }) => id)).toEqual([third])
  expect(settle(desk.cache.db, desk.parts, first, 'dismiss')).toMatchObject({ ok: false })
})

test('a postponed command holds back only those that build on it', () => {
  const claim = submitted('applications.claim', {})
  submitted('applications.note', { text: 'waits for the claim' })
  const other = { ...anApplication(), id: '0192a000-0000-7000-8000-000000000002', number: 4712 }
  putBase(desk.cache.db, 'applications', other as ReturnType<typeof anApplication>)
  const free = submitted('applications.claim', { applicationId: other.id })
  answer({ kind: 'retry', id: claim.commandId, afterMs: 60_000 })
  expect(sendable(desk.cache.db, desk.parts.clock.nowMs(), 10).map(({ id }) => id)).toEqual([free.commandId])
})

test('a clock that was years ahead when a command was postponed holds it back no longer than it is ahead', () => {
  const { commandId } = submitted('applications.claim', {})
  const nowMs = desk.parts.clock.nowMs()
  for (const aheadMs of [86_400_000, 3_650 * 86_400_000]) {
    const ahead = { ...desk.parts, clock: { nowMs: () => nowMs + aheadMs } }
    takeAnswer(desk.cache.db, ahead, { kind: 'retry', id: CommandId.parse(commandId), afterMs: 60_000 })
    expect(sendable(desk.cache.db, nowMs + aheadMs, 10)).toEqual([])
    expect({ ids: sendable(desk.cache.db, nowMs, 10).map(({ id }) => id), due: nextDueMs(desk.cache.db, nowMs) }).toEqual({ ids: [commandId], due: null })
  }
})

test('a refusal\'s rows of a scope that has left this desk stay off its disk', () => {
  const { commandId } = submitted('applications.claim', {})
  removeScope(desk.cache.db, anApplication().scope)
  answer({ kind: 'refused', id: commandId, code: 'commands/changed-meanwhile', facts: {}, current: [{ table: 'applications', id: applicationId, row: asJson(anApplication()) }] })
  expect(getBase(desk.cache.db, 'applications', applicationId)).toBeUndefined()
})

test('redo sends the same input as a new command; dismiss lets go; neither comes back', () => {
  const first = submitted('applications.note', { text: 'keep me' })
  answer({ kind: 'refused', id: first.commandId, code: 'commands/not-allowed', facts: {}, current: [] })
  const redone = settle(desk.cache.db, desk.parts, first.commandId, 'redo')
  expect(redone).toMatchObject({ ok: true })
  expect(pendingCommands(desk.cache.db).map(({ id }) => id)).not.toContain(first.commandId)
  expect(attentionItems(desk.cache.db)).toEqual([])
  expect(settle(desk.cache.db, desk.parts, first.commandId, 'dismiss')).toMatchObject({ ok: false })
})

test('a rule that refuses on new rows contributes nothing and stays on its way', () => {
  const { commandId } = submitted('applications.claim', {})
  const taken = { ...anApplication(), version: 2, status: 'in-progress', assigneeId: PersonId.parse('0192a000-0000-7000-8000-0000000000a9'), assigneeName: 'Other' }
  applyReply(desk.cache.db, desk.parts, aReply([{ op: 'put', position: 2, table: 'applications', id: applicationId, row: asJson(taken) }]), 0)
  expect({ name: shown()?.assigneeName, pending: pendingCommands(desk.cache.db).map(({ id }) => id) }).toEqual({ name: 'Other', pending: [CommandId.parse(commandId)] })
})

test('commands read out of a damaged cache go on in a fresh one, the same bytes in the same order', () => {
  const first = submitted('applications.claim', {})
  const second = submitted('applications.note', { text: 'keep me' })
  const fresh = aDesk()
  const kept = (envelope: string): KeptCommand =>
    ({ envelope, state: 'pending', settledAt: null, code: null, facts: null, blockedBy: null, subject: 'Hund', seen: null, made: null })
  takeOver(fresh.cache.db, [kept(first.envelope), { ...kept(second.envelope), state: 'attention', code: 'commands/not-allowed', facts: '{}' }, kept('{"half')], fresh.parts.log)
  takeOver(fresh.cache.db, [kept(first.envelope)], fresh.parts.log)
  expect(entriesIn(fresh.cache.db, 'pending').map(({ envelope }) => envelope)).toEqual([first.envelope])
  expect(attentionItems(fresh.cache.db)).toMatchObject([{ id: second.commandId, code: 'commands/not-allowed', subject: 'Hund', input: { text: 'keep me' } }])
  fresh.remove()
})

test('what the desk does by itself is not counted, and a refusal of it is put before nobody', () => {
  const view = submitted('applications.view', {})
  expect([pendingCommands(desk.cache.db), outboxCounts(desk.cache.db), entriesIn(desk.cache.db, 'pending').length]).toEqual([[], { count: 0, oldestAt: null, attention: 0 }, 1])
  answer({ kind: 'refused', id: view.commandId, code: 'commands/record-missing', facts: {}, current: [] })
  expect([attentionItems(desk.cache.db), outboxCounts(desk.cache.db).attention, entriesIn(desk.cache.db, 'settled').length]).toEqual([[], 0, 1])
  expect(forgetSettled(desk.cache.db, instantFromMs(Date.UTC(2027, 0, 1)))).toBe(1)
})
