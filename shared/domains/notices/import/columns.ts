import type { NoticeContent } from '../content.ts'

/** What a row of a table can say about a notice. */
export const FIELD_NAMES = [
  'reference', 'name', 'firstName', 'title', 'salutation', 'addition', 'street', 'houseNumber', 'postalCode', 'place', 'country', 'district', 'section', 'parcelNumber', 'parcelLabel', 'area', 'debtorRole',
  'period', 'periodFrom', 'periodTo', 'amount', 'amountLabel', 'amount2', 'amountLabel2', 'amount3', 'amountLabel3', 'amount4', 'amountLabel4', 'total', 'dueDay', 'email',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** One of these, as it is looked for in a table. */
export interface ImportField {
  readonly name: FieldName
  /** As German offices head such a column; the first is what we call it. Compared without blanks, signs and capitals. */
  readonly aliases: readonly string[]
  /** Whether one value may be given for the whole table, where no column has it. */
  readonly canBeFixed?: boolean
}

/** The columns of amounts and of what each is for, pair by pair. Further amounts come as rows of their own. */
export const AMOUNT_FIELDS = [
  { number: 1, amount: 'amount', label: 'amountLabel' }, { number: 2, amount: 'amount2', label: 'amountLabel2' },
  { number: 3, amount: 'amount3', label: 'amountLabel3' }, { number: 4, amount: 'amount4', label: 'amountLabel4' },
] as const satisfies readonly { readonly number: number; readonly amount: FieldName; readonly label: FieldName }[]

const withNumber = (aliases: readonly string[], number: number): readonly string[] => (number === 1 ? aliases : aliases.flatMap(alias => [`${alias} ${number}`, `${alias} (${number})`]))

/** All that is looked for in a table, in the order in which people match it. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  { name: 'reference', aliases: ['Kassenzeichen', 'Kassenz', 'KZ', 'Buchungszeichen', 'Vertragsgegenstand', 'Zahlungsreferenz', 'Personenkonto', 'Verwendungszweck'] },
  { name: 'name', aliases: ['Name', 'Name/Firma', 'Nachname', 'Familienname', 'Firma', 'Empfänger', 'Eigentümername', 'Name 1', 'Schuldner', 'Abgabenschuldner', 'Zustellname'] },
  { name: 'firstName', aliases: ['Vorname', 'Vornamen', 'Rufname'] },
  { name: 'title', aliases: ['Titel', 'Akademischer Grad', 'akad. Grad'] },
  { name: 'salutation', aliases: ['Anrede', 'Briefanrede', 'Geschlecht'] },
  { name: 'addition', aliases: ['Zusatz', 'Adresszusatz', 'Namenszusatz', 'Name 2', 'c/o', 'z. Hd.', 'Anschriftenzusatz'] },
  { name: 'street', aliases: ['Straße', 'Str.', 'Strasse und Hausnummer', 'Straße/Nr.', 'Straße und Hausnr.', 'Anschrift', 'Straßenname'] },
  { name: 'houseNumber', aliases: ['Hausnummer', 'Hausnr.', 'Haus-Nr.', 'HNr', 'Nr.'] },
  { name: 'postalCode', aliases: ['PLZ', 'Postleitzahl', 'PLZ Wohnort'] },
  { name: 'place', aliases: ['Ort', 'Wohnort', 'Stadt', 'PLZ Ort', 'PLZ/Ort', 'Postleitzahl und Ort', 'Ortsname'] },
  { name: 'country', aliases: ['Land', 'Staat', 'Länderkennzeichen', 'Ländercode', 'Nation'] },
  { name: 'district', aliases: ['Gemarkung', 'Gemarkungsname', 'Gmkg'], canBeFixed: true },
  { name: 'section', aliases: ['Flur', 'Flurnummer', 'Flur-Nr.'] },
  { name: 'parcelNumber', aliases: ['Flurstück', 'Flurstücke', 'Flurstücksnummer', 'Flurstück-Nr.', 'Flst', 'Flst.-Nr.', 'FS'] },
  { name: 'parcelLabel', aliases: ['Flurstücksbezeichnung', 'Bezeichnung des Flurstücks', 'Grundstück', 'Grundstücksbezeichnung', 'Bezeichnung', 'Lage', 'Objekt'] },
  { name: 'area', aliases: ['Fläche', 'Flächengröße', 'Größe', 'Grundstücksfläche', 'Amtliche Fläche', 'Beitragsfläche'] },
  { name: 'debtorRole', aliases: ['Schuldnerrolle', 'Rolle', 'Eigenschaft', 'Schuldnerart', 'Eigentümer/Nutzer', 'Eigentümerart'], canBeFixed: true },
  { name: 'period', aliases: ['Zeitraum', 'Erhebungszeitraum', 'Veranlagungszeitraum', 'Jahr', 'Erhebungsjahr', 'Veranlagungsjahr', 'Kalenderjahr'], canBeFixed: true },
  { name: 'periodFrom', aliases: ['von', 'Zeitraum von', 'Beginn', 'gültig ab', 'Erhebungszeitraum von', 'ab'] },
  { name: 'periodTo', aliases: ['bis', 'Zeitraum bis', 'Ende', 'gültig bis', 'Erhebungszeitraum bis'] },
  ...AMOUNT_FIELDS.flatMap(({ number, amount, label }): readonly ImportField[] => [
    { name: amount, aliases: withNumber(['Betrag', 'Teilbetrag', 'Beitrag', 'Flächenbeitrag', 'Gebühr', 'Umlage', 'Umlagebetrag', 'Einzelbetrag'], number).concat(number === 2 ? ['Erschwernisbeitrag', 'Erschwerniszuschlag', 'Zuschlag', 'Verwaltungskosten', 'Verwaltungskostenumlage'] : []) },
    { name: label, aliases: withNumber(['Betragsbezeichnung', 'Abgabenart', 'Forderung', 'Forderungsart', 'Leistung', 'Betragsart'], number), canBeFixed: true },
  ]),
  { name: 'total', aliases: ['Gesamtbetrag', 'Summe', 'Gesamt', 'Gesamtsumme', 'Zahlbetrag', 'Forderungsbetrag', 'Bescheidbetrag'] },
  { name: 'dueDay', aliases: ['Fälligkeit', 'Fällig', 'Fällig am', 'Fälligkeitsdatum', 'Fälligkeitstag', 'Zahlbar bis', 'zu zahlen bis'], canBeFixed: true },
  { name: 'email', aliases: ['E-Mail', 'Email', 'Mail', 'E-Mail-Adresse', 'Mailadresse'] },
]

/** Without these no notice can be written; of each line one is enough. */
export const NEEDED: readonly (readonly FieldName[])[] = [['reference'], ['name'], ['place'], ['debtorRole'], ['period', 'periodFrom'], ['period', 'periodTo'], ['amount', 'total'], ['dueDay']]

/** Words of debtor roles in tables, folded as headings are; the longer word first. */
export const ROLE_WORDS: readonly (readonly [string, NoticeContent['debtorRole']])[] = [
  ['erbbauberechtigt', 'leaseholder'], ['erbbau', 'leaseholder'], ['eigentuemer', 'owner'], ['eigentum', 'owner'], ['nutzungsberechtigt', 'user'], ['nutzer', 'user'], ['nutzung', 'user'], ['paechter', 'user'],
]

/** Letters alone, as `Fällig am (TT.MM.JJJJ)` and `faellig_am` have them alike. */
export function folded(text: string): string {
  return text
    .normalize('NFC').toLowerCase()
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .replaceAll(/\((?:eur|euro|€|m²|m2|qm|ha|tt[.]mm[.]jj(?:jj)?)\)|\bin (?:eur|euro|€|m²|m2|qm|ha)\b|€|\b(?:eur|euro)\b/g, '')
    .replaceAll(/[^a-z0-9]/g, '')
}
