import { step, years, type Detail } from './detail.ts'

const CARE_FILE = years(10, '§ 84 SGB X, Aktenplan der Stadt')
const BUILDING_FILE = years(30, 'Aktenplan der Stadt, Bauwesen')

/** Day care, clubs, halls, building and land. */
export const COMMUNITY_DETAILS: Readonly<Record<string, Detail>> = {
  'day-care-registration': {
    about: ['Melden Sie Ihr Kind möglichst sechs Monate vor dem gewünschten Beginn an. Jedes Kind hat von Geburt an Anspruch auf einen Platz.', 'Register your child six months before the wished start if you can. Every child is entitled to a place from birth.'],
    documents: [['Geburtsurkunde des Kindes', 'Birth certificate of the child'], ['Impfnachweis Masern', 'Proof of measles vaccination']],
    fees: [['Kostenbeitrag im Monat, 8 Stunden', 'Contribution a month, 8 hours', 16_000], ['Jedes weitere Kind der Familie', 'Every further child of the family', 0]],
    retention: CARE_FILE,
    sortable: ['childLastName', 'childBirthDate', 'facility', 'wantedFrom'],
    steps: [step('place-checked', ['Freier Platz bestätigt', 'Free place confirmed']), step('measles', ['Impfnachweis gesehen', 'Proof of vaccination seen'])],
  },
  'day-care-deregistration': {
    about: ['Kündigen Sie den Betreuungsplatz vier Wochen zum Monatsende.', 'Give up the place four weeks before the end of a month.'],
    fees: [['Abmeldung', 'Deregistration', 0]],
    retention: CARE_FILE,
    sortable: ['childLastName', 'facility', 'endsOn'],
  },
  'day-care-refund': {
    about: ['War die Einrichtung geschlossen, das Kind lange krank oder haben Sie zu viel gezahlt, erstattet die Stadt den Kostenbeitrag.', 'If the centre was closed, the child ill for long, or you paid too much, the town refunds the contribution.'],
    documents: [['Ärztliche Bescheinigung bei Krankheit', 'Medical certificate in case of illness'], ['Kontoauszug bei Überzahlung', 'Bank statement if you paid too much']],
    fees: [['Antrag', 'Application', 0]],
    retention: CARE_FILE,
    sortable: ['childLastName', 'facility', 'refundAmount', 'refundReason'],
    singleUpToCents: 20_000,
    automatic: [{ kind: 'tag', tag: 'Geldleistung' }],
  },
  'holiday-care': {
    about: ['Betreuung im Hort während der Schulferien für Kinder der 1. bis 4. Klasse, auch tageweise.', 'Care during the school holidays for children in years 1 to 4, also by the day.'],
    fees: [['Je Tag', 'Per day', 500], ['Mittagessen je Tag', 'Lunch per day', 420]],
    retention: CARE_FILE,
    sortable: ['pupilLastName', 'holidays', 'careFrom'],
  },
  'club-funding': {
    about: ['Die Stadt fördert Vorhaben gemeinnütziger Vereine, besonders mit Kindern und Jugendlichen. Über Beträge ab 2.500 Euro berät der Sozialausschuss.', 'The town funds projects of charitable clubs, especially with children. Amounts from 2,500 euros are discussed by the committee.'],
    documents: [['Finanzierungsplan', 'Financing plan'], ['Freistellungsbescheid des Finanzamts', 'Notice of exemption of the tax office'], ['Satzung, beim ersten Antrag', 'Statutes, with the first application']],
    fees: [['Antrag', 'Application', 0]],
    retention: years(10, '§ 39 KomHVO, Aktenplan der Stadt'),
    sortable: ['clubName', 'clubMembers', 'projectFrom', 'fundingAmount'],
    singleUpToCents: 50_000,
    steps: [step('financing-plan', ['Finanzierungsplan geprüft', 'Financing plan checked'], { isRequired: true }), step('committee', ['Sozialausschuss beteiligt, ab 2.500 Euro', 'Committee involved, from 2,500 euros'], { role: 'lead' })],
    automatic: [{ kind: 'tag', tag: 'Geldleistung' }, { kind: 'follow-up', days: 28 }],
  },
  'village-hall': {
    about: ['Sechs Dorfgemeinschaftshäuser können Sie für Feiern, Versammlungen und Kurse nutzen.', 'Six village halls can be used for celebrations, meetings and courses.'],
    fees: [['Nutzung je Tag', 'Use per day', 8_000], ['Küche', 'Kitchen', 2_500], ['Kaution', 'Deposit', 15_000]],
    retention: years(5, 'Aktenplan der Stadt, Liegenschaften'),
    sortable: ['hall', 'hallOccasion', 'hallFrom', 'hallGuests'],
  },
  'house-number': {
    about: ['Neue Gebäude erhalten ihre Hausnummer von der Stadt, bevor sie bezogen werden.', 'New buildings get their house number from the town before anybody moves in.'],
    documents: [['Auszug aus der Liegenschaftskarte', 'Extract from the cadastral map']],
    fees: [['Vergabe', 'Assignment', 3_500]],
    retention: BUILDING_FILE,
    sortable: ['propertyStreet', 'buildingKind', 'readyOn'],
    steps: [step('map', ['In der Liegenschaftskarte verortet', 'Located on the cadastral map'])],
  },
  'tree-felling': {
    about: ['Bäume ab 50 cm Stammumfang sind geschützt. Zwischen 1. März und 30. September darf nur bei Gefahr gefällt werden.', 'Trees of 50 cm girth and more are protected. From 1 March to 30 September only dangerous ones may be felled.'],
    documents: [['Foto des Baumes', 'Photo of the tree'], ['Lageskizze', 'Sketch of the place']],
    fees: [['Genehmigung je Baum', 'Permit per tree', 2_500]],
    retention: years(10, 'Aktenplan der Stadt, Grünflächen'),
    sortable: ['treeSpecies', 'trunkGirth', 'cadastralDistrict'],
    steps: [step('site-visit', ['Baum angesehen', 'Tree looked at'], { isRequired: true }), step('replacement', ['Ersatzpflanzung festgelegt', 'Replacement set'])],
    automatic: [{ kind: 'tag', tag: 'Außendienst' }, { kind: 'follow-up', days: 10 }],
  },
  'preemption-waiver': {
    about: ['Vor dem Verkauf eines Grundstücks bescheinigt die Stadt, ob sie ein Vorkaufsrecht hat und ausübt.', 'Before land is sold the town certifies whether it has and exercises a right of pre-emption.'],
    documents: [['Kaufvertrag', 'Contract of sale']],
    fees: [['Negativzeugnis', 'Certificate of waiver', 4_000]],
    retention: BUILDING_FILE,
    sortable: ['cadastralDistrict', 'parcelArea', 'contractSince', 'purchasePrice'],
  },
  'redevelopment-permit': {
    about: ['Im Sanierungsgebiet brauchen Bau, Verkauf und Belastung eines Grundstücks eine Genehmigung. Über sie ist binnen eines Monats zu entscheiden; die Frist kann verlängert werden.', 'In the redevelopment area building on, selling and encumbering land needs a permit, to be decided within a set period that may be extended.'],
    documents: [['Entwurf des Vertrags oder der Bauvorlagen', 'Draft of the contract or building documents']],
    fees: [['Genehmigung', 'Permit', 6_000]],
    retention: BUILDING_FILE,
    sortable: ['redevelopmentKind', 'cadastralDistrict'],
    steps: [step('aims', ['Mit den Zielen der Sanierung verglichen', 'Compared with the aims of the redevelopment'], { isRequired: true })],
    automatic: [{ kind: 'follow-up', days: 14 }],
  },
  'grave-extension': {
    about: ['Das Nutzungsrecht an einer Wahlgrabstätte kann vor seinem Ablauf verlängert werden.', 'The right to use a grave can be extended before it ends.'],
    documents: [['Graburkunde', 'Deed of the grave']],
    fees: [['Verlängerung je Jahr', 'Extension per year', 3_200]],
    retention: years(30, 'Friedhofssatzung, Aktenplan der Stadt'),
  },
}
