import { createTypesetter } from '../../service/domains/letters/typesetter.ts'
import { createPreflighter } from '../../service/domains/notices/preflight/preflighter.ts'
import type { FinishingParts } from '../../service/domains/notices/typeset/finish-notice.ts'
import { demoSignature } from '../../service/demo/signature-picture.ts'
import { standardErrorLog } from '../../service/log.ts'
import { facsimileOf } from '../../shared/domains/letters/facsimile.ts'
import { aLetterhead } from '../../shared/domains/letters/testing.ts'
import type { SheetDocument } from '../../shared/domains/letters/sheet.ts'
import { NoticeContent, type Recipient } from '../../shared/domains/notices/content.ts'
import type { Paper } from '../../shared/domains/notices/tables.ts'
import { zonesOn } from '../../shared/domains/notices/notice-letter-zones.ts'
import { addressLines } from '../../shared/domains/notices/notice-letter-values.ts'
import { noticeLetter } from '../../shared/domains/notices/notice-letter.ts'
import { aNoticeContent, aPaper } from '../../shared/domains/notices/testing.ts'
import { createRandom, type Random } from '../bench/random.ts'

/** A notice to be written to a file, and what the file has to show. */
export interface LetterFile {
  readonly name: string
  readonly content: NoticeContent
  readonly print: SheetDocument
  readonly account: SheetDocument
}

const DATED = '2026-11-23'

const FIRST = ['Änne', 'Jörg', 'Ö.', 'Wilhelmine Friederike Auguste', 'Şükrü', 'Zoë', 'Ελένη', 'Олена', 'Jean-François', 'Müşerref'] as const
const LAST = ['Ås', 'Großkopf', 'von Hohenstein-Großkopf', 'Łąčki-Đorđević', 'Παπαδοπούλου', 'Шевченко', 'O’Neill', 'Freifrau von und zu Übermüller-Lüdenscheidt', 'Đặng', 'Weiß'] as const
const FIRMS = ['Agrargenossenschaft Lüderitz e. G. und Co. Verwaltungsgesellschaft mbH', 'Erbengemeinschaft nach Karl-Heinz und Änne Großkopf, geb. Übermüller', 'Kirchengemeinde St. Stephan', 'AB „Öl & Gas“ GmbH'] as const
const ADDITIONS = ['', '', 'c/o Rechtsanwältin Dr. jur. Ångström-Ølsen', 'Buchhaltung, Frau Ç. Ñandú', 'zu Händen der Geschäftsführung im Haus der Landwirtschaft und der Dörfer'] as const
const STREETS = ['Lange Straße', 'Straße des Friedens', 'An der Großen Freiheit hinter dem Übergang', 'Ç', 'Platz der Deutsch-Österreichischen Freundschaft und Verständigung'] as const
const PLACES = [
  ['39517', 'Tangerhütte', ''], ['39517', 'Tangerhütte OT Lüderitz', ''], ['1010', 'Wien', 'ÖSTERREICH'], ['SW1A 1AA', 'London', 'VEREINIGTES KÖNIGREICH'],
  ['00-001', 'Warszawa-Śródmieście', 'POLEN'], ['85280', 'La Ferrière-en-Parthenay sous les Grands Arbres', 'FRANKREICH'], ['', 'Ballaghaderreen', 'IRLAND'],
] as const

/** Notices for people of all kinds, the same for the same seed: long names, letters of many scripts, abroad, up to six lines and several pages. */
export function letterFiles(count: number, seed: number): readonly LetterFile[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, index) => letterFile(`notice-${String(index + 1).padStart(4, '0')}`, content(random, index)))
}

/** Drawn once: it takes as long as a letter. */
const PICTURE = demoSignature()
const SIGNATURE = facsimileOf(PICTURE)
if (!SIGNATURE) throw new Error('the signature of the demo town is none as letters need it')
const SIGNED = aLetterhead({ facsimile: SIGNATURE })

/** By which they are set and read back, with the picture that their letterhead names. */
export const finishingOfFiles = (): FinishingParts => ({
  typesetter: createTypesetter({ log: standardErrorLog(), facsimiles: async sha256 => (sha256 === SIGNATURE.sha256 ? PICTURE : undefined) }),
  preflighter: createPreflighter(),
})

/** What they are all written on. */
export function paperOfFiles(): Paper {
  return aPaper({ dated: DATED, letterhead: SIGNED })
}

function letterFile(name: string, notice: NoticeContent): LetterFile {
  const { print, account } = noticeLetter(notice, paperOfFiles())
  return { name, content: notice, print, account }
}

function content(random: Random, index: number): NoticeContent {
  const [postalCode, place, country] = random.pick(PLACES)
  const name = random.below(4) === 0 ? random.pick(FIRMS) : `${random.pick(FIRST)} ${random.pick(LAST)}`
  const parcels = Array.from({ length: 1 + (random.below(10) === 0 ? random.below(60) : random.below(4)) }, () => {
    const [section, number] = [String(1 + random.below(12)), `${1 + random.below(400)}/${1 + random.below(40)}`]
    return { district: 'Lüderitz', section, number, areaSquareMetres: random.below(5) === 0 ? null : random.below(900_000), label: `Gemarkung Lüderitz, Flur ${section}, Flurstück ${number}` }
  })
  const items = Array.from({ length: 1 + random.below(4) }, (_, item) => ({ label: `Grundlage ${item + 1}`, cents: 1 + random.below(500_000) }))
  return NoticeContent.parse(aNoticeContent({
    recipient: fitting({ name, addition: random.pick(ADDITIONS), street: random.pick(STREETS), houseNumber: String(1 + random.below(200)), postalCode, place, country }),
    debtorRole: random.pick(['owner', 'leaseholder', 'user'] as const),
    parcels, items, totalCents: items.reduce((sum, { cents }) => sum + cents, 0), reference: `4711.${String(index + 1).padStart(4, '0')}.2026`,
  }))
}

/** About so many signs fit beside each other in a window. */
const SIGNS_IN_LINE = 45

/** Several lines can be so long that each takes two: what no window holds goes without its addition here, and is a finding in a run. */
function fitting(recipient: Recipient): Recipient {
  const lines = addressLines(recipient).reduce((sum, line) => sum + Math.ceil(line.length / SIGNS_IN_LINE), 0)
  return lines > zonesOn(DATED).mostRecipientLines ? { ...recipient, addition: '' } : recipient
}

/** Letters in which one thing is wrong, that a check has to find. */
export function brokenFiles(): readonly { readonly name: string; readonly print: SheetDocument }[] {
  const { print, account } = letterFile('broken', aNoticeContent())
  const { post, ...bare } = print
  if (!post) throw new Error('the letter for the print centre has no zones')
  return [
    { name: 'broken-moved-address', print: { ...bare, post: { ...post, recipient: { ...post.recipient, y: 58 } } } },
    { name: 'broken-other-address', print: { ...print, letter: { ...print.letter, recipient: ['Niemand', 'Nirgendweg 1', '00000 Nirgendwo'] } } },
    { name: 'broken-page-size', print: { ...bare, post: { ...post, page: { width: 595.28, height: 841.89 } } } },
    { name: 'broken-marks-at-edge', print: account },
  ]
}
