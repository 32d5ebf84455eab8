import { choice, date, demoService, ownTarget, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, locality, parcel, truthfulness } from './common.ts'

export const houseNumber = demoService({
  id: 'house-number',
  title: ['Vergabe einer Hausnummer', 'Assignment of a house number'],
  department: 'bau',
  legalBasis: '§ 126 Abs. 3 BauGB',
  deadline: ownTarget(21),
  weight: 3,
  versions: [
    [
      applicant,
      section(
        ['Das Grundstück', 'The property'],
        ...parcel,
        text('propertyStreet', ['Straße', 'Street'], 80),
        choice('buildingKind', ['Art des Gebäudes', 'Kind of building'], {
          house: ['Wohnhaus', 'House'], business: ['Gewerbe', 'Business'], garage: ['Nebengebäude', 'Outbuilding'],
        }),
        date('readyOn', ['Bezugsfertig am', 'Ready on']),
      ),
      truthfulness,
    ],
  ],
})

export const treeFelling = demoService({
  id: 'tree-felling',
  title: ['Fällung eines Baumes', 'Felling of a tree'],
  department: 'bau',
  legalBasis: 'Baumschutzsatzung',
  deadline: ownTarget(28),
  weight: 6,
  versions: [
    [
      applicant,
      section(
        ['Der Baum', 'The tree'],
        ...parcel,
        text('treeSpecies', ['Baumart', 'Species'], 60),
        wholeNumber('trunkGirth', ['Stammumfang in cm, in 1 m Höhe', 'Girth in cm at 1 m'], 10, 900),
        text('fellingReason', ['Begründung', 'Reason'], 3_000),
        yesNo('replants', ['Ersatzpflanzung geplant', 'Replacement planned']),
      ),
      truthfulness,
    ],
  ],
})

export const roadUse = demoService({
  id: 'road-use',
  title: ['Sondernutzung öffentlicher Straßen', 'Special use of public roads'],
  department: 'ordnung',
  legalBasis: '§ 18 StrG LSA',
  deadline: ownTarget(14),
  weight: 5,
  versions: [
    [
      applicant,
      section(
        ['Die Nutzung', 'The use'],
        choice('useKind', ['Art der Nutzung', 'Kind of use'], {
          skip: ['Container', 'Skip'], scaffold: ['Gerüst', 'Scaffold'], stall: ['Verkaufs- oder Informationsstand', 'Stall'],
          event: ['Veranstaltung', 'Event'],
        }),
        text('usePlace', ['Ort der Nutzung', 'Place of use'], 200),
        locality('useLocality', ['Ortschaft', 'Locality']),
        date('useFrom', ['Von', 'From']),
        date('useTo', ['Bis', 'Until']),
        wholeNumber('useArea', ['Fläche in m²', 'Area in m²'], 1, 10_000),
      ),
      truthfulness,
    ],
  ],
})

export const bonfire = demoService({
  id: 'bonfire',
  title: ['Anzeige eines Brauchtumsfeuers', 'Notice of a customary bonfire'],
  department: 'ordnung',
  legalBasis: 'Gefahrenabwehrverordnung',
  deadline: ownTarget(10),
  weight: 5,
  versions: [
    [
      applicant,
      section(
        ['Das Feuer', 'The fire'],
        date('fireDate', ['Datum', 'Date']),
        text('fireStart', ['Beginn (Uhrzeit)', 'Start (time)'], 5),
        text('firePlace', ['Genauer Ort', 'Exact place'], 200),
        locality('fireLocality', ['Ortschaft', 'Locality']),
        text('responsible', ['Verantwortliche Person vor Ort', 'Person responsible on site'], 120),
        text('responsibleTelephone', ['Mobiltelefon vor Ort', 'Mobile phone on site'], 40),
        wholeNumber('guests', ['Erwartete Gäste', 'Expected guests'], 1, 5_000),
      ),
      truthfulness,
    ],
  ],
})
