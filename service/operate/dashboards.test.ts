import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../http/metrics.ts'
import { addTestTown, TEST_TIME, TEST_TOWN, testDatabase } from '../store/testing.ts'
import { openHouse } from './house.ts'
import { BACKUP_TASK, noteOutcome } from './outcomes.ts'

const FOLDER = join(import.meta.dirname, '../../docs/dashboards')
/** What Prometheus makes of a histogram. */
const SUFFIX = /_(bucket|count|sum)$/

const namesIn = (text: string): readonly string[] => [...new Set(text.match(/\brathaus_\w+/g))].map(name => name.replace(SUFFIX, '')).toSorted()

test('every figure that the dashboard and the alarms name is one that the service tells', async () => {
  const database = await testDatabase()
  await addTestTown(database)
  await noteOutcome(database.db, BACKUP_TASK, 'written 1', TEST_TIME)
  const house = await openHouse({ tls: null, journal: null, stateFolder: FOLDER }, { hosts: [], clock: systemClock, log: createLog({ write: () => undefined }) })
  if (!house.ok) throw new Error(house.error.join())
  const text = await createMetrics({ db: database.db, townId: TEST_TOWN, liveStreams: () => 0, ofProcess: null, house: house.value }).text()
  await database.close()
  const told = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const named = [...namesIn(readFileSync(join(FOLDER, 'grafana.json'), 'utf8')), ...namesIn(readFileSync(join(FOLDER, 'prometheus-alerts.yml'), 'utf8'))]
  expect(named.filter(name => !told.has(name))).toEqual([])
  expect(named.length).toBeGreaterThan(10)
  expect(text).toContain('rathaus_maintenance_seconds{task="backup"}')
  expect(text).toMatch(/rathaus_disk_free_bytes\{town="tangerhuette"\} \d{6,}/)
  // Nothing to say of a certificate: no alarm may take that for one that expired in 1970.
  expect(text).not.toMatch(/^rathaus_certificate_expires_seconds/m)
})

test('the dashboard is a file that Grafana reads, and every alarm says what to do', () => {
  const dashboard = JSON.parse(readFileSync(join(FOLDER, 'grafana.json'), 'utf8')) as { readonly panels: readonly { readonly id: number; readonly targets: readonly { readonly expr: string }[] }[] }
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
  const alarms = readFileSync(join(FOLDER, 'prometheus-alerts.yml'), 'utf8').split(/^ {6}- alert: /m).slice(1)
  expect(alarms.filter(alarm => !/^ {8}expr: .+$/m.test(alarm) || !/summary: ".+"/.test(alarm) || !/action: ".+"/.test(alarm))).toEqual([])
  expect(alarms.length).toBeGreaterThan(10)
})
