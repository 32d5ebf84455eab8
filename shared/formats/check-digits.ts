/** The check digits of numbers on the boxes of medicines: whether what a scanner or a person typed can be one. */

const weighted = (text: string, weight: (index: number) => number, valueOf: (letter: string) => number = Number): number =>
  Array.from(text).reduce((sum, letter, index) => sum + valueOf(letter) * weight(index), 0)

/** GS1 General Specifications, 7.9: threes and ones from the right. */
export const isGtin = (text: string): boolean => /^\d{14}$/.test(text) && weighted(text, index => (index % 2 === 0 ? 3 : 1)) % 10 === 0

/** The number of German pharmacies: seven digits times their place, modulo 11; what leaves 10 is never given out. */
export const isPzn = (text: string): boolean => /^\d{8}$/.test(text) && weighted(text.slice(0, 7), index => index + 1) % 11 === Number(text[7])

/** The Pharmacy Product Number of IFA: two digits of agency, the number, and its ASCII values from weight 2 on, modulo 97. */
export const isPpn = (text: string): boolean =>
  /^\d{2}[0-9A-Z]{2,18}\d{2}$/.test(text) && weighted(text.slice(0, -2), index => index + 2, letter => letter.charCodeAt(0)) % 97 === Number(text.slice(-2))

const GERMAN_NTIN = '04150'
const GERMAN_PPN = /^11(\d{8})\d{2}$/

/** The German number within a GTIN that was made from one; null for others. */
export const pznInGtin = (gtin: string): string | null => (gtin.startsWith(GERMAN_NTIN) ? gtin.slice(GERMAN_NTIN.length, -1) : null)

export const pznInPpn = (ppn: string): string | null => GERMAN_PPN.exec(ppn)?.[1] ?? null

/** The table of the dihedral group of order ten, and the powers of the permutation that Verhoeff's digit is made with. */
const PRODUCT = ['0123456789', '1234067895', '2340178956', '3401289567', '4012395678', '5987604321', '6598710432', '7659821043', '8765932104', '9876543210']
const PERMUTED = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258']

/** An identifier of SNOMED CT ends with a digit by Verhoeff, which knows every single mistake and every two that changed places. */
export const isSnomedId = (text: string): boolean =>
  /^[1-9]\d{5,17}$/.test(text) && Array.from(text).toReversed().reduce((check, digit, index) => PRODUCT[Number(check)]?.[Number(PERMUTED[index % PERMUTED.length]?.[Number(digit)])] ?? '', '0') === '0'
