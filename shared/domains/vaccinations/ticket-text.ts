/**
 * Digits and capital letters without I, O, Y and Z: a scanner that types as on an American keyboard, or with the shift key
 * stuck, gives the same on a German one, and a QR code packs two of them into eleven bits.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWX'
const BITS = 5

/** What every ticket begins with, so that a station tells it from a code on a box; its number is that of the format. */
const PREFIX = 'RDT1'

/** As many letters as the largest QR code holds that a hand scanner still reads from paper. */
export const MOST_TICKET_LETTERS = 2_900

/** Whether what was scanned is a ticket, whatever is the matter with it. */
export const isTicketText = (text: string): boolean => /^\s*RDT/i.test(text)

export function ticketText(bytes: Uint8Array): string {
  let [text, kept, count] = [PREFIX, 0, 0]
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    for (count += 8; count >= BITS; count -= BITS) text += ALPHABET[(kept >>> (count - BITS)) & 31]
    kept &= (1 << count) - 1
  }
  return count === 0 ? text : text + ALPHABET[(kept << (BITS - count)) & 31]
}

/** The bytes of a ticket; null for what is none. */
export function ticketBytes(typed: string): Uint8Array | null {
  const text = typed.trim().toUpperCase()
  if (!text.startsWith(PREFIX) || text.length > MOST_TICKET_LETTERS) return null
  const bytes: number[] = []
  let [kept, count] = [0, 0]
  for (const letter of text.slice(PREFIX.length)) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    kept = (kept << BITS) | value
    count += BITS
    if (count < 8) continue
    count -= 8
    bytes.push((kept >>> count) & 255)
    kept &= (1 << count) - 1
  }
  return kept === 0 ? Uint8Array.from(bytes) : null
}

const NUMBER_LETTERS = 4

/** What a person is called by while they go from station to station: four letters that follow from the visit. */
export function ticketNumber(visitId: string): string {
  const tail = Number.parseInt(visitId.replaceAll('-', '').slice(-NUMBER_LETTERS - 1), 16)
  return Array.from({ length: NUMBER_LETTERS }, (_, index) => ALPHABET[(tail >>> (BITS * (NUMBER_LETTERS - 1 - index))) & 31]).join('')
}
