import { batchIdOf } from '../../../shared/domains/vaccinations/catalogue-commands.ts'
import type { Disease } from '../../../shared/domains/vaccinations/disease.ts'
import type { Batch, Vaccine } from '../../../shared/domains/vaccinations/tables.ts'
import { germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import { derivedUuid, VaccineId } from '../../../shared/ids.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../shared/time.ts'
import { TOWN } from '../town.ts'
import { LABEL, VACCINATION_SCOPE } from './scope.ts'

export type ProductKey = 'flu' | 'flu-strong' | 'flu-nasal' | 'tbe' | 'zoster' | 'covid' | 'pneumo' | 'tdap' | 'mmr' | 'rsv'

const INFLUENZA: Disease = { code: '6142004', name: 'Influenza' }
const TETANUS: Disease = { code: '76902006', name: 'Tetanus' }
const DIPHTHERIA: Disease = { code: '397430003', name: 'Diphtherie' }
const PERTUSSIS: Disease = { code: '27836007', name: 'Pertussis' }
const MEASLES: Disease = { code: '14189004', name: 'Masern' }
const MUMPS: Disease = { code: '36989005', name: 'Mumps' }
const RUBELLA: Disease = { code: '36653000', name: 'Röteln' }

/** A lot by its name, the days until it runs out, and why it is blocked. */
type Lot = readonly [lot: string, days: number, blockedReason?: string]

interface Product {
  readonly name: string
  readonly manufacturer: string
  readonly snomed: string
  readonly atc: string
  readonly pzn: string
  readonly gtin: string
  readonly diseases: readonly Disease[]
  readonly isLive?: true
  readonly lots: readonly Lot[]
}

/** What is called back in the demo. */
export const RECALLED = { product: 'flu-strong', lot: 'HD26-0417', reason: 'Rückruf des Herstellers: Trübung in einzelnen Fertigspritzen dieser Charge.' } as const satisfies { product: ProductKey; lot: string; reason: string }

/** This morning, before anybody looked. */
export const recalledAt = (now: Instant): Instant => instantFromMs(msOf(now) - 70 * 60_000)

/** Invented products of invented manufacturers; numbers with valid check digits in a range that is not given out. `%` stands for the season. */
const PRODUCTS: Readonly<Record<ProductKey, Product>> = {
  flu: { name: 'Beispielgrippe %', manufacturer: 'Musterserum GmbH', snomed: '836377006', atc: 'J07BB02', pzn: '99900074', gtin: '04150999000744', diseases: [INFLUENZA], lots: [['BG26-1102', 215], ['BG26-1108', 215]] },
  'flu-strong': {
    name: 'Beispielgrippe Hochdosis %', manufacturer: 'Musterserum GmbH', snomed: '836377006', atc: 'J07BB02', pzn: '99900140', gtin: '04150999001406', diseases: [INFLUENZA],
    lots: [['HD26-0422', 215], [RECALLED.lot, 198, RECALLED.reason]],
  },
  'flu-nasal': { name: 'Beispielgrippe Nasenspray %', manufacturer: 'Musterserum GmbH', snomed: '836377006', atc: 'J07BB03', pzn: '99900217', gtin: '04150999002175', diseases: [INFLUENZA], isLive: true, lots: [['NS26-31', 96]] },
  tbe: {
    name: 'Beispiel-FSME 0,5 ml', manufacturer: 'Impfwerk Beispielstadt AG', snomed: '836403007', atc: 'J07BA01', pzn: '99900281', gtin: '04150999002816', diseases: [{ code: '16901001', name: 'FSME' }],
    lots: [['TBE7K21', 420], ['TBE5C03', -24]],
  },
  zoster: { name: 'Beispielzoster', manufacturer: 'Impfwerk Beispielstadt AG', snomed: '836495005', atc: 'J07BK03', pzn: '99900358', gtin: '04150999003585', diseases: [{ code: '4740000', name: 'Herpes zoster' }], lots: [['ZO44821', 510]] },
  covid: { name: 'Beispiel-COVID mRNA %', manufacturer: 'Botenwerk SE', snomed: '1119349007', atc: 'J07BN01', pzn: '99900424', gtin: '04150999004247', diseases: [{ code: '840539006', name: 'COVID-19' }], lots: [['CV260917', 61]] },
  pneumo: { name: 'Beispielpneumo 20', manufacturer: 'Musterserum GmbH', snomed: '836398006', atc: 'J07AL02', pzn: '99900499', gtin: '04150999004995', diseases: [{ code: '16814004', name: 'Pneumokokken' }], lots: [['PN20-552', 300]] },
  tdap: { name: 'Beispiel-Tdap', manufacturer: 'Impfwerk Beispielstadt AG', snomed: '', atc: 'J07AJ52', pzn: '99900565', gtin: '04150999005657', diseases: [TETANUS, DIPHTHERIA, PERTUSSIS], lots: [['TD31907', 640]] },
  mmr: { name: 'Beispiel-MMR', manufacturer: 'Musterserum GmbH', snomed: '871831003', atc: 'J07BD52', pzn: '99900631', gtin: '04150999006319', diseases: [MEASLES, MUMPS, RUBELLA], isLive: true, lots: [['MM90233', 330]] },
  rsv: { name: 'Beispiel-RSV', manufacturer: 'Botenwerk SE', snomed: '', atc: 'J07BX05', pzn: '99900708', gtin: '04150999007088', diseases: [{ code: '55735004', name: 'RSV' }], lots: [['RS26-08', 280]] },
}

const KEYS = Object.keys(PRODUCTS) as readonly ProductKey[]

const ROW = { scope: VACCINATION_SCOPE, version: 0 } as const

/** The catalogue of the demo and its batches. */
export interface DemoCatalogue {
  readonly vaccines: Readonly<Record<ProductKey, Vaccine>>
  readonly batches: readonly Batch[]
}

export function demoCatalogue(now: Instant): DemoCatalogue {
  const vaccines = Object.fromEntries(KEYS.map(key => [key, vaccineOf(key, seasonOn(germanDay(now)))])) as Record<ProductKey, Vaccine>
  return { vaccines, batches: KEYS.flatMap(key => PRODUCTS[key].lots.map(lot => batchOf(vaccines[key], lot, now))) }
}

function vaccineOf(key: ProductKey, season: string): Vaccine {
  const { name, manufacturer, snomed, atc, pzn, gtin, diseases, isLive = false } = PRODUCTS[key]
  const id = VaccineId.parse(derivedUuid(TOWN.id, `${LABEL}/vaccine/${key}`))
  return { ...ROW, id, name: name.replace('%', season), manufacturer, snomed, atc, pzns: [pzn], gtins: [gtin], diseases: [...diseases], isLive, observeMinutes: 15, active: true }
}

/** `2026/2027` from July 2026 on. */
function seasonOn(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)
  return `${year}/${year + 1}`
}

const batchOf = ({ id: vaccineId }: Vaccine, [lot, days, blockedReason]: Lot, now: Instant): Batch => ({
  ...ROW, id: batchIdOf(vaccineId, lot), vaccineId, lot, expiresOn: plusCalendarDays(germanDay(now), days), blockedReason: blockedReason ?? null, blockedAt: blockedReason === undefined ? null : recalledAt(now),
  addedAt: plusDays(now, -9), addedByName: 'Tanja Helm',
})

/** The batch that is used of a product: the first that is neither blocked nor expired. */
export function batchInUse({ vaccines, batches }: DemoCatalogue, key: ProductKey): Batch {
  const found = batches.find(({ vaccineId }) => vaccineId === vaccines[key].id)
  if (!found) throw new Error(`no batch of ${key}`)
  return found
}

/** The batch that is called back. */
export function recalledBatch({ vaccines, batches }: DemoCatalogue): Batch {
  const found = batches.find(({ vaccineId, lot }) => vaccineId === vaccines[RECALLED.product].id && lot === RECALLED.lot)
  if (!found) throw new Error('nothing to call back')
  return found
}
