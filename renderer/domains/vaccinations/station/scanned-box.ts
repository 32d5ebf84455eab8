import { batchIdOf } from '../../../../shared/domains/vaccinations/catalogue-commands.ts'
import type { Batch, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { readBoxCode, type BoxCode, type BoxCodeProblem } from '../../../../shared/formats/gs1.ts'
import type { VaccineId } from '../../../../shared/ids.ts'
import type { Catalogue } from '../queries.ts'

/** A dose as its box names it. */
export interface Box {
  readonly vaccineId: VaccineId
  readonly lot: string
  readonly expiresOn: string
}

/** What a scan of a box gave: a dose that may be given, or why not. */
export type ScannedBox =
  | { readonly kind: 'usable'; readonly box: Box; readonly vaccine: Vaccine; /** Not in the list of batches yet. */ readonly isNew: boolean; /** Not among those of this session. */ readonly isOther: boolean }
  | { readonly kind: 'unreadable'; readonly problem: BoxCodeProblem }
  | { readonly kind: 'unknown-product'; readonly number: string }
  | { readonly kind: 'incomplete'; readonly vaccine: Vaccine; readonly lacks: 'lot' | 'expiry' }
  | { readonly kind: 'expired' | 'other-expiry'; readonly vaccine: Vaccine; readonly lot: string; readonly expiresOn: string }
  | { readonly kind: 'blocked'; readonly vaccine: Vaccine; readonly lot: string; readonly reason: string }

/** What only a scanner types in front, by a German keyboard or by an American one; or more digits than a name has. */
const CODE = /^(?:\]|\[\)>|\(\d{2,4}\)|\+(?:d[12]|Q3|C1|e0)|ü=:|\)\d{2,4}=|\d{14,})/

/** Long and no code all the same: an address, or words with blanks between them. */
const NO_BOX = /^https?\W|\s/i

/** Whether a text came from a box rather than from somebody looking for a name, or from the code of a booking. */
export const looksLikeBox = (text: string): boolean => CODE.test(text.trim()) || text.includes('\u001D') || (text.length > 60 && !NO_BOX.test(text.trim()))

interface Around {
  readonly catalogue: Pick<Catalogue, 'vaccines' | 'batches'>
  readonly vaccineIds: readonly VaccineId[]
  readonly today: string
}

/** What a scanned text says about a dose, held against the catalogue and the list of batches. */
export function scannedBox(text: string, { catalogue, vaccineIds, today }: Around): ScannedBox {
  const read = readBoxCode(text, today)
  if (!read.ok) return { kind: 'unreadable', problem: read.error }
  const vaccine = productOf(read.value, catalogue.vaccines)
  if (!vaccine) return { kind: 'unknown-product', number: read.value.gtin ?? read.value.pzn ?? '' }
  const { lot } = read.value
  if (lot === null) return { kind: 'incomplete', vaccine, lacks: 'lot' }
  const batch = catalogue.batches.find(({ id }) => id === batchIdOf(vaccine.id, lot))
  const expiresOn = read.value.expiresOn ?? batch?.expiresOn
  if (expiresOn === undefined) return { kind: 'incomplete', vaccine, lacks: 'expiry' }
  return judgedBox({ vaccineId: vaccine.id, lot: batch?.lot ?? lot, expiresOn }, vaccine, batch, { vaccineIds, today })
}

/** A box by its lot alone, as somebody types it who has no scanner; undefined where none of this session has it, or more than one. */
export function boxOfLot(text: string, { catalogue, vaccineIds, today }: Around): ScannedBox | undefined {
  const lot = text.trim().toUpperCase()
  const [batch, other] = catalogue.batches.filter(one => one.lot.toUpperCase() === lot && vaccineIds.includes(one.vaccineId))
  const vaccine = catalogue.vaccines.find(({ id }) => id === batch?.vaccineId)
  return batch && vaccine && !other ? judgedBox({ vaccineId: vaccine.id, lot: batch.lot, expiresOn: batch.expiresOn }, vaccine, batch, { vaccineIds, today }) : undefined
}

/** Whether a dose of a batch may be given on a day. */
export function judgedBox(box: Box, vaccine: Vaccine, batch: Batch | undefined, { vaccineIds, today }: Pick<Around, 'vaccineIds' | 'today'>): ScannedBox {
  if (batch && batch.blockedReason !== null) return { kind: 'blocked', vaccine, lot: batch.lot, reason: batch.blockedReason }
  if (batch && batch.expiresOn !== box.expiresOn) return { kind: 'other-expiry', vaccine, lot: batch.lot, expiresOn: batch.expiresOn }
  if (box.expiresOn < today) return { kind: 'expired', vaccine, lot: box.lot, expiresOn: box.expiresOn }
  return { kind: 'usable', box, vaccine, isNew: !batch, isOther: !vaccineIds.includes(vaccine.id) }
}

const productOf = ({ gtin, pzn }: BoxCode, vaccines: readonly Vaccine[]): Vaccine | undefined =>
  vaccines.find(({ gtins }) => gtin !== null && gtins.includes(gtin)) ?? vaccines.find(({ pzns }) => pzn !== null && pzns.includes(pzn))
