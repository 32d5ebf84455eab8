import { sha256Hex } from '../../../shared/canonical.ts'

/** Without letters that are taken for figures (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20

/** 100 bits that follow from the letter's id, which is known inside the house only. */
export function verificationCode(letterId: string): string {
  const bits = BigInt(`0x${sha256Hex(`letter/${letterId}`)}`)
  return Array.from({ length: LENGTH }, (_, index) => SIGNS[Number((bits >> BigInt(index * 5)) & 31n)]).join('')
}

/** `ABCDE-FGHJK-…`, as it is printed. */
export const printedCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code

/** A code as somebody typed it: dashes, blanks and small letters do not matter, nor O for 0 and I or L for 1. */
export const typedCode = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
