import { expect, test } from 'vitest'
import { aTownService } from '../../shared/domains/applications/testing.ts'
import { DepartmentId, ServiceId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { townForCitizens, TOWN_ID } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { serviceGroups } from './service-groups.ts'
import { servicesPage } from './service-page.ts'

const department = (id: string, name: string, position: number) =>
  ({ table: 'departments', row: { id: DepartmentId.parse(id), scope: 'town', version: 0, name, position, letterhead: null, closedAt: null } }) as const

const service = (id: string, departmentId: string, de: string, en: string, active = true) =>
  ({ table: 'services', row: aTownService({ id: ServiceId.parse(id), departmentId: DepartmentId.parse(departmentId), title: { de, en }, active }) }) as const

const frame = (language: 'de' | 'en') => ({ language, townName: 'Stadt Tangerhütte', path: '/portal', alerts: [] })

const outline = (page: string): readonly string[] =>
  [...page.matchAll(/<h2[^>]*>([^<]+)<\/h2>|<li><a [^>]+>([^<]+)<\/a>/g)].map(([, heading, link]) => (heading ? `# ${heading}` : link ?? ''))

test('services stand under their departments, in the town’s order, and those of no known department come last', async () => {
  const { database } = await townForCitizens()
  await database.db.transaction().execute(trx =>
    commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(0) }, [
      department('ordnung', 'Ordnung & Gewerbe', 2), department('buergerservice', 'Bürgerservice', 1), department('leitung', 'Verwaltungsleitung', 3),
      department('bau', 'Bauen', 4),
      service('posters', 'ordnung', 'Plakatierung', 'Advertising'), service('bonfire', 'ordnung', 'Anzeige eines Feuers', 'Bonfire'),
      service('fishing', 'buergerservice', 'Fischereischein', 'Fishing licence'), service('old', 'bau', 'Alte Leistung', 'Old service', false),
      service('lost', 'unbekannt', 'Fundsachen', 'Lost property'),
      service('dog-registration', 'unbekannt', 'Hundeanmeldung', 'Dog registration'),
    ]))
  const groups = await serviceGroups(database.db, TOWN_ID)
  await database.close()
  expect(outline(servicesPage(frame('de'), groups))).toEqual([
    '# Bürgerservice', 'Fischereischein', '# Ordnung &amp; Gewerbe', 'Anzeige eines Feuers', 'Plakatierung', '# Weitere Leistungen', 'Fundsachen', 'Hundeanmeldung',
  ])
  const english = servicesPage(frame('en'), groups)
  expect(outline(english)).toEqual([
    '# Bürgerservice', 'Fishing licence', '# Ordnung &amp; Gewerbe', 'Advertising', 'Bonfire', '# More services', 'Dog registration', 'Lost property',
  ])
  expect(english).toContain('<h2 lang="de">Bürgerservice</h2>')
})

test('a town with services of one department alone gets no headings', () => {
  expect(outline(servicesPage(frame('de'), [{ department: 'Steuern', services: [aTownService()] }]))).toEqual(['Hundeanmeldung'])
})
