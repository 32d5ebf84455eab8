import * as z from 'zod'
import { AlertSettings, Locality } from '../../../../shared/domains/alerts/tables.ts'

const WrittenLocality = z.object({ name: z.string(), latitude: z.string(), longitude: z.string(), radiusKm: z.string() })
export type WrittenLocality = Readonly<z.infer<typeof WrittenLocality>>

/** What all messages have in common, as it stands in the fields: addresses one below the other, numbers as maps write them. */
export const WrittenSettings = z.object({
  sender: z.string(), senderName: z.string(), regionCode: z.string(), localities: z.array(WrittenLocality).readonly(),
  trainingAddresses: z.string(), escalateMinutes: z.string(), officerAddresses: z.string(), leadAddresses: z.string(),
})
export type WrittenSettings = z.infer<typeof WrittenSettings>

export type SettingsContent = Omit<AlertSettings, 'id' | 'scope' | 'version'>

export const EMPTY_LOCALITY: WrittenLocality = { name: '', latitude: '', longitude: '', radiusKm: '1.5' }

const EMPTY: WrittenSettings = { sender: '', senderName: '', regionCode: '', localities: [], trainingAddresses: '', escalateMinutes: '10', officerAddresses: '', leadAddresses: '' }

/** What the fields begin with. */
export function writtenSettings(settings: AlertSettings | null): WrittenSettings {
  if (!settings) return EMPTY
  const { sender, senderName, regionCode, localities, trainingAddresses, escalateMinutes, officerAddresses, leadAddresses } = settings
  return {
    sender, senderName, regionCode, trainingAddresses: trainingAddresses.join('\n'), escalateMinutes: String(escalateMinutes), officerAddresses: officerAddresses.join('\n'), leadAddresses: leadAddresses.join('\n'),
    localities: localities.map(({ name, centre: [latitude, longitude], radiusKm }) => ({ name, latitude: String(latitude), longitude: String(longitude), radiusKm: String(radiusKm) })),
  }
}

/** A number with a point or a comma, as maps and people write it. */
const numberOf = (text: string): number => (/^-?\d{1,3}(?:[.,]\d{1,10})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN)

const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** A locality as it is kept; undefined while its line is none. */
export const localityOf = ({ name, latitude, longitude, radiusKm }: WrittenLocality): Locality | undefined =>
  Locality.safeParse({ name: name.trim(), centre: [numberOf(latitude), numberOf(longitude)], radiusKm: numberOf(radiusKm) }).data

/** What the fields say; undefined while something of it cannot be kept. */
export function settingsContent(written: WrittenSettings): SettingsContent | undefined {
  if (settingsProblems(written).length > 0) return undefined
  return AlertSettings.omit({ id: true, scope: true, version: true }).safeParse({
    sender: written.sender.trim(), senderName: written.senderName.trim(), regionCode: written.regionCode.trim(), localities: written.localities.map(localityOf), escalateMinutes: numberOf(written.escalateMinutes),
    trainingAddresses: addressesIn(written.trainingAddresses), officerAddresses: addressesIn(written.officerAddresses), leadAddresses: addressesIn(written.leadAddresses),
  }).data
}

type AddressField = 'trainingAddresses' | 'officerAddresses' | 'leadAddresses'
const ADDRESS_FIELDS = ['trainingAddresses', 'officerAddresses', 'leadAddresses'] as const satisfies readonly AddressField[]

export type LocalityProblemCode = 'name' | 'twice' | 'place' | 'swapped' | 'radius'
export type SettingsProblem =
  | { readonly field: 'sender' | 'senderName' | 'regionCode' | 'escalateMinutes'; readonly code: 'wrong' }
  | { readonly field: AddressField; readonly code: 'address'; readonly what: string }
  | { readonly field: AddressField; readonly code: 'too-many'; readonly most: number }
  | { readonly field: 'localities'; readonly code: LocalityProblemCode; readonly line: number }

const SHAPE = AlertSettings.shape
const MOST: Readonly<Record<AddressField, number>> = { trainingAddresses: 200, officerAddresses: 60, leadAddresses: 60 }

/** What keeps the fields from being saved, in their order. */
export function settingsProblems(written: WrittenSettings): readonly SettingsProblem[] {
  const wrong = (field: 'sender' | 'senderName' | 'regionCode' | 'escalateMinutes', isRight: boolean): readonly SettingsProblem[] => (isRight ? [] : [{ field, code: 'wrong' }])
  return [
    ...wrong('senderName', SHAPE.senderName.safeParse(written.senderName.trim()).success),
    ...wrong('sender', SHAPE.sender.safeParse(written.sender.trim()).success),
    ...wrong('regionCode', SHAPE.regionCode.safeParse(written.regionCode.trim()).success),
    ...written.localities.flatMap((line, index) => localityProblems(written.localities, line, index)),
    ...wrong('escalateMinutes', SHAPE.escalateMinutes.safeParse(numberOf(written.escalateMinutes)).success),
    ...ADDRESS_FIELDS.flatMap(field => addressProblems(field, addressesIn(written[field]))),
  ]
}

function addressProblems(field: AddressField, addresses: readonly string[]): readonly SettingsProblem[] {
  const strange = addresses.find(address => !SHAPE[field].element.safeParse(address).success)
  if (strange !== undefined) return [{ field, code: 'address', what: strange }]
  return addresses.length > MOST[field] ? [{ field, code: 'too-many', most: MOST[field] }] : []
}

/** Germany lies within these degrees, with its islands. */
const isLatitude = (value: number): boolean => value >= 47 && value <= 55.2
const isLongitude = (value: number): boolean => value >= 5.8 && value <= 15.1

function localityProblems(all: readonly WrittenLocality[], line: WrittenLocality, index: number): readonly SettingsProblem[] {
  const [latitude, longitude, radius] = [numberOf(line.latitude), numberOf(line.longitude), numberOf(line.radiusKm)]
  const name = line.name.trim()
  const found: readonly (readonly [LocalityProblemCode, boolean])[] = [
    ['name', name === '' || name.length > 80],
    ['twice', name !== '' && all.findIndex(one => one.name.trim() === name) < index],
    // Maps and programs have them in either order.
    ['swapped', isLatitude(longitude) && isLongitude(latitude)],
    ['place', !isLatitude(latitude) || !isLongitude(longitude)],
    ['radius', !(radius > 0 && radius <= 100)],
  ]
  const [first] = found.filter(([, isThere]) => isThere)
  return first ? [{ field: 'localities', code: first[0], line: index }] : []
}
