import { ENGLISH } from '../../../../shared/domains/vaccinations/phrases-en.ts'
import { GERMAN } from '../../../../shared/domains/vaccinations/phrases-de.ts'

/** What stands on paper: German, and English below it for whoever travels. */
export interface Both {
  readonly de: string
  readonly en: string
}

export const bothDays = (day: string): Both => ({ de: GERMAN.day(day), en: ENGLISH.day(day) })

/** The same in both languages, such as a name: it is printed once. */
export const asItIs = (text: string): Both => ({ de: text, en: '' })

export const WORDS = {
  title: { de: 'Impfbescheinigung', en: 'Certificate of vaccination' },
  law: 'Impfdokumentation nach § 22 des Infektionsschutzgesetzes (IfSG)',
  person: { de: 'Geimpfte Person', en: 'Vaccinated person' },
  birthDay: { de: 'Geburtsdatum', en: 'Date of birth' },
  nextTitle: { de: 'Folge- und Auffrischimpfungen', en: 'Further doses' },
  noneDue: { de: 'Nach heutigem Stand ist keine weitere Impfung nötig.', en: 'By what is known today no further dose is needed.' },
  nextHead: [{ de: 'Impfung', en: 'Vaccination' }, { de: 'Wann und warum', en: 'When and why' }, { de: 'Terminvorschlag', en: 'Proposed day' }],
  hintsTitle: { de: 'Hinweise nach § 22 Abs. 3 IfSG', en: 'Information required by law' },
  confirmTitle: { de: 'Bestätigung', en: 'Confirmation' },
  placeDay: { de: 'Ort, Datum', en: 'Place, date' },
  signature: { de: 'Unterschrift der für die Durchführung der Schutzimpfung verantwortlichen Person', en: 'Signature of the person responsible for the vaccination' },
} as const

/** What the code is, and what it is not. */
export const QR_CAPTION: Both = {
  de: 'Prüfcode gegen Fälschung. Er ersetzt die Unterschrift nicht. Mit dem Telefon lesen, um ihn zu prüfen.',
  en: 'Code against forgery. It does not replace the signature. Scan to check.',
}
export const QR_ALTERNATIVE = 'QR-Code, mit dem sich prüfen lässt, ob diese Bescheinigung echt und noch gültig ist'

/** Words before the facts of a dose. */
export const LABELS = {
  day: { de: 'Datum der Schutzimpfung', en: 'Date of vaccination' },
  vaccine: { de: 'Impfstoff', en: 'Vaccine' },
  lot: { de: 'Chargenbezeichnung', en: 'Batch number' },
  expiry: { de: 'Verwendbar bis', en: 'Expiry date' },
  diseases: { de: 'Geimpft gegen', en: 'Vaccinated against' },
  site: { de: 'Ort am Körper', en: 'Site' },
  vaccinator: { de: 'Geimpft von', en: 'Given by' },
  responsible: { de: 'Verantwortlich', en: 'Responsible person' },
  number: { de: 'Nummer', en: 'Record number' },
  corrects: { de: 'Berichtigt', en: 'Corrects' },
} as const

export const SITES = {
  'left-arm': { de: 'linker Oberarm', en: 'left upper arm' },
  'right-arm': { de: 'rechter Oberarm', en: 'right upper arm' },
  'left-thigh': { de: 'linker Oberschenkel', en: 'left thigh' },
  'right-thigh': { de: 'rechter Oberschenkel', en: 'right thigh' },
  mouth: { de: 'Mund', en: 'by mouth' },
  nose: { de: 'Nase', en: 'by nose' },
} as const
