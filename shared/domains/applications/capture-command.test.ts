import { expect, test } from 'vitest'
import { momentOf, stateOf } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { ApplicationId, CommandId, DepartmentId, ServiceId, uuidV7 } from '../../ids.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { capture, type Capture } from './capture-command.ts'
import { isProvisional, provisionalNumber } from './provisional.ts'
import type { Form, TownService } from './service-tables.ts'
import { aForm, anApplication, aTownService } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const COMMAND = CommandId.parse('0192a000-0000-7000-8000-00000000c0a5')
const NEW = ApplicationId.parse('0192a000-0000-7000-8000-0000000000f1')

interface Given {
  readonly service?: Partial<TownService>
  readonly form?: Partial<Form>
  readonly rows?: ReadonlyMap<string, AnyRow>
  readonly actor?: ReturnType<typeof anActor>
  readonly now?: Instant
}

function take(input: Partial<Capture>, { service = {}, form = {}, rows = new Map(), actor = anActor(), now = NOW }: Given = {}) {
  const given: Capture = {
    applicationId: NEW, serviceId: ServiceId.parse('dog-registration'), formVersion: 1, channel: 'paper', receivedOn: '2026-11-20',
    form: { lastName: 'Großkopf', dogName: 'Bello' }, ...input,
  }
  const state = stateOf(new Map<string, AnyRow>([['services/dog-registration', aTownService(service)], ['forms/dog-registration@1', aForm(form)], ...rows]))
  return decideCommand(capture, given, { state, records: capture.reads(given, state) }, momentOf(actor, now, COMMAND))
}

const codeOf = (result: ReturnType<typeof take>): string => (result.ok ? 'ok' : result.error.code)

test('a paper application becomes a case of its own, received on the day of the stamp, with a period that begins there', () => {
  const taken = take({})
  expect(taken).toMatchObject({
    ok: true,
    value: [
      {
        table: 'applications',
        row: {
          id: NEW, reference: 'vorläufig', channel: 'paper', status: 'received', scope: 'department:ordnung', applicantName: 'Großkopf',
          receivedAt: '2026-11-19T23:00:00.000Z', dueAt: '2026-12-04T22:59:59.999Z', formId: 'dog-registration@1',
        },
      },
      { table: 'application_events', row: { applicationId: NEW, kind: 'captured', actorName: 'Person 1' } },
    ],
  })
  const row = taken.ok && taken.value[0]?.table === 'applications' ? taken.value[0].row : undefined
  expect(row && isProvisional(row)).toBe(true)
})

test('received today means now; the service’s steps and automatic acts begin as with any application', () => {
  const taken = take({ receivedOn: '2026-11-22', channel: 'telephone' }, {
    service: { automatic: [{ kind: 'tag', tag: 'Hund' }], steps: [{ key: 'check', title: { de: 'Prüfen', en: 'Check' }, role: 'clerk', isRequired: true }] },
  })
  expect(taken).toMatchObject({ ok: true, value: [
    { row: { receivedAt: NOW, tags: ['Hund'], channel: 'telephone' } },
    { row: { kind: 'captured' } }, { row: { kind: 'tagged' } }, { table: 'tasks', row: { title: 'Prüfen' } },
  ] })
})

test.each([
  ['a withdrawn service', {}, { service: { active: false } }, 'applications/service-withdrawn'],
  ['a form that has a newer version', {}, { service: { formVersion: 2 } }, 'intake/wrong-form-version'],
  ['a day after today', { receivedOn: '2026-11-23' }, {}, 'applications/receipt-in-future'],
  ['a day more than 60 days back', { receivedOn: '2026-09-22' }, {}, 'applications/receipt-too-old'],
  ['the day 60 days back', { receivedOn: '2026-09-23' }, {}, 'ok'],
  ['an answer that is missing', { form: { lastName: 'Großkopf' } }, {}, 'intake/invalid-form'],
  ['a missing e-mail address', {}, { form: { emailKey: 'email', schema: { ...aForm().schema, required: ['lastName', 'dogName', 'email'] } } }, 'ok'],
  ['the same application again', {}, { rows: new Map([[`applications/${NEW}`, anApplication({ id: NEW })]]) }, 'applications/captured-before'],
  ['a clerk of another department', {}, { actor: anActor('clerk', '1', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('soziales'), viaPersonId: null, viaName: null }] }) }, 'commands/not-allowed'],
  ['an administrator', {}, { actor: anActor('administrator') }, 'commands/not-allowed'],
  ['a lead', {}, { actor: anActor('lead') }, 'ok'],
] as const satisfies readonly (readonly [string, Partial<Capture>, Given, string])[])('%s', (_, input, given, code) => {
  expect(codeOf(take(input, given))).toBe(code)
})

test('a refusal for the form names the part', () => {
  expect(take({ form: { lastName: 'Großkopf', dogName: 'x'.repeat(41), colour: 'red' } })).toMatchObject({ ok: false, error: {
    facts: { count: 2, field: 'Rufname des Hundes, colour', 'field dogName': 'Rufname des Hundes: Bitte höchstens 40 Zeichen angeben.' },
  } })
})

test('a provisional number is above all others, fits 31 bits, rises with each command of a desk and follows from the command', () => {
  const at = (milliseconds: number): number => provisionalNumber(CommandId.parse(uuidV7(Date.UTC(2026, 10, 22, 9) + milliseconds, new Uint8Array(10))))
  expect(at(0)).toBeGreaterThan(2_000_000_000)
  expect(at(1)).toBe(at(0) + 1)
  for (let day = 0; day < 30; day++) expect(at(day * 86_399_000)).toBeLessThan(2 ** 31)
})
