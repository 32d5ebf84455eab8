import { germanDay, germanTime } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import { writtenDay } from '../letters/letter-for.ts'
import type { SideEffect, Vaccination } from './tables.ts'
import type { Vaccinee } from './vaccinee.ts'

interface Reported {
  readonly sideEffect: Pick<SideEffect, 'description' | 'onsetAt' | 'suspectedAt' | 'dueAt'>
  readonly record: Vaccination
  /** Who reports it. */
  readonly reporterName: string
  readonly now: Instant
}

/** A report as it is printed: what belongs together, line by line. */
export interface ReportParts {
  readonly title: string
  readonly law: string
  readonly sections: readonly { readonly heading: string; readonly rows: readonly (readonly [label: string, value: string])[] }[]
}

const GENDERS: Readonly<Record<Vaccinee['gender'], string>> = { female: 'weiblich', male: 'männlich', diverse: 'divers', unknown: 'nicht angegeben' }
const SITES: Readonly<Record<Vaccination['site'], string>> = {
  'left-arm': 'Oberarm links', 'right-arm': 'Oberarm rechts', 'left-thigh': 'Oberschenkel links', 'right-thigh': 'Oberschenkel rechts', mouth: 'Mund', nose: 'Nase',
}

const moment = (at: Instant): string => `${writtenDay(germanDay(at))}, ${germanTime(at)} Uhr`
const orNot = (text: string): string => text.trim() || 'nicht bekannt'

/** The report of a suspicion to the health authority, by name (§ 6 Abs. 1 Satz 1 Nr. 3 and § 9 Abs. 1 IfSG); a draft until somebody sends it. */
export function reportParts({ sideEffect, record, reporterName, now }: Reported): ReportParts {
  return {
    title: 'Verdacht einer über das übliche Ausmaß einer Impfreaktion hinausgehenden gesundheitlichen Schädigung',
    law: `Namentliche Meldung an das Gesundheitsamt nach § 6 Abs. 1 Satz 1 Nr. 3 und § 9 IfSG, innerhalb von 24 Stunden, spätestens am ${moment(sideEffect.dueAt)}.`,
    sections: [
      { heading: 'Betroffene Person', rows: personRows(record.person) },
      {
        heading: 'Verdacht', rows: [
          ['Beschreibung', sideEffect.description], ['Beginn', moment(sideEffect.onsetAt)], ['Verdacht festgestellt', moment(sideEffect.suspectedAt)],
        ],
      },
      { heading: 'Impfung', rows: doseRows(record) },
      {
        heading: 'Meldende Person', rows: [
          ['Name', reporterName], ['Verantwortlich für die Impfung', `${record.responsible.name}, ${record.responsible.address}`], ['Stand', moment(now)], ['Gesundheitsamt, Datum, Unterschrift', ''],
        ],
      },
    ],
  }
}

const personRows = ({ familyName, givenName, gender, birthDay, street, postalCode, place, phone, email }: Vaccinee): readonly (readonly [string, string])[] => [
  ['Name, Vorname', [familyName, givenName].filter(Boolean).join(', ')],
  ['Geburtsdatum', birthDay ? writtenDay(birthDay) : 'nicht bekannt'],
  ['Geschlecht', GENDERS[gender]],
  ['Anschrift', orNot([street, `${postalCode} ${place}`.trim()].filter(Boolean).join(', '))],
  ['Telefon, E-Mail', orNot([phone, email].filter(Boolean).join(', '))],
]

const doseRows = ({ day, at, vaccineName, manufacturer, lot, diseases, doses, site, number }: Vaccination): readonly (readonly [string, string])[] => [
  ['Datum', `${writtenDay(day)}, ${germanTime(at)} Uhr`],
  ['Impfstoff', [vaccineName, manufacturer].filter(Boolean).join(', ')],
  ['Charge', lot],
  ['Gegen', diseases.map(({ code, name }) => `${name} (Dosis ${doses.find(dose => dose.code === code)?.number ?? '?'})`).join(', ')],
  ['Impfstelle', SITES[site]],
  ['Nummer der Dokumentation', number || 'noch nicht vergeben'],
]
