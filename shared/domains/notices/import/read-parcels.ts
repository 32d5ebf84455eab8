import { readArea } from '../../../formats/typed-numbers.ts'
import type { Parcel } from '../content.ts'
import { NUMBER_PROBLEMS } from './read-amounts.ts'
import type { RowCells } from './row-cells.ts'
import { tidied } from './letters.ts'

/** District, section and number of a parcel: what the land register knows it by. */
export type ParcelRecord = Pick<Parcel, 'district' | 'section' | 'number'>

/** `Gemarkung Lüderitz, Flur 3, Flurstück 12/4`. */
export const parcelLabel = ({ district, section, number }: ParcelRecord): string => `Gemarkung ${district}, Flur ${section}, Flurstück ${number}`

const LABEL = /^(?:gemarkung|gmkg\.?)\s+(.+?)\s*[,;]?\s+flur\s+(\d{1,3})\s*[,;]?\s+(?:flurstück|flurstücks-?nr\.?|flst\.?(?:-nr\.?)?|fs\.?)\s*(?:nr\.?\s*)?(.+)$/iu

/** Which parcel a printed label names; null where that cannot be told. */
export function parcelInLabel(label: string): ParcelRecord | null {
  const [, district, section, number] = LABEL.exec(tidied(label)) ?? []
  return district && section && number ? { district, section: plainNumber(section), number: plainNumber(number) } : null
}

/** `00012/0004` is `12/4`. */
const plainNumber = (typed: string): string => typed.replaceAll(/\s/g, '').replaceAll(/(^|\/)0+(?=\d)/g, '$1').replace(/tlw\.?$/i, ' tlw.')

const NUMBER = /^\d{1,5}(?:\/\d{1,5})?(?: tlw\.)?$/
const SECTION = /^\d{1,3}$/

/** The parcels of a row: none, one, or several in one cell; each with the label that is printed. */
export function readParcels(cells: RowCells, areaUnit: 'm2' | 'ha'): readonly Parcel[] {
  const labels = cells.typed('parcelLabel').split(/[;\n]/).map(tidied).filter(Boolean)
  const records = recordsIn(cells, labels)
  if (records.length === 0) return []
  const areas = readAreas(cells, areaUnit, records.length)
  if (labels.length > 0 && labels.length !== records.length) cells.tell('parcelLabel', 'label-differs')
  return records.map((record, index) => {
    const label = labels[index] ?? parcelLabel(record)
    if (labels.length === records.length && !isSame(parcelInLabel(label), record)) cells.tell('parcelLabel', 'label-differs', label)
    if (label.length > 160) cells.tell('parcelLabel', 'too-long', label)
    return { ...record, areaSquareMetres: areas[index] ?? null, label }
  })
}

function recordsIn(cells: RowCells, labels: readonly string[]): readonly ParcelRecord[] {
  const [district, section] = [cells.text('district').replace(/^(?:gemarkung|gmkg\.?)\s+/iu, ''), plainNumber(cells.text('section').replace(/^flur\s+/iu, ''))]
  const numbers = cells.typed('parcelNumber').replace(/^\s*flurstücke?\s+/iu, '').split(/[,;+&\n]|\sund\s/u).map(tidied).filter(Boolean).map(plainNumber)
  if (section === '' && numbers.length === 0) return readLabels(cells, labels)
  for (const [field, text] of [['district', district], ['section', section], ['parcelNumber', numbers.join()]] as const) if (text === '') cells.tell(field, 'parcel-incomplete')
  if (district.length > 80) cells.tell('district', 'too-long')
  if (section !== '' && !SECTION.test(section)) cells.tell('section', 'wrong-parcel')
  for (const number of numbers) if (!NUMBER.test(number)) cells.tell('parcelNumber', 'wrong-parcel', number)
  return numbers.map(number => ({ district, section, number }))
}

function readLabels(cells: RowCells, labels: readonly string[]): readonly ParcelRecord[] {
  return labels.flatMap(label => {
    const record = parcelInLabel(label)
    if (!record || !NUMBER.test(record.number)) cells.tell('parcelLabel', 'wrong-parcel', label)
    return record ?? []
  })
}

const isSame = (one: ParcelRecord | null, other: ParcelRecord): boolean => one !== null && keyOf(one) === keyOf(other)

/** The same for the same parcel, however its district is spaced and capitalised. */
export const keyOf = ({ district, section, number }: ParcelRecord): string => [district.toLocaleLowerCase('de').replaceAll(/[\s-]/g, ''), section, number].join('/')

/** One area for each parcel; one for several of them together says nothing of each. */
function readAreas(cells: RowCells, unit: 'm2' | 'ha', count: number): readonly (number | null)[] {
  const typed = cells.typed('area').split(/[;\n]/).map(tidied).filter(Boolean)
  if (typed.length === 0) return []
  if (typed.length !== count) {
    cells.tell('area', 'area-unclear')
    return []
  }
  return typed.map(text => {
    const area = readArea(text, unit)
    if (!area.ok) cells.tell('area', NUMBER_PROBLEMS[area.error], text)
    return area.ok ? area.value : null
  })
}
