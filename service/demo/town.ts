import { facsimileOf } from '../../shared/domains/letters/facsimile.ts'
import type { Letterhead } from '../../shared/domains/staff/tables.ts'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { demoSignature } from './signature-picture.ts'

export const TOWN = {
  id: TownId.parse('tangerhuette'),
  name: 'Tangerhütte',
  referencePrefix: 'TGH',
  postalCode: '39517',
} as const

/** The town's 19 localities with the share of its inhabitants that roughly lives there. */
export const LOCALITIES = [
  ['Tangerhütte', 48], ['Lüderitz', 9], ['Grieben', 6], ['Bellingen', 3], ['Birkholz', 2], ['Bittkau', 4], ['Cobbel', 2],
  ['Demker', 3], ['Hüselitz', 2], ['Jerchel', 1], ['Kehnert', 2], ['Ringfurth', 2], ['Schelldorf', 1], ['Schernebeck', 2],
  ['Schönwalde (Altmark)', 1], ['Uchtdorf', 3], ['Uetz', 2], ['Weißewarte', 2], ['Windberge', 2],
] as const satisfies readonly (readonly [string, number])[]

export const LOCALITY_NAMES = LOCALITIES.map(([name]) => name)

const department = (id: string, name: string) => ({ id: DepartmentId.parse(id), name })

export const DEPARTMENTS = [
  department('leitung', 'Verwaltungsleitung'),
  department('buergerservice', 'Bürgerservice und Meldewesen'),
  department('ordnung', 'Ordnung, Sicherheit und Gewerbe'),
  department('steuern', 'Steuern und Abgaben'),
  department('bildung', 'Kindertagesstätten und Schulen'),
  department('bau', 'Bauen, Liegenschaften und Grünflächen'),
  department('impfstelle', 'Impfstelle'),
] as const

export type DepartmentKey = 'leitung' | 'buergerservice' | 'ordnung' | 'steuern' | 'bildung' | 'bau' | 'impfstelle'

const SIGNATURE = facsimileOf(demoSignature())

/** The head of a department's letters; every number and address is invented, as the demo's people are. */
export const letterheadOf = (id: DepartmentId, name: string): Letterhead => ({
  authority: `Stadt ${TOWN.name}, ${name}`,
  street: 'Musterstraße 5',
  postalCode: TOWN.postalCode,
  place: TOWN.name,
  telephone: '03935 000000',
  email: `${id}@tangerhuette.example`,
  signatory: 'Andrea Musterfrau, Bürgermeisterin',
  senderLine: '',
  bankName: 'Sparkasse Beispielstadt',
  iban: 'DE02120300000000202051',
  openingHours: 'Di 9–12 und 14–18 Uhr, Do 9–12 Uhr',
  court: 'Verwaltungsgericht Magdeburg, Breiter Weg 203–206, 39104 Magdeburg',
  // Where notices are written to many; the others say that they are valid without.
  ...(id === 'steuern' && SIGNATURE ? { facsimile: SIGNATURE } : {}),
})
