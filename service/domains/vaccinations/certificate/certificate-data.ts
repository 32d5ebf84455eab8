import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { signedFiles, type AttachedFile } from '../sign/signed-files.ts'
import { doseEntry, type DoseEntry, type Versioned } from './dose-rows.ts'
import { hintsWith, type Hint } from './hints.ts'
import { asItIs, bothDays, QR_ALTERNATIVE, QR_CAPTION, WORDS, type Both } from './words.ts'

export interface CertificateSource {
  /** All by persons who were vaccinated in one place; those of one visit come onto one sheet. */
  readonly doses: readonly Versioned[]
  readonly authority: string
  readonly address: string
  readonly placeName: string
  /** Where the pages of the service stand. */
  readonly url: string
  /** Where harm is reported (§ 22 Abs. 3 Nr. 3 IfSG), as a sentence. */
  readonly claimsOffice: string
  /** Whether a list of all comes first, for whoever signs one after the other. */
  readonly withList: boolean
}

interface NextLine {
  readonly dose: Both
  readonly sentence: string
  readonly day: Both
}

interface PersonSheet {
  readonly foot: string
  readonly isReplaced: boolean
  readonly place: string
  readonly person: { readonly name: string; readonly birthDay: Both }
  readonly entries: readonly DoseEntry[]
  readonly next: readonly NextLine[]
  /** Empty where somebody signs by hand. */
  readonly qualified: readonly Both[]
  readonly responsible: Pick<Vaccination['responsible'], 'name' | 'address'>
}

/** What stands in `certificate.typ`. */
export interface CertificateData {
  readonly title: string
  readonly head: { readonly authority: string; readonly address: string }
  readonly words: typeof WORDS
  readonly qrAlt: string
  readonly qrCaption: Both
  readonly hints: readonly Hint[]
  readonly overview: { readonly title: Both; readonly note: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
  readonly sheets: readonly PersonSheet[]
  readonly attached: readonly AttachedFile[]
}

/** Documentations as they are printed: a sheet for each visit, and for each responsible person at it. */
export function certificateData(source: CertificateSource): CertificateData {
  const { doses, authority, address, claimsOffice, withList } = source
  const sheets = [...Map.groupBy(doses, ({ record }) => `${record.visitId} ${record.responsible.personId}`).values()]
  return {
    title: [...new Set(['Impfdokumentation', ...doses.slice(0, 3).map(({ record }) => record.number)])].join(' '),
    head: { authority, address }, words: WORDS, qrAlt: QR_ALTERNATIVE, qrCaption: QR_CAPTION, hints: hintsWith(claimsOffice),
    overview: withList ? overviewOf(doses.map(({ record }) => record)) : null,
    sheets: sheets.map(ofVisit => sheetOf(ofVisit, source)),
    attached: doses.flatMap(({ record }) => signedFiles(record)),
  }
}

function sheetOf(doses: readonly Versioned[], { placeName, url }: CertificateSource): PersonSheet {
  const records = doses.map(({ record }) => record)
  const [first] = records
  if (!first) throw new Error('a sheet is about one dose at least')
  const { person, responsible } = first
  return {
    foot: `${records.map(({ number }) => number).join(', ')} · ${fullName(person)}`,
    isReplaced: records.every(({ replacedById }) => replacedById !== null),
    place: placeName,
    person: { name: fullName(person), birthDay: person.birthDay === null ? asItIs('') : bothDays(person.birthDay) },
    entries: doses.map(dose => doseEntry(dose, url)),
    next: nextLines(records.filter(({ replacedById }) => replacedById === null)),
    qualified: records.every(({ confirmation: { kind } }) => kind === 'qualified') ? records.flatMap(qualifiedLine) : [],
    responsible,
  }
}

/** Doses of one visit may tell of the same next one. */
function nextLines(records: readonly Vaccination[]): readonly NextLine[] {
  const all = new Map(records.flatMap(({ nextDoses }) => nextDoses).map(next => [`${next.disease.code} ${next.number}`, next]))
  return [...all.values()].map(({ disease, number, recommended, sentence }) => ({
    dose: { de: `${disease.name}, ${number}. Dosis`, en: `dose ${number}` }, sentence, day: bothDays(recommended),
  }))
}

function qualifiedLine({ confirmation, number, responsible }: Vaccination): readonly Both[] {
  if (confirmation.kind !== 'qualified') return []
  const { at, provider, reference } = confirmation
  const day = bothDays(germanDay(at))
  return [{
    de: `${number}: am ${day.de} qualifiziert elektronisch signiert von ${responsible.name}, ${responsible.address}, über ${provider} (Vorgang ${reference}). Die Signatur und was signiert ist liegen dieser Datei bei; ein Ausdruck trägt sie nicht.`,
    en: `Signed with a qualified electronic signature on ${day.en}. The signature is attached to this file and not part of a printout.`,
  }]
}

function overviewOf(records: readonly Vaccination[]): CertificateData['overview'] {
  const names = [...new Set(records.map(({ responsible }) => responsible.name))]
  return {
    title: asItIs('Unterschriften ausstehend'),
    note: `${records.length === 1 ? 'Eine Impfdokumentation' : `${records.length} Impfdokumentationen`}, verantwortlich: ${names.join(', ')}. Jedes der folgenden Blätter ist von Hand zu unterschreiben; diese Liste selbst ist keine Bestätigung.`,
    head: ['', 'Nummer', 'Name', 'Geboren', 'Impfstoff, Charge'],
    rows: records.map(({ number, person, vaccineName, lot }) => [number, `${person.familyName}, ${person.givenName}`, person.birthDay === null ? '' : bothDays(person.birthDay).de, `${vaccineName}, ${lot}`]),
  }
}
