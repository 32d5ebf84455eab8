import { step, years, type Detail } from './detail.ts'

const TAX_FILE = years(10, '§ 147 AO')
const REGISTER_FILE = years(5, '§ 14 BMG, Aktenplan der Stadt')

/** Residents' office, taxes and charges. */
export const RESIDENT_DETAILS: Readonly<Record<string, Detail>> = {
  'dog-registration': {
    about: ['Wer einen Hund hält, der älter als drei Monate ist, meldet ihn innerhalb von 14 Tagen an. Sie erhalten den Steuerbescheid und die Hundemarke.', 'Whoever keeps a dog older than three months registers it within 14 days. You get the tax notice and the dog tag.'],
    documents: [['Impfausweis oder Heimtierausweis', 'Vaccination card or pet passport'], ['Nachweis der Haftpflichtversicherung', 'Proof of liability insurance']],
    fees: [['Hundesteuer im Jahr, erster Hund', 'Dog tax a year, first dog', 4_800], ['Hundesteuer im Jahr, jeder weitere Hund', 'Dog tax a year, every further dog', 7_200], ['Hundemarke', 'Dog tag', 0]],
    retention: TAX_FILE,
    sortable: ['dogName', 'breed', 'keptSince'],
    steps: [step('check-chip', ['Transpondernummer geprüft', 'Transponder number checked']), step('tag-issued', ['Hundemarke ausgegeben', 'Dog tag issued'])],
  },
  'dog-deregistration': {
    about: ['Ist Ihr Hund verstorben, abgegeben oder ziehen Sie weg, melden Sie ihn hier ab. Zu viel gezahlte Steuer wird erstattet.', 'If your dog has died, was given away, or you move, deregister it here. Tax paid too much is refunded.'],
    documents: [['Hundemarke', 'Dog tag'], ['Bescheinigung des Tierarztes, wenn der Hund verstorben ist', 'Certificate of the vet if the dog has died']],
    fees: [['Abmeldung', 'Deregistration', 0]],
    retention: TAX_FILE,
    sortable: ['dogName', 'leavingReason', 'leftOn'],
  },
  deferral: {
    about: ['Wäre es eine erhebliche Härte, eine Abgabe sofort zu zahlen, kann die Stadt sie stunden. Für die Zeit der Stundung fallen Zinsen an.', 'If paying a charge at once were a considerable hardship, the town may defer it. Interest is due for that time.'],
    documents: [['Nachweis von Einkommen und Ausgaben', 'Proof of income and expenses'], ['Vorschlag für die Raten', 'Proposal for the instalments']],
    fees: [['Antrag', 'Application', 0]],
    retention: TAX_FILE,
    sortable: ['debtKind', 'debtAmount', 'debtDueDate', 'instalments'],
    singleUpToCents: 100_000,
    automatic: [{ kind: 'tag', tag: 'Geldleistung' }],
  },
  'garden-water-meter': {
    about: ['Wasser, das nachweislich nicht in die Kanalisation gelangt, wird bei der Abwassergebühr abgezogen. Dafür brauchen Sie einen geeichten Zwischenzähler.', 'Water that does not reach the sewer is deducted from the sewage charge. You need a calibrated extra meter.'],
    documents: [['Foto des Zählers mit Stand und Eichmarke', 'Photo of the meter with reading and calibration mark']],
    fees: [['Abnahme eines neuen Zählers', 'Acceptance of a new meter', 2_500]],
    retention: TAX_FILE,
    sortable: ['meterOccasion', 'meterReading', 'meterReadSince', 'calibratedUntil'],
  },
  'residence-certificate': {
    about: ['Die Meldebescheinigung bestätigt, dass und wo Sie gemeldet sind. Die erweiterte nennt auch Staatsangehörigkeit und frühere Anschriften.', 'The certificate confirms that and where you are registered. The extended one also names nationality and former addresses.'],
    documents: [['Personalausweis oder Pass', 'Identity card or passport']],
    fees: [['Je Ausfertigung', 'Per copy', 1_000]],
    retention: REGISTER_FILE,
    sortable: ['certificateKind', 'copies'],
  },
  'register-information': {
    about: ['Sie suchen die Anschrift einer Person? Die Stadt gibt Namen und Anschrift heraus, wenn die Person eindeutig zu finden ist und keine Sperre besteht.', 'Are you looking for somebody’s address? The town gives name and address if the person can be found without doubt and no block is entered.'],
    fees: [['Je gesuchte Person', 'Per person looked for', 1_100]],
    retention: years(1, '§ 44 BMG, Aktenplan der Stadt'),
    sortable: ['soughtLastName'],
  },
  'civil-status-certificate': {
    about: ['Urkunden aus den Registern des Standesamtes Tangerhütte. Ist der Eintrag älter, liegt er vielleicht im Archiv.', 'Certificates from the registers of the registry office. Older entries may lie in the archives.'],
    documents: [['Personalausweis oder Pass', 'Identity card or passport'], ['Nachweis des rechtlichen Interesses, wenn Sie nicht verwandt sind', 'Proof of a legal interest if you are not related']],
    fees: [['Erste Urkunde', 'First certificate', 1_200], ['Jede weitere gleiche Urkunde', 'Every further copy', 600]],
    retention: REGISTER_FILE,
    sortable: ['recordKind', 'recordLastName', 'copies'],
  },
  'wedding-date': {
    about: ['Nennen Sie uns Ihren Wunschtermin. Verbindlich wird er mit der Anmeldung der Eheschließung, frühestens sechs Monate vorher.', 'Tell us the date you wish for. It becomes binding when you register the marriage, six months before at the earliest.'],
    documents: [['Personalausweise', 'Identity cards'], ['Beglaubigte Abschriften aus dem Geburtenregister', 'Certified copies from the register of births']],
    fees: [['Trauung im Rathaus in der Dienstzeit', 'Wedding in the town hall in office hours', 0], ['Trauung im Neuen Schloss', 'Wedding in the new palace', 8_000]],
    retention: years(2, 'Aktenplan der Stadt, Standesamt'),
    sortable: ['weddingRoom', 'weddingDate', 'weddingGuests'],
  },
  'fishing-licence': {
    about: ['Wer angeln will, braucht den Fischereischein. Für den ersten ist die bestandene Fischerprüfung nötig, unter 18 gibt es den Jugendfischereischein.', 'Fishing needs a licence. The first one needs a passed examination; under 18 there is a youth licence.'],
    documents: [['Zeugnis der Fischerprüfung', 'Certificate of the examination'], ['Lichtbild', 'Photograph']],
    fees: [['Fischereischein für fünf Jahre', 'Licence for five years', 3_500], ['Jugendfischereischein für ein Jahr', 'Youth licence for one year', 600]],
    retention: REGISTER_FILE,
    sortable: ['licenceRequest', 'licenceKind'],
  },
}
