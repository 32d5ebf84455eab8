import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { MATRIX_LOGINS } from '../../service/http/testing.ts'
import { accountOf } from '../../service/testing.ts'
import { stateOf, type Command } from '../../shared/command.ts'
import { COMMANDS } from '../../shared/commands.ts'
import { draftOf } from '../../shared/domains/applications/service-draft.ts'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import { aHall } from '../../shared/domains/halls/testing.ts'
import { aBlock } from '../../shared/domains/letters/testing.ts'
import { aMessageDesk } from '../../shared/domains/messages/testing.ts'
import { aConsent } from '../../shared/domains/notices/testing.ts'
import { aCardOrganisation } from '../../shared/domains/service-cards/testing.ts'
import { derivedUuid } from '../../shared/ids.ts'
import { TABLE_NAMES } from '../../shared/tables.ts'
import { nearly, type Schema } from '../support/malformed.ts'
import { aRecall } from './foreign-records.ts'
import { told, twoTowns, type TwoTowns } from './two-towns.ts'

/** Examples of inputs and not a search: always the same ones. */
const SEED = 1
const SAMPLES = 400

const { id: _hall, scope: _hallScope, version: _hallVersion, ...hall } = aHall()
const { id: _desk, scope: _deskScope, version: _deskVersion, ...messageDesk } = aMessageDesk()
const { id: _organisation, scope: _organisationScope, version: _organisationVersion, ...organisation } = aCardOrganisation()
/** Where a schema alone does not say what fits. */
const GIVEN: Readonly<Record<string, unknown>> = {
  'halls.set': { hallId: aHall().id, departmentId: 'ordnung', content: hall },
  'messages.set-desk': { departmentId: 'ordnung', content: messageDesk },
  'service-cards.set-organisation': { organisationId: aCardOrganisation().id, departmentId: 'ordnung', content: organisation },
  'preferences.set': { accountId: accountOf('clerk.bau'), key: 'appearance', value: 'dark' },
  'services.begin-draft': { serviceId: aTownService().id, departmentId: 'ordnung', content: draftOf({ service: aTownService(), form: aForm() }), basedOn: null },
  'services.save-draft': { serviceId: aTownService().id, content: draftOf({ service: aTownService(), form: aForm() }), basedOn: null },
}

let towns: TwoTowns
/** One record of the foreign town of every table in which it has any. */
let records: ReadonlyMap<string, string>
beforeAll(async () => {
  towns = await twoTowns()
  await towns.foreign.change([{ table: 'mailbox_consents', row: aConsent() }, { table: 'text_blocks', row: aBlock() }, { table: 'vaccination_recalls', row: aRecall() }])
  records = await recordsOf('stendal')
})
afterAll(() => towns.close())

async function recordsOf(town: string): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(TABLE_NAMES.map(async table => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where town_id = ${town} order by id limit 1`.execute(towns.own.database.db)
    return rows.map(({ id }) => [table, id] as const)
  }))
  return new Map(found.flat())
}

const made = new Map<string, readonly unknown[]>()
/** Inputs that a command understands, made once from its own schema, in which the records it reads are those of the foreign town. */
function inputsFor(command: Command<unknown>): readonly unknown[] {
  const inputs = made.get(command.name) ?? makeInputs(command)
  made.set(command.name, inputs)
  return inputs
}

function makeInputs(command: Command<unknown>): readonly unknown[] {
  const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const given = GIVEN[command.name]
  const plain = plainly(schema) as Schema
  const sampled = given ? [given] : fc.sample(nearly(plain, (plain['$defs'] ?? {}) as Schema, 0), { numRuns: SAMPLES, seed: SEED })
  return sampled.map(input => inForeignTown(command, input)).filter(input => command.input.safeParse(input).success).slice(0, 3)
}

/** A schema whose samples fit more often: shortest texts, smallest numbers, each key of a table. */
function plainly(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plainly)
  if (typeof part !== 'object' || part === null) return part
  const schema: Schema = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, plainly(value)]))
  const { type, minLength, minimum, pattern, format, propertyNames, required } = schema
  if (type === 'string' && minLength === 64) return { ...schema, pattern: '^[0-9a-f]{64}$' }
  if (type === 'string' && format === 'date') return { const: '2026-12-01' }
  if (type === 'string' && pattern === undefined && typeof minLength === 'number') return { ...schema, pattern: `^[a-z]{${minLength},${minLength + 8}}$` }
  if ((type === 'integer' || type === 'number') && typeof minimum === 'number') return { const: minimum }
  if (propertyNames !== undefined) return { type: 'object', required, properties: Object.fromEntries(((required ?? []) as readonly string[]).map(name => [name, schema['additionalProperties']])) }
  return schema
}

function inForeignTown(command: Command<unknown>, input: unknown): unknown {
  const parsed = command.input.safeParse(input)
  if (!parsed.success) return input
  let text = JSON.stringify(input)
  for (const { table, id } of command.reads(parsed.data, stateOf(new Map()))) text = text.replaceAll(JSON.stringify(id), JSON.stringify(records.get(table) ?? id))
  return JSON.parse(text)
}

/** Read by key too, but nobody has a builder for them: of these the ids are those of no town. */
const WITHOUT_RECORD: readonly string[] = [
  'alert_templates', 'application_events', 'comments', 'conversation_files', 'letter_drafts', 'notice_rule_sets', 'official_warnings', 'opening_hours', 'preferences', 'recall_contacts', 'saved_views',
  'service_drafts', 'side_effects', 'suggestions', 'tasks',
]

test('the tables that commands read have a record there', () => {
  const read = new Set(ALL.flatMap(([, command]) => inputsFor(command).flatMap(input => command.reads(command.input.parse(input), stateOf(new Map())).map(({ table }) => table))))
  expect([...read].filter(table => !records.has(table)).toSorted()).toEqual(WITHOUT_RECORD)
})

const ALL = COMMANDS.map(command => [command.name, command as unknown as Command<unknown>] as const)

test.each(ALL)('%s about what another town has is as about what never was', async (name, command) => {
  const inputs = inputsFor(command)
  expect(inputs.length, 'no input was understood').toBeGreaterThan(0)
  for (const login of MATRIX_LOGINS) {
    const commands = inputs.map((input, index) => ({ id: derivedUuid(`${SEED}/${login}/${name}`, String(index)), name, version: command.version, input, basedOn: [], after: [], recordedAt: '2026-11-22T09:00:00.000Z' }))
    const request = { method: 'POST', url: '/v1/commands', payload: { commands } } as const
    const here = await told(towns.own, request, await towns.own.bearer(login))
    expect([login, here]).toEqual([login, await told(towns.alone, request, await towns.alone.bearer(login))])
    expect(here.body).not.toContain('commands/invalid-input')
  }
})
