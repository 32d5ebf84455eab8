import type { Hall, PriceItem } from '../../../shared/domains/halls/tables.ts'
import { DepartmentId, derivedUuid, HallId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { TOWN } from '../town.ts'

/** Locality, name, address, capacity, equipment, day rate in euros for residents. */
type House = readonly [locality: string, name: string, address: string, capacity: number, equipment: readonly string[], euros: number]

const HOUSES: readonly House[] = [
  ['Tangerhütte', 'Kulturhaus, großer Saal', 'Musterstraße 12', 250, ['Bühne', 'Tonanlage', 'Küche', 'Beamer', 'stufenlos'], 240],
  ['Tangerhütte', 'Kulturhaus, Vereinszimmer', 'Musterstraße 12', 40, ['Teeküche', 'Beamer', 'stufenlos'], 60],
  ['Lüderitz', 'Dorfgemeinschaftshaus Lüderitz', 'Am Markt 2', 120, ['Küche', 'Tonanlage', 'stufenlos'], 120],
  ['Grieben', 'Dorfgemeinschaftshaus Grieben', 'Breite Straße 7', 90, ['Küche', 'Kühlraum', 'Spielplatz'], 100],
  ['Uchtdorf', 'Dorfgemeinschaftshaus Uchtdorf', 'Dorfstraße 1', 80, ['Küche', 'Grillplatz'], 90],
  ['Bittkau', 'Alte Schule Bittkau', 'Elbstraße 4', 60, ['Küche', 'Beamer'], 80],
  ['Demker', 'Dorfgemeinschaftshaus Demker', 'Bahnhofstraße 3', 70, ['Küche', 'stufenlos'], 80],
  ['Weißewarte', 'Gemeindehaus Weißewarte', 'Parkweg 9', 50, ['Teeküche', 'Grillplatz'], 70],
]

const SCOPE = departmentScope(DepartmentId.parse('bau'))

/** The houses of the demo. */
export const demoHalls = (): readonly Hall[] => HOUSES.map(([locality, name, address, capacity, equipment, euros], position) => ({
  id: HallId.parse(derivedUuid(TOWN.id, `hall/${name}`)), scope: SCOPE, version: 0, name, locality, address: `${address}, ${TOWN.postalCode} ${TOWN.name}${locality === TOWN.name ? '' : `, OT ${locality}`}`,
  capacity, equipment: [...equipment], description: '', minutesBefore: capacity > 200 ? 12 * 60 : 60, minutesAfter: 120, prices: [...pricesOf(euros)], depositCents: euros * 100 + 5_000,
  keyPlace: 'Den Schlüssel übergibt das Amt am letzten Werktag vor der Mietzeit im Rathaus, Zimmer 210, nach Absprache auch die Ortsbürgermeisterin oder der Ortsbürgermeister.',
  houseRules: 'Ab 22 Uhr ist im Freien Ruhe zu halten. Im Haus wird nicht geraucht.\n\nDas Haus ist besenrein zu übergeben, die Küche gewischt, der Müll mitgenommen. Notausgänge bleiben frei; die zulässige Zahl der Personen darf nicht überschritten werden.',
  withdrawal: 'Bis 14 Tage vor der Mietzeit kann der Mieter kostenlos zurücktreten, danach ist die Hälfte der Miete zu zahlen. Braucht die Stadt das Haus für eine Wahl oder in einem Notfall, kann sie zurücktreten; gezahlte Beträge werden erstattet.',
  keepYears: 10, position, active: true,
}))

const pricesOf = (euros: number): readonly PriceItem[] => [
  { label: 'Miete', tenant: 'resident', unit: 'day', cents: euros * 100 },
  { label: 'Endreinigung', tenant: 'resident', unit: 'flat', cents: 3_500 },
  { label: 'Miete, auswärtig', tenant: 'other', unit: 'day', cents: euros * 160 },
  { label: 'Endreinigung', tenant: 'other', unit: 'flat', cents: 3_500 },
  { label: 'Nebenkosten für Vereine', tenant: 'club', unit: 'hour', cents: 250 },
]
