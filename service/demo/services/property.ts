import { amount, choice, date, deemedApproval, demoService, ownTarget, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, locality, parcel, truthfulness } from './common.ts'

export const preemptionWaiver = demoService({
  id: 'preemption-waiver',
  title: ['Zeugnis über das Vorkaufsrecht der Gemeinde', 'Certificate on the town’s right of pre-emption'],
  department: 'bau',
  legalBasis: '§ 28 Abs. 1 BauGB',
  deadline: ownTarget(14),
  weight: 5,
  versions: [
    [
      applicant,
      section(
        ['Das Grundstück', 'The property'],
        ...parcel,
        wholeNumber('parcelArea', ['Fläche in m²', 'Area in m²'], 1, 1_000_000),
        choice('parcelUse', ['Nutzung', 'Use'], {
          built: ['Bebaut', 'Built on'], empty: ['Unbebaut', 'Not built on'], farm: ['Land- oder Forstwirtschaft', 'Farming or forestry'],
        }),
      ),
      section(
        ['Der Kaufvertrag', 'The contract of sale'],
        text('notary', ['Notarin oder Notar', 'Notary'], 120),
        text('deedNumber', ['Nummer der Urkunde', 'Number of the deed'], 40),
        date('contractSince', ['Tag der Beurkundung', 'Day of the deed']),
        amount('purchasePrice', ['Kaufpreis in Euro', 'Price in euros'], 50_000_000, { optional: true }),
        yesNo('isSoldToRelative', ['Verkauf an Ehegatten oder nahe Verwandte', 'Sold to spouse or close relatives'], {
          help: ['Dann besteht kein Vorkaufsrecht (§ 26 Nr. 1 BauGB).', 'Then there is no right of pre-emption (§ 26 no. 1 BauGB).'],
        }),
      ),
      truthfulness,
    ],
  ],
})

/** Deemed given after a month, which the town may extend: § 145 Abs. 1 with § 22 Abs. 5 BauGB. */
export const redevelopmentPermit = demoService({
  id: 'redevelopment-permit',
  title: ['Genehmigung im Sanierungsgebiet', 'Permit in the redevelopment area'],
  department: 'bau',
  legalBasis: '§§ 144 und 145 BauGB',
  deadline: deemedApproval(1),
  weight: 2,
  versions: [
    [
      applicant,
      section(
        ['Das Vorhaben', 'The project'],
        choice('redevelopmentKind', ['Was soll genehmigt werden?', 'What is to be permitted?'], {
          building: ['Bauliche Änderung oder Abriss', 'Building work or demolition'],
          sale: ['Verkauf des Grundstücks', 'Sale of the property'],
          charge: ['Belastung, etwa mit einer Grundschuld', 'Charge, such as a mortgage'],
          lease: ['Miet- oder Pachtvertrag über mehr als ein Jahr', 'Lease of more than a year'],
          division: ['Teilung des Grundstücks', 'Division of the property'],
        }),
        ...parcel,
        text('propertyStreet', ['Straße des Grundstücks', 'Street of the property'], 80),
        text('redevelopmentDetails', ['Beschreibung', 'Description'], 3_000),
        date('worksFrom', ['Geplanter Beginn', 'Planned start'], { optional: true }),
        amount('worksCosts', ['Geschätzte Kosten in Euro', 'Estimated costs in euros'], 10_000_000, { optional: true }),
        yesNo('isOwner', ['Ich bin Eigentümerin oder Eigentümer', 'I am the owner']),
      ),
      truthfulness,
    ],
  ],
})

export const graveExtension = demoService({
  id: 'grave-extension',
  title: ['Verlängerung des Nutzungsrechts an einer Grabstätte', 'Extension of the right to a grave'],
  department: 'bau',
  legalBasis: 'Friedhofssatzung',
  deadline: ownTarget(28),
  weight: 6,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Grabstätte', 'The grave'],
        locality('cemetery', ['Friedhof', 'Cemetery']),
        choice('graveKind', ['Art', 'Kind'], {
          family: ['Wahlgrab (Sarg)', 'Family grave (coffin)'], urn: ['Urnenwahlgrab', 'Urn grave'],
        }, { help: ['Reihengräber können nicht verlängert werden.', 'Row graves cannot be extended.'] }),
        text('graveField', ['Grabfeld und Nummer', 'Field and number'], 30),
        text('deceasedName', ['Name der verstorbenen Person', 'Name of the deceased'], 160),
        date('graveRightDate', ['Nutzungsrecht läuft ab am', 'Right ends on']),
        wholeNumber('extensionYears', ['Verlängerung um Jahre', 'Extension by years'], 1, 25),
        choice('graveHolder', ['Wer ist nutzungsberechtigt?', 'Who holds the right?'], {
          self: ['Ich selbst', 'Myself'], successor: ['Ich übernehme das Recht', 'I take the right over'],
        }),
      ),
      truthfulness,
    ],
  ],
})
