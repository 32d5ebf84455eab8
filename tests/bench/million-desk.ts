import { formSort, SORTABLE_FIELDS, type ListQuery } from '../../shared/contract/applications.ts'
import { DepartmentId } from '../../shared/ids.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { createApplicationQueries, type ApplicationQueries } from '../../main/core/domains/applications/queries.ts'
import { opened } from './big-cache.ts'
import { createRandom } from './random.ts'
import { quantile } from './row.ts'
import { NOW_MS, SORTABLE_KEYS, staffPerson, townForms } from './town-rows.ts'
import { FIRST_NAMES, LAST_NAMES, LOCALITIES, REMARKS, STREETS, TOPICS } from './town-words.ts'

/** What one process with a large cache measured; printed as one line of JSON. */
export interface DeskFigures {
  readonly searchP95Ms: number
  readonly searchWorstMs: number
  readonly blockP95Ms: number
  readonly firstRowsMs: number
  readonly vectorMs: number
  readonly residentMb: number
}

const EVERYTHING: ListQuery = {
  view: 'all',
  search: '',
  sort: { field: 'number', direction: 'desc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}

const BLOCKS = 300

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Every beginning of realistic inputs, and the insides of words. */
function typedTexts(): readonly string[] {
  const random = createRandom(7)
  const texts = Array.from({ length: 40 }, () => random.pick([
    () => random.pick(LAST_NAMES),
    () => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    () => `${random.pick(LAST_NAMES)} ${random.pick(LOCALITIES)}`,
    () => random.pick(STREETS),
    () => random.pick(TOPICS)[2],
    () => `TGH-2025-${String(700_000 + random.below(99_999)).padStart(7, '0')}`,
    () => random.pick(REMARKS).split(' ').slice(2, 5).join(' '),
  ])())
  const beginnings = texts.flatMap(text => Array.from(text, (_, index) => text.slice(0, index + 1)))
  const insides = LAST_NAMES.filter((_, index) => index % 9 === 0).flatMap(name => [name.slice(1, 4), name.slice(2, 7), name.slice(-5)])
  return [...beginnings, ...insides.filter(part => part.length >= 3)]
}

async function measureSearch(queries: ApplicationQueries): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of typedTexts()) {
    const ms = await timed(() => queries.search({ text, limit: 100 }))
    if (process.argv.includes('--verbose') && ms > 5) process.stderr.write(`${text} ${ms.toFixed(1)} ms\n`)
    times.push(ms)
  }
  return times
}

/** Every column with and without filters, and every field of two services' forms in both directions with a filter by another field. */
function listsToMeasure(): readonly ListQuery[] {
  const columns = SORTABLE_FIELDS.flatMap(field => [{}, { locality: ['Lüderitz', 'Grieben'] }, { status: ['decided' as const] }].map((filters): ListQuery => (
    { ...EVERYTHING, sort: { field, direction: 'asc' }, filters: { ...EVERYTHING.filters, ...filters } }
  )))
  const forms = townForms().slice(0, 2).flatMap(({ serviceId }) => SORTABLE_KEYS.flatMap(key => (['asc', 'desc'] as const).map((direction): ListQuery => ({
    ...EVERYTHING, sort: { field: formSort(key), direction },
    filters: { ...EVERYTHING.filters, serviceId: [serviceId], form: direction === 'asc' ? [] : [{ kind: 'number', key: 'persons', from: 3, to: 6 }] },
  }))))
  return [...columns, ...forms]
}

/** For each list: first rows and whole order where nobody has opened it yet, then blocks at random places. */
async function measureGrid(queries: ApplicationQueries) {
  const random = createRandom(3)
  const figures = { first: [] as number[], whole: [] as number[], block: [] as number[] }
  for (const query of listsToMeasure()) {
    const start = performance.now()
    await queries.list({ ...query, start: 0, end: 100, formKeys: [...formKeysOf(query)] })
    const first = performance.now() - start
    const { total } = await queries.list({ ...query, start: 100, end: 200 })
    const whole = performance.now() - start
    if (process.argv.includes('--verbose')) process.stderr.write(`${query.sort.field} ${query.sort.direction} first ${first.toFixed(0)} whole ${whole.toFixed(0)} ms ${total}\n`)
    figures.first.push(first)
    figures.whole.push(whole)
    for (let count = 0; count < BLOCKS / 10; count++) {
      const at = random.below(Math.max(1, total - 100))
      figures.block.push(await timed(() => queries.list({ ...query, start: at, end: at + 100, formKeys: [...formKeysOf(query)] })))
    }
  }
  return figures
}

const formKeysOf = ({ filters }: ListQuery): readonly string[] => (filters.serviceId.length === 1 ? SORTABLE_KEYS : [])

const file = process.argv[2] ?? ''
const cache = opened(file)
const me = anActor('lead', '1', { personId: staffPerson(0), grants: [{ role: 'lead', departmentId: DepartmentId.parse('ordnung'), viaPersonId: null, viaName: null }] })
const queries = createApplicationQueries({ cache, now: () => NOW_MS, actor: () => me })
await queries.list({ ...EVERYTHING, start: 0, end: 100 })
if (process.argv.includes('--first-list')) {
  process.stdout.write('ready\n')
} else {
  const counted = await timed(() => queries.count())
  if (process.argv.includes('--verbose')) process.stderr.write(`count ${counted.toFixed(0)} ms, facets ${(await timed(() => queries.facets())).toFixed(1)} ms\n`)
  const grid = await measureGrid(queries)
  const search = await measureSearch(queries)
  const figures: DeskFigures = {
    searchP95Ms: quantile(search, 0.95),
    searchWorstMs: quantile(search, 1),
    blockP95Ms: quantile(grid.block, 0.95),
    firstRowsMs: quantile(grid.first, 0.5),
    vectorMs: quantile(grid.whole, 0.5),
    residentMb: process.memoryUsage().rss / 1e6,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
await queries.close()
cache.close()
