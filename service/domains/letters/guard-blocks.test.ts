import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { facsimileOfBase64 } from '../../../shared/domains/letters/facsimile.ts'
import { aBlock, aLetterhead, aTemplate } from '../../../shared/domains/letters/testing.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { TEST_TOWN, testService, type TestService } from '../../testing.ts'
import { facsimilesOf } from './facsimiles.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const { id } = aBlock()

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([
    { table: 'text_blocks', row: aBlock() }, { table: 'text_blocks', row: aBlock({ id: 'frei', title: 'Frei' }) },
    { table: 'letter_templates', row: aTemplate({ id: 'with-block', title: 'Mit Baustein', paragraphs: ['[[datenschutz]]'] }) },
    { table: 'letter_templates', row: aTemplate({ id: 'withdrawn', title: 'Ohne Gebrauch', active: false, paragraphs: ['[[datenschutz]]'] }) },
  ])
})
afterAll(() => town.close())

interface Answer {
  readonly kind: string
  readonly code?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

async function answerTo(name: string, input: object, record: { readonly table: 'text_blocks' | 'departments'; readonly id: string }): Promise<Answer | undefined> {
  const row = await town.database.db.selectFrom(record.table).select('version').where('id', '=', record.id).executeTakeFirst()
  const command = { id: randomUUID().replace(/^(.{14})./, '$17'), name, version: 1, input, basedOn: row ? [{ ...record, version: row.version }] : [], after: [], recordedAt: NOW }
  const response = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer('administrator'), payload: { commands: [command] } })
  return response.json<{ answers: readonly Answer[] }>().answers[0]
}
const set = (paragraphs: readonly string[]) => answerTo('letters.set-block', { id, title: 'Datenschutz', paragraphs }, { table: 'text_blocks', id })
const withdraw = (block: string) => answerTo('letters.switch-block', { id: block, active: false }, { table: 'text_blocks', id: block })

test('a block that templates use stays in use, and they are named, also those that are withdrawn', async () => {
  expect(await withdraw(id)).toMatchObject({ code: 'letters/block-in-use', facts: { templates: 'Mit Baustein, Ohne Gebrauch', count: 2 } })
  expect(await withdraw('frei')).toMatchObject({ kind: 'applied' })
})

test('a block is kept when it fits into every template that uses it', async () => {
  expect(await set(['{{cashReference}}'])).toMatchObject({ code: 'letters/block-incomplete', facts: { field: 'paragraphs.0', problem: 'variable-unknown', variable: 'cashReference', template: 'Mit Baustein', count: 2 } })
  expect(await set(['{{authority}}'])).toMatchObject({ kind: 'applied' })
})

test('the picture of a facsimile is kept by its hash, in the town whose letterhead names it', async () => {
  const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg=='
  const facsimile = facsimileOfBase64(picture)
  if (!facsimile) throw new Error('that is no picture')
  const record = { table: 'departments', id: 'ordnung' } as const
  expect(await answerTo('letters.set-letterhead', { departmentId: 'ordnung', letterhead: aLetterhead({ facsimile }), picture: null }, record)).toMatchObject({ code: 'letters/facsimile-missing' })
  expect(await answerTo('letters.set-letterhead', { departmentId: 'ordnung', letterhead: aLetterhead({ facsimile }), picture }, record)).toMatchObject({ kind: 'applied' })
  const kept = await facsimilesOf(town.database.db, TEST_TOWN)(facsimile.sha256)
  expect(kept && Buffer.from(kept).toString('base64')).toBe(picture)
})
