import { writtenDay } from '../letters/letter-for.ts'
import type { SheetDocument } from '../letters/sheet.ts'
import type { Letterhead } from '../staff/tables.ts'
import type { Recall } from './tables.ts'
import { fullName, type Vaccinee } from './vaccinee.ts'

interface Told {
  readonly recall: Pick<Recall, 'vaccineName' | 'lot' | 'reason'>
  readonly one: { readonly number: string; readonly day: string; readonly placeName: string; readonly person: Vaccinee }
  readonly letterhead: Letterhead | null
  readonly clerkName: string
}

/** Whether a letter reaches somebody. */
export const hasAddress = ({ street, postalCode, place }: Pick<Vaccinee, 'street' | 'postalCode' | 'place'>): boolean => street.trim() !== '' && `${postalCode}${place}`.trim() !== ''

const paragraph = (text: string): SheetDocument['letter']['blocks'][number] => ({ kind: 'paragraph', text })

/** What somebody is told whose batch is recalled. Only the inside of the letter tells of a vaccination. */
export function recallLetter({ recall, one: { number, day, placeName, person }, letterhead, clerkName }: Told): SheetDocument['letter'] {
  const telephone = letterhead?.telephone ?? ''
  return {
    letterhead, recipient: [fullName(person), person.street.trim(), `${person.postalCode} ${person.place}`.trim()], reference: number, remedies: '',
    contact: { name: clerkName, telephone, email: letterhead?.email ?? '', room: '' },
    subject: `Wichtige Nachricht zu Ihrer Impfung vom ${writtenDay(day)}`,
    blocks: [
      paragraph(`Guten Tag ${fullName(person)},`),
      paragraph(`am ${writtenDay(day)} wurden Sie${placeName ? ` (${placeName})` : ''} mit dem Impfstoff „${recall.vaccineName}“ aus der Charge ${recall.lot} geimpft. Diese Charge ist zurückgerufen worden.`),
      { kind: 'heading', text: 'Grund des Rückrufs' },
      ...recall.reason.split(/\n{2,}/).map(paragraph),
      { kind: 'heading', text: 'Was Sie jetzt tun sollten' },
      {
        kind: 'list', items: [
          telephone ? `Rufen Sie uns an: ${telephone}. Wir besprechen mit Ihnen, ob eine neue Impfung nötig ist.` : 'Melden Sie sich bei uns. Wir besprechen mit Ihnen, ob eine neue Impfung nötig ist.',
          'Haben Sie Beschwerden, wenden Sie sich an Ihre Ärztin oder Ihren Arzt, in dringenden Fällen an den Notruf 112.',
          'Legen Sie dieses Schreiben und Ihren Impfausweis dort vor.',
        ],
      },
    ],
  }
}
