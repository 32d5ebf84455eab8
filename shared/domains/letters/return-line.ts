import type { Letterhead } from '../staff/tables.ts'

/** The sender in one small line above the address. The department is named in the head: the line has to stay one. */
export const returnLineOf = ({ senderLine, authority, street, postalCode, place }: Letterhead): string =>
  senderLine || [authority.split(',')[0] ?? '', street, `${postalCode} ${place}`].join(' · ')
