import { describe, expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { gatherNow, momentOf, recordKey, type Change, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { endOfGermanDay } from '../../german-days.ts'
import { CommandId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import type { AnyRow, TableName } from '../../tables.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { aLetterhead, aTemplate } from '../letters/testing.ts'
import type { LetterTemplate } from '../letters/tables.ts'
import type { Department } from '../staff/tables.ts'
import { anActor } from '../staff/testing.ts'
import { certify } from './certify-command.ts'
import { approve, propose, returnProposal } from './commands.ts'
import { releaseModeFor } from './rules.ts'
import type { TownService } from './service-tables.ts'
import type { Application, Decision } from './tables.ts'
import { aForm, anApplication, aProposed, aTownService } from './testing.ts'
import { onReceipt } from './work-steps.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 10))
const clerk = anActor('clerk', '1')
const lead = anActor('lead', '3')
const mine = anApplication({ status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name })
const applicationId = mine.id

type Rows = readonly (readonly [TableName, AnyRow])[]

const department: Department = { id: mine.departmentId, scope: 'town', version: 1, name: 'Ordnung', position: 1, letterhead: aLetterhead(), closedAt: null }
const template = aTemplate({ paragraphs: ['Guten Tag {{applicantName}},', '{{reason}}', '{{form.dogName}}'] })
const refusedTemplate: LetterTemplate = { ...template, id: 'refused', outcome: 'refused' }

const town = (overrides: { service?: TownService; department?: Department; template?: LetterTemplate; application?: Application } = {}): Rows => [
  ['applications', overrides.application ?? mine],
  ['services', overrides.service ?? aTownService()],
  ['forms', aForm()],
  ['departments', overrides.department ?? department],
  ['letter_templates', overrides.template ?? template],
  ['letter_templates', refusedTemplate],
]

function run<Input>(command: Command<Input>, input: Input, actor: Actor, rows: Rows, now: Instant = NOW, id = 'f1'): Result<readonly Change[]> {
  const byKey = new Map(rows.map(([table, row]) => [recordKey({ table, id: row.id }), row]))
  const gathered = gatherNow(command, input, record => byKey.get(recordKey(record)))
  return decideCommand(command, input, gathered, momentOf(actor, now, CommandId.parse(`0192a000-0000-7000-8000-0000000000${id}`)))
}

const codeOf = (result: Result<unknown>): unknown => (result.ok ? 'ok' : [result.error.code, ...Object.values(result.error.facts ?? {})])

const withRows = (rows: Rows, changes: readonly Change[]): Rows => [...rows, ...changes.map(({ table, row }) => [table, row] as const)]

function proposed(rows = town(), more = {}): { readonly rows: Rows; readonly decision: Decision } {
  const result = run(propose, { applicationId, ...aProposed(more) }, clerk, rows)
  if (!result.ok) throw new Error(result.error.code)
  const change = result.value.find(({ table }) => table === 'decisions')
  if (change?.table !== 'decisions') throw new Error('no decision')
  return { rows: withRows(rows, result.value), decision: change.row }
}

const seen = ({ id, contentHash }: Decision) => ({ applicationId, decisionId: id, contentHash })

describe('a proposal', () => {
  test('carries the letter, filled from the case by the town’s standard template', () => {
    const { letter } = proposed(town(), { reason: 'Passt.' }).decision
    expect(letter).toMatchObject({ templateId: 'granted', templateVersion: 1, letterhead: aLetterhead(), isReasoned: true, open: [] })
    expect(letter?.blocks).toEqual(['Guten Tag Änne Großkopf,', 'Passt.', 'Bello'].map(text => ({ kind: 'paragraph', text })))
  })

  test('carries the letter that was chosen where there are several, with what the template asks for', () => {
    const second = aTemplate({ id: 'with-term', position: 2, templateVersion: 4, paragraphs: ['Bis {{term}}.'], asked: [{ name: 'term', label: 'Bis wann' }] })
    const { letter } = proposed([...town(), ['letter_templates', second]], { letter: { templateId: 'with-term', templateVersion: 4, values: { term: 'Mai 2027' } } }).decision
    expect(letter).toMatchObject({ templateId: 'with-term', templateVersion: 4, blocks: [{ kind: 'paragraph', text: 'Bis Mai 2027.' }] })
  })

  test('goes without a letter where the town has no template', () => {
    const rows = town().filter(([table]) => table !== 'letter_templates')
    expect(proposed(rows).decision.letter).toBeNull()
  })

  test.each<readonly [string, Rows, object, unknown]>([
    ['without a letterhead', town({ department: { ...department, letterhead: null } }), {}, ['letters/part-missing', 'authority']],
    ['with an empty variable', town({ template: aTemplate({ paragraphs: ['{{form.chipNumber}}'] }) }), {}, ['letters/part-missing', 'variable', 'form.chipNumber']],
    ['without instruction on remedies', town({ template: aTemplate({ remedies: '' }) }), {}, ['letters/part-missing', 'remedies']],
    ['a refusal without its reason', town(), { outcome: 'refused' }, ['applications/reason-missing']],
    ['from a version of the template that is not current', town(), { letter: { templateId: 'granted', templateVersion: 2, values: {} } }, ['letters/template-changed']],
    ['from a template that was withdrawn, which is named', town({ template: { ...template, active: false } }), { letter: { templateId: 'granted', templateVersion: 1, values: {} } }, ['letters/template-withdrawn', 'Bewilligt']],
    ['where the town’s standard template is withdrawn and none was chosen', town({ template: { ...template, active: false } }), {}, ['letters/template-withdrawn', 'Bewilligt']],
    ['from a template for another outcome', town(), { letter: { templateId: 'refused', templateVersion: 1, values: {} } }, ['letters/template-changed']],
    ['from a template for another service', town({ template: { ...template, serviceId: 'parking' as TownService['id'] } }), { letter: { templateId: 'granted', templateVersion: 1, values: {} } }, ['letters/template-changed']],
    ['from a template that is not there', town(), { letter: { templateId: 'gone', templateVersion: 1, values: {} } }, ['letters/template-changed']],
  ])('is refused %s', (_, rows, more, expected) => {
    expect(codeOf(run(propose, { applicationId, ...aProposed(more) }, clerk, rows))).toEqual(expected)
  })

  test('waits for the required steps of the service and not for the others', () => {
    const step = { key: 'check', title: { de: 'Chip prüfen', en: 'Check chip' }, role: 'clerk' as const, isRequired: true }
    const service = aTownService({ steps: [step, { ...step, key: 'more', isRequired: false }] })
    const { changes } = onReceipt(service, mine, NOW)
    const rows = withRows(town({ service }), changes)
    expect(codeOf(run(propose, { applicationId, ...aProposed() }, clerk, rows))).toEqual(['applications/steps-open', 'Chip prüfen', 1])
    const done = changes.map(change => (change.table === 'tasks' && change.row.isRequired ? { ...change, row: { ...change.row, doneAt: NOW } } : change))
    expect(codeOf(run(propose, { applicationId, ...aProposed() }, clerk, withRows(town({ service }), done)))).toBe('ok')
  })
})

describe('an approval is bound to what was proposed', () => {
  const { rows, decision } = proposed()
  const approved = (changed: Rows) => codeOf(run(approve, { ...seen(decision), note: '' }, lead, [...rows, ...changed], NOW, 'f2'))
  const letter = decision.letter
  if (!letter) throw new Error('no letter')

  test('and releases it as it is', () => expect(approved([])).toBe('ok'))

  test.each<readonly [string, Rows]>([
    ['the outcome', [['decisions', { ...decision, outcome: 'refused' }]]],
    ['the reason', [['decisions', { ...decision, reason: 'x' }]]],
    ['the conditions', [['decisions', { ...decision, conditions: 'x' }]]],
    ['the amount', [['decisions', { ...decision, amountCents: 1 }]]],
    ['the fee', [['decisions', { ...decision, feeCents: 1 }]]],
    ['a word of the letter', [['decisions', { ...decision, letter: { ...letter, subject: 'x' } }]]],
    ['the letter as a whole', [['decisions', { ...decision, letter: null }]]],
    ['the template’s version', [['letter_templates', { ...template, templateVersion: 2 }]]],
    ['the template’s text under the same version', [['letter_templates', { ...template, subject: 'x' }]]],
    ['the template, withdrawn', [['letter_templates', { ...template, active: false }]]],
    ['the letterhead', [['departments', { ...department, letterhead: aLetterhead({ signatory: 'Neu' }) }]]],
    ['the legal basis', [['services', aTownService({ contact: { name: 'Neu', telephone: '', email: '', room: '' } })]]],
    ['an answer', [['applications', { ...mine, status: 'proposed', decisionId: decision.id, form: { ...mine.form, dogName: 'Rex' } }]]],
    ['the files', [['applications', { ...mine, status: 'proposed', decisionId: decision.id, attachmentCount: 3 }]]],
  ])('refused when something has changed: %s', (_, changed) => {
    expect(approved(changed)).toEqual(['applications/proposal-changed'])
  })

  test('what can no longer be released can still be given back', () => {
    const changed: Rows = [...rows, ['letter_templates', { ...template, templateVersion: 2 }]]
    expect(codeOf(run(returnProposal, { ...seen(decision), reason: 'Neue Vorlage' }, lead, changed, NOW, 'f3'))).toBe('ok')
  })
})

describe('who must release', () => {
  const small = aTownService({ singleUpToCents: 50_000 })
  test.each([
    [small, 'granted', 50_000, 'single-by-service'],
    [small, 'granted', 50_001, 'four-eyes'],
    [small, 'granted', null, 'four-eyes'],
    [small, 'refused', 100, 'four-eyes'],
    [aTownService(), 'granted', 0, 'four-eyes'],
    [aTownService({ releaseMode: 'single-by-service' }), 'refused', null, 'single-by-service'],
  ] as const)('%#: by amount', (service, outcome, amountCents, expected) => {
    expect(releaseModeFor(service, outcome, amountCents)).toBe(expected)
  })

  test.each([
    ['four eyes are ordered by now', { ...small, singleUpToCents: null }],
    ['the amount is lower by now', { ...small, singleUpToCents: 49_999 }],
  ])('a stricter order reaches what is proposed already: %s', (_, stricter) => {
    const { rows, decision } = proposed(town({ service: small }), { amountCents: 50_000 })
    const [byAuthor, orders] = [anActor('lead', '1'), [...rows, ['services', stricter] as const]]
    const release = (actor: Actor, those: Rows) => run(approve, { ...seen(decision), note: '' }, actor, those)
    expect([codeOf(release(byAuthor, rows)), codeOf(release(byAuthor, orders))]).toEqual(['ok', ['applications/own-proposal']])
    const released = release(lead, orders)
    expect(released.ok && released.value.find(({ table }) => table === 'decisions')?.row).toMatchObject({ state: 'approved', releaseMode: 'four-eyes' })
  })

  test('a looser order does not reach what is proposed already', () => {
    const { rows, decision } = proposed(town(), { amountCents: 50_000 })
    expect(codeOf(run(approve, { ...seen(decision), note: '' }, anActor('lead', '1'), [...rows, ['services', small]]))).toEqual(['applications/own-proposal'])
  })

  test('is written into the proposal', () => {
    expect(proposed(town({ service: small }), { amountCents: 50_000 }).decision.releaseMode).toBe('single-by-service')
  })
})

describe('the certificate of § 42a', () => {
  const service = aTownService({ deadline: { basis: 'vwvfg-42a', amount: 3, unit: 'months' } })
  const certificate = aTemplate({ id: 'certificate', outcome: 'certificate', paragraphs: ['Gilt seit dem {{dueDay}}.'] })
  const due = endOfGermanDay('2026-11-20')
  const deputy = anActor('clerk', '2', { grants: [{ role: 'clerk', departmentId: mine.departmentId, viaPersonId: clerk.personId, viaName: clerk.name }] })
  const late = (overrides: Partial<Application> = {}): Application => ({ ...mine, dueAt: due, ...overrides })
  const certified = (application: Application, more: { readonly service?: TownService; readonly rows?: Rows; readonly now?: Instant; readonly by?: Actor } = {}) =>
    codeOf(run(certify, { applicationId }, more.by ?? clerk, [...town({ application, service: more.service ?? service }), ['letter_templates', certificate], ...(more.rows ?? [])], more.now))

  test.each<readonly [string, Parameters<typeof certified>, unknown]>([
    ['after the period, by the person who holds the case', [late()], 'ok'],
    ['not by a colleague', [late(), { by: anActor('clerk', '2') }], ['applications/not-assigned-to-you', 'Person 1']],
    ['by the deputy of the person who holds the case', [late(), { by: deputy }], 'ok'],
    ['by a lead', [late(), { by: lead }], 'ok'],
    ['not by a clerk where nobody holds the case', [late({ assigneeId: null, assigneeName: null, status: 'received' })], ['applications/not-assigned-to-you']],
    ['by a lead where nobody holds the case', [late({ assigneeId: null, assigneeName: null, status: 'received' }), { by: lead }], 'ok'],
    ['not in its last moment', [late(), { now: due }], ['applications/not-deemed-granted', 'period-runs', '2026-11-20']],
    ['in the moment after', [late(), { now: instantFromMs(Date.parse(due) + 1) }], 'ok'],
    ['not where no law orders it', [late(), { service: aTownService() }], ['applications/not-deemed-granted', 'not-ordered']],
    ['not while an answer is awaited', [late({ suspendedAt: NOW, dueAt: null })], ['applications/clock-stands']],
    ['not after a decision', [late({ status: 'decided' })], ['applications/wrong-status', 'decided']],
    ['not without a complete letter', [late(), { rows: [['departments', { ...department, letterhead: null }]] }], ['letters/part-missing', 'authority']],
  ])('%s', (_, given, expected) => {
    expect(certified(...given)).toEqual(expected)
  })

  test('is made out once', () => {
    const rows: Rows = [...town({ application: late(), service }), ['letter_templates', certificate]]
    const first = run(certify, { applicationId }, clerk, rows)
    if (!first.ok) throw new Error(first.error.code)
    expect(codeOf(run(certify, { applicationId }, clerk, withRows(rows, first.value), NOW, 'f2'))).toEqual(['applications/certified-before'])
  })
})
