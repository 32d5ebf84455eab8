import { afterEach, expect, test } from 'vitest'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import { aTownsSettings } from '../../../../shared/domains/alerts/testing.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { command, subscribe, townWithTopic } from '../ways/testing.ts'

let town: TestService
afterEach(() => town.close())

const at = (name: string, latitude: number): Locality => ({ name, centre: [latitude, 11.8], radiusKm: 2 })

async function set(localities: readonly Locality[], version: number): Promise<number> {
  const { id: _id, scope: _scope, version: _version, ...content } = aTownsSettings({ localities: [...localities] })
  const answer = await command(town, 'administrator', 'alerts.set-settings', { content }, [{ table: 'alert_settings', id: 'alerts', version }])
  if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer))
  return answer.position
}

test('who chose a place hears of it under its new name, and who chose one that is gone hears of the whole town', async () => {
  town = await townWithTopic()
  const { db } = town.database
  const { version } = await db.selectFrom('alert_settings').select('version').executeTakeFirstOrThrow()
  const then = await set([at('Lüderitz', 52.1), at('Uchtdorf', 52.2), at('Bellingen', 52.3)], version)
  const chosen = [['Lüderitz'], ['Uchtdorf', 'Lüderitz'], ['Bellingen'], ['Bellingen', 'Lüderitz'], []]
  const ids: string[] = []
  for (const [index, localities] of chosen.entries()) {
    const id = await subscribe(town, 'email', `${index}@example.org`)
    ids.push(id)
    await db.updateTable('subscribers').set({ localities }).where('town_id', '=', TEST_TOWN).where('id', '=', id).execute()
  }
  await set([at('Lüderitz', 52.1), at('Uchtdorf an der Tanger', 52.2), at('Birkholz', 52.9)], then)
  const rows = new Map((await db.selectFrom('subscribers').select(['id', 'localities']).where('mode', '=', 'live').execute()).map(({ id, localities }) => [id, localities]))
  expect(ids.map(id => rows.get(id))).toEqual([['Lüderitz'], ['Uchtdorf an der Tanger', 'Lüderitz'], [], [], []])
})
