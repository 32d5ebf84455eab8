import type { AlertSettings, Locality } from '../../../shared/domains/alerts/tables.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { LOCALITY_NAMES } from '../town.ts'

/** Latitude, longitude and radius in kilometres, about where the villages lie; before a real town warns, its own positions are entered. */
const POSITIONS: Readonly<Record<(typeof LOCALITY_NAMES)[number], readonly [latitude: number, longitude: number, radiusKm: number]>> = {
  Tangerhütte: [52.433, 11.8, 3], Lüderitz: [52.507, 11.742, 2], Grieben: [52.449, 11.968, 2], Bellingen: [52.488, 11.851, 1.5], Birkholz: [52.411, 11.818, 1.5], Bittkau: [52.407, 11.944, 1.5],
  Cobbel: [52.378, 11.87, 1.2], Demker: [52.48, 11.819, 1.5], Hüselitz: [52.497, 11.79, 1.2], Jerchel: [52.455, 11.937, 1.2], Kehnert: [52.353, 11.889, 1.5], Ringfurth: [52.37, 11.885, 1.5],
  Schelldorf: [52.474, 11.953, 1.2], Schernebeck: [52.449, 11.722, 1.5], 'Schönwalde (Altmark)': [52.42, 11.722, 1.2], Uchtdorf: [52.384, 11.829, 1.5], Uetz: [52.382, 11.796, 1.2],
  Weißewarte: [52.458, 11.841, 1.5], Windberge: [52.51, 11.694, 1.2],
}

const demoLocalities = (): Locality[] => LOCALITY_NAMES.map(name => {
  const [latitude, longitude, radiusKm] = POSITIONS[name]
  return { name, centre: [latitude, longitude], radiusKm }
})

const OFFICERS = ['steffen.albrecht', 'thomas.giese', 'joerg.wernicke'] as const
const addressOf = (login: string): string => `${login}@tangerhuette.example`

/** What all messages of the demo town have in common; nobody outside gets its drills. */
export const demoAlertSettings = (): AlertSettings => ({
  id: 'alerts', scope: TOWN_SCOPE, version: 0, sender: 'warnung@tangerhuette.example', senderName: 'Stadt Tangerhütte', regionCode: '150900546546', localities: demoLocalities(),
  trainingAddresses: [...OFFICERS, 'silke.bartels'].map(addressOf), escalateMinutes: 10,
  officerAddresses: OFFICERS.map(addressOf), leadAddresses: ['annett.falke', 'gabriele.hoppe'].map(addressOf),
})
