import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGtin, isPpn, isPzn } from './check-digits.ts'
import { readBoxCode, type BoxCode } from './gs1.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = { seed, numRuns: 500 }
const TODAY = '2026-11-24'
const GS = '\u001D'
const ENVELOPE = ['[)>\u001E06\u001D', '\u001E\u0004'] as const

const GTIN = '04150037528643'
const PLAIN = `01${GTIN}17270131`
const READ = { gtin: GTIN, pzn: '03752864', lot: 'ABC-123', expiresOn: '2027-01-31', serial: null } satisfies BoxCode

const told = (typed: string): unknown => {
  const read = readBoxCode(typed, TODAY)
  return read.ok ? read.value : read.error
}

test('check digits', () => {
  expect(['04150037528643', '04150037528644', '4150037528643', '00000000000000'].map(isGtin)).toEqual([true, false, false, true])
  expect(['03752864', '03752865', '3752864', 'O3752864'].map(isPzn)).toEqual([true, false, false, false])
  // The example of the specification of IFA.
  expect(['110375286414', '110375286415', '110375286514', '11'].map(isPpn)).toEqual([true, false, false, false])
})

describe('what scanners type for one and the same code', () => {
  test.each([
    ['the symbology', `]d2${PLAIN}10ABC-123\r`],
    ['FNC1 in front', `${GS}${PLAIN}10ABC-123${GS}\n`],
    ['the lot in the middle', `]d201${GTIN}10ABC-123${GS}17270131`],
    ['<GS>', `01${GTIN}10ABC-123<GS>17270131`],
    ['{GS}', `01${GTIN}10ABC-123{GS}17270131`],
    ['~1', `~101${GTIN}10ABC-123~117270131`],
    ['^]', `01${GTIN}10ABC-123^]17270131`],
    ['␝', `01${GTIN}10ABC-123␝17270131`],
    ['the text beside the code', `(01)${GTIN}(17)270131(10)ABC-123`],
    ['the same with blanks', `(01) ${GTIN} (17) 270131 (10) ABC-123`],
    ['an American keyboard, with the symbology', `+d2${PLAIN}10ABCß123`],
    ['an American keyboard, <GS>', `01${GTIN}10ABCß123;GS:17270131`],
    ['an American keyboard, ^]', `01${GTIN}10ABCß123&+17270131`],
    ['an American keyboard, ~1', `01${GTIN}10ABCß123°117270131`],
    ['an American keyboard, in brackets', `)01=${GTIN})17=270131)10=ABCß123`],
    ['fields nobody here needs', `]d201${GTIN}11251231${GS}17270131240ITEM-1${GS}3710${GS}10ABC-123`],
    ['the lot twice', `]d2${PLAIN}10ABC-123${GS}10ABC-123`],
    ['GS1 in an envelope', `[)>\u001E05\u001D${PLAIN}10ABC-123\u001E\u0004`],
  ])('%s', (_, typed) => {
    expect(told(typed)).toEqual(READ)
  })

  const ifa = { ...READ, gtin: null, serial: '0Z1Y' }
  test.each([
    ['IFA', `${ENVELOPE[0]}9N110375286414${GS}1TABC-123${GS}D270131${GS}S0Z1Y${ENVELOPE[1]}`],
    ['without an end, in another order, with a field nobody needs', `${ENVELOPE[0]}1TABC-123${GS}S0Z1Y${GS}27Q10${GS}D270100${GS}9N110375286414${GS}`],
    ['visible', '[)><RS>06<GS>9N110375286414<GS>1TABC-123<GS>D270131<GS>S0Z1Y<RS><EOT>'],
    ['an American keyboard', 'ü=:;RS:06;GS:9N110375286414;GS:1TABCß123;GS:D270131;GS:S0Y1Z;RS:;EOT:'],
  ])('%s', (_, typed) => {
    expect(told(typed)).toEqual(ifa)
  })

  test('nothing in front of it and no separator, as long as no letter of it depends on the keyboard', () => {
    expect(told(`${PLAIN}10ABC.123`)).toEqual({ ...READ, lot: 'ABC.123' })
  })

  test.each(['+d2', ')01=', '&+', ';GS:', '°1'])('%s alone shows the American keyboard', sign => {
    const typed = { '+d2': `+d2${PLAIN}10AZ1`, ')01=': `)01=${GTIN})17=270131)10=AZ1`, '&+': `01${GTIN}10AZ1&+17270131`, ';GS:': `01${GTIN}10AZ1;GS:17270131`, '°1': `01${GTIN}10AZ1°117270131` }[sign] ?? ''
    expect(told(typed)).toEqual({ ...READ, lot: 'AY1' })
  })

  test('an American keyboard swaps Y and Z, and the code shows it', () => {
    expect(told(`+d2${PLAIN}10YZyz`)).toEqual({ ...READ, lot: 'ZYzy' })
    expect(told(`]d2${PLAIN}10YZyz`)).toEqual({ ...READ, lot: 'YZyz' })
  })
})

describe('refused with the reason, and never guessed', () => {
  test.each([
    ['nothing', '', 'no-product'], ['words', 'Guten Tag', 'unreadable'], ['a number of goods', '4006381333931', 'unreadable'], ['an unknown field', `${PLAIN}8005123456`, 'unreadable'],
    ['cut off', PLAIN.slice(0, 12), 'separator-lost'], ['cut off in the day', PLAIN.slice(0, -1), 'separator-lost'],
    ['no product', '1727013110ABC', 'no-product'], ['an IFA code of something else', `${ENVELOPE[0]}1TABC${GS}D270131${ENVELOPE[1]}`, 'no-product'],
    ['one digit wrong', `01${GTIN.slice(0, -1)}417270131`, 'wrong-gtin'], ['one digit of a PPN wrong', `${ENVELOPE[0]}9N110375286415${GS}1TABC${ENVELOPE[1]}`, 'wrong-pzn'],
    ['a German GTIN around no German number', '0104150037528636', 'wrong-pzn'],
    ['no such day', `01${GTIN}17270230`, 'wrong-expiry'], ['no such month', `01${GTIN}17271300`, 'wrong-expiry'], ['letters for a day', `${ENVELOPE[0]}9N110375286414${GS}D27JAN1${ENVELOPE[1]}`, 'wrong-expiry'],
    ['a lot with letters that no lot has', `]d2${PLAIN}10ABC€`, 'wrong-lot'],
    ['a lot and the serial number after it in one', `${PLAIN}10ABC12321SN45678901`, 'separator-lost'],
    ['a lot and more than a lot can be', `${PLAIN}10ABC12321SN4567890123456789`, 'separator-lost'],
    ['a lot and the day of expiry in one', `01${GTIN}10ABC12317270131`, 'separator-lost'],
    ['a serial number and the lot in one', `01${GTIN}1727013121SN4567890110AB123`, 'separator-lost'],
    ['an IFA code without separators', `[)>069N1103752864141TABC123D270131S123456`, 'separator-lost'],
    ['a lot with Y or Z that might be the other', `${PLAIN}10AZ12`, 'layout-unknown'], ['a dash that might be a slash', `${PLAIN}10A-12`, 'layout-unknown'],
    ['two numbers of pharmacies', `]d2${PLAIN}10ABC${GS}71012345678`, 'contradictory'], ['two lots', `]d2${PLAIN}10ABC${GS}10ABD`, 'contradictory'], ['two products', `]d201${GTIN}0100000000000000`, 'contradictory'],
    ['far too long', '1'.repeat(501), 'unreadable'],
  ])('%s', (_, typed, problem) => {
    expect(told(typed)).toBe(problem)
  })

  test('a lot with 21 in it is a lot', () => {
    expect(told(`(01)${GTIN}(17)270131(10)ABC12321SN45678901`)).toEqual({ ...READ, lot: 'ABC12321SN45678901' })
    expect(told(`]d2${PLAIN}10ABC12321SN45678901${GS}`)).toEqual({ ...READ, lot: 'ABC12321SN45678901' })
    expect(told(`${PLAIN}10FL21045`)).toEqual({ ...READ, lot: 'FL21045' })
  })
})

test.each([['2026-11-24', '76', '2076'], ['2026-11-24', '77', '1977'], ['2026-11-24', '25', '2025'], ['2080-01-01', '30', '2130'], ['2080-01-01', '31', '2031']])('the century on %s of the year %s is that of %s', (today, year, full) => {
  const read = readBoxCode(`01${GTIN}17${year}0131`, today)
  expect(read.ok && read.value.expiresOn).toBe(`${full}-01-31`)
})

test.each([['270200', '2027-02-28'], ['280200', '2028-02-29'], ['271200', '2027-12-31']])('without a day, %s, the last of the month', (written, day) => {
  expect(told(`01${GTIN}17${written}`)).toMatchObject({ expiresOn: day })
})

const CHARACTERS = Array.from({ length: 0x7a - 0x21 + 1 }, (_, index) => String.fromCharCode(0x21 + index)).filter(letter => /[!"%-?A-Z_a-z]/.test(letter))
const lotLetters = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 20 })
  // What scanners type for a separator is no lot.
  .filter(text => !/<GS>|<RS>|<EOT>|<FNC1>|;(?:GS|RS|EOT|FNC1):|&\+/.test(text))
const withCheckDigit = (digits: string): string => `${digits}${(10 - (Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 3 : 1), 0) % 10)) % 10}`
const gtin = fc.integer({ min: 0, max: 999_999_999 }).map(number => withCheckDigit(`0401${String(number).padStart(9, '0')}`))
const day = fc.integer({ min: 0, max: 36_000 }).map(count => new Date(Date.UTC(1978, 0, 1) + count * 86_400_000).toISOString().slice(0, 10))
const code: fc.Arbitrary<BoxCode> = fc.record({ gtin, pzn: fc.constant(null), lot: fc.option(lotLetters), expiresOn: fc.option(day), serial: fc.option(lotLetters) })

const short = (text: string): string => text.slice(2).replaceAll('-', '')
const fieldsOf = ({ gtin: product, lot, expiresOn, serial }: BoxCode): readonly string[] =>
  [`01${product ?? ''}`, ...(expiresOn === null ? [] : [`17${short(expiresOn)}`]), ...(lot === null ? [] : [`10${lot}`]), ...(serial === null ? [] : [`21${serial}`])]

test(`codes that were written are read back the same, in whatever order their fields stand (FC_SEED=${seed})`, () => {
  const shuffled = code.chain(one => fc.tuple(fc.constant(one), fc.shuffledSubarray([...fieldsOf(one)], { minLength: fieldsOf(one).length })))
  fc.assert(fc.property(shuffled, ([written, fields]) => {
    // Only where a last field might hold another one is it refused, and then it says so.
    const mayBeRefused = /21.{8}|17\d{6}|10.{3}/.test(fields.at(-1)?.slice(2) ?? '')
    expect([written, ...(mayBeRefused ? ['separator-lost'] : [])]).toContainEqual(told(`]d2${fields.join(GS)}`))
  }), RUNS)
})

test(`nothing that anybody types makes it fail, and what it reads has its check digits (FC_SEED=${seed})`, () => {
  const piece = fc.oneof(fc.constantFrom('01', '17', '10', '21', '710', GTIN, '270131', GS, '<GS>', '[)>', '06', '9N', '1T', ']d2', '+d2', 'ß', '(', ')', '\u001E', '\u0004', '^]', 'D', 'S'), fc.string({ maxLength: 6 }))
  fc.assert(fc.property(fc.array(piece, { maxLength: 14 }).map(all => all.join('')), typed => {
    const read = readBoxCode(typed, TODAY)
    const { gtin: product, pzn } = read.ok ? read.value : { gtin: null, pzn: null }
    expect([product === null || isGtin(product), pzn === null || isPzn(pzn), product !== null || pzn !== null]).toEqual([true, true, read.ok])
  }), { ...RUNS, numRuns: 3_000 })
})
