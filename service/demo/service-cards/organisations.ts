import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { CardOrganisationId, CardUnitId, DepartmentId, derivedUuid } from '../../../shared/ids.ts'
import { cardScope } from '../../../shared/scope.ts'
import { TOWN } from '../town.ts'

const SCOPE = cardScope(DepartmentId.parse('ordnung'))

const FIRE_RANKS = [
  'Feuerwehrmann-Anwärter', 'Feuerwehrfrau-Anwärterin', 'Feuerwehrmann', 'Feuerwehrfrau', 'Oberfeuerwehrmann', 'Oberfeuerwehrfrau', 'Hauptfeuerwehrmann', 'Hauptfeuerwehrfrau', 'Löschmeister', 'Löschmeisterin',
  'Oberlöschmeister', 'Oberlöschmeisterin', 'Hauptlöschmeister', 'Hauptlöschmeisterin', 'Brandmeister', 'Brandmeisterin', 'Oberbrandmeister', 'Oberbrandmeisterin',
] as const

const FIRE_UNITS = ['Ortsfeuerwehr Tangerhütte', 'Ortsfeuerwehr Lüderitz', 'Ortsfeuerwehr Grieben', 'Ortsfeuerwehr Uchtdorf', 'Ortsfeuerwehr Bittkau', 'Ortsfeuerwehr Demker'] as const
const WATER_UNITS = ['Wasserwehr Elbe', 'Wasserwehr Tanger'] as const

const common = { scope: SCOPE, version: 0, validYears: 5, remindDays: 90, listDays: 7, photoDays: 30, keepYears: 3, active: true } as const

const unitsOf = (names: readonly string[]): CardOrganisation['units'] => names.map(name => ({ id: CardUnitId.parse(derivedUuid(TOWN.id, `card-unit/${name}`)), name, active: true }))

/** Who gives out service ID cards in the demo; units and ranks are invented like the rest of it. */
export const demoOrganisations: readonly [fire: CardOrganisation, water: CardOrganisation] = [
  {
    ...common, id: CardOrganisationId.parse(derivedUuid(TOWN.id, 'card-organisation/fire')), name: 'Freiwillige Feuerwehr', prefix: 'FW', colour: '#9b1c1f', units: unitsOf(FIRE_UNITS), ranks: [...FIRE_RANKS],
    authority: 'Die Inhaberin oder der Inhaber dieses Ausweises ist Mitglied der Freiwilligen Feuerwehr und darf im Einsatz Einsatzstellen betreten.', position: 1,
  },
  {
    ...common, id: CardOrganisationId.parse(derivedUuid(TOWN.id, 'card-organisation/water')), name: 'Wasserwehr', prefix: 'WW', colour: '#0b3d6e', units: unitsOf(WATER_UNITS),
    ranks: ['Wasserwehrhelferin', 'Wasserwehrhelfer', 'Deichläuferin', 'Deichläufer', 'Gruppenführerin', 'Gruppenführer', 'Abschnittsleitung'],
    authority: 'Die Inhaberin oder der Inhaber dieses Ausweises ist Mitglied der Wasserwehr und darf bei Hochwasser Deiche und ihre Schutzstreifen betreten.', position: 2,
  },
]
