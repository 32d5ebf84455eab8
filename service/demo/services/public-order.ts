import { choice, confirmed, date, deemedApproval, demoService, ownTarget, pattern, section, text, timeOfDay, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, locality, truthfulness } from './common.ts'

export const residentParking = demoService({
  id: 'resident-parking',
  title: ['Bewohnerparkausweis', 'Resident parking permit'],
  department: 'ordnung',
  legalBasis: '§ 45 Abs. 1b Satz 1 Nr. 2a StVO',
  deadline: ownTarget(7),
  weight: 6,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Das Fahrzeug', 'The vehicle'],
        pattern('licencePlate', ['Kennzeichen', 'Licence plate'], '^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}[EH]?$', 12, {
          help: ['Zum Beispiel SDL-AB 123', 'For example SDL-AB 123'],
        }),
        choice('keeper', ['Wer ist Halter?', 'Who is the keeper?'], {
          self: ['Ich selbst', 'Myself'],
          employer: ['Mein Arbeitgeber (Dienstwagen)', 'My employer (company car)'],
          relative: ['Eine andere Person, die mir das Fahrzeug überlässt', 'Somebody else who lends it to me'],
        }),
        choice('vehicleKind', ['Art des Fahrzeugs', 'Kind of vehicle'], {
          car: ['Pkw', 'Car'], camper: ['Wohnmobil', 'Camper van'], van: ['Lieferwagen bis 3,5 t', 'Van up to 3.5 t'],
        }),
      ),
      section(
        ['Der Ausweis', 'The permit'],
        choice('permitRequest', ['Was beantragen Sie?', 'What do you apply for?'], {
          first: ['Neuer Ausweis', 'New permit'], renewal: ['Verlängerung', 'Renewal'], plate: ['Neues Kennzeichen', 'New licence plate'],
        }),
        date('permitFrom', ['Gültig ab', 'Valid from']),
        choice('permitYears', ['Dauer', 'Duration'], { one: ['1 Jahr', '1 year'], two: ['2 Jahre', '2 years'] }),
        yesNo('hasOwnSpace', ['Eigener Stellplatz oder Garage vorhanden', 'Own parking space or garage']),
      ),
      truthfulness,
    ],
  ],
})

/** Deemed given after three months: § 6a Abs. 1 GewO. */
export const travellingTrade = demoService({
  id: 'travelling-trade-card',
  title: ['Reisegewerbekarte', 'Travelling trade card'],
  department: 'ordnung',
  legalBasis: '§ 55 Abs. 2 i. V. m. § 6a Abs. 1 GewO',
  deadline: deemedApproval(3),
  weight: 2,
  versions: [
    [
      applicant,
      section(
        ['Das Reisegewerbe', 'The travelling trade'],
        text('travellingGoods', ['Waren oder Leistungen', 'Goods or services'], 1_000),
        choice('travellingWay', ['Wie sind Sie unterwegs?', 'How do you trade?'], {
          markets: ['Auf Märkten und Festen', 'At markets and fairs'],
          doors: ['Von Haus zu Haus', 'From door to door'],
          vehicle: ['Vom Fahrzeug aus', 'From a vehicle'],
        }),
        date('startsOn', ['Beginn der Tätigkeit', 'Start of the activity']),
        wholeNumber('cardCopies', ['Beglaubigte Kopien für Beschäftigte', 'Certified copies for employees'], 0, 20),
        yesNo('hadCard', ['Frühere Reisegewerbekarte vorhanden', 'Held a travelling trade card before']),
        text('placeOfBirth', ['Geburtsort', 'Place of birth'], 80),
        text('nationality', ['Staatsangehörigkeit', 'Nationality'], 60),
        confirmed('hasOrderedRecords', [
          'Führungszeugnis und Gewerbezentralregisterauszug sind beantragt.', 'Certificate of conduct and trade register extract are ordered.',
        ]),
      ),
      truthfulness,
    ],
  ],
})

export const temporaryCatering = demoService({
  id: 'temporary-catering',
  title: ['Anzeige eines vorübergehenden Gaststättengewerbes', 'Notice of temporary catering'],
  department: 'ordnung',
  legalBasis: '§ 2 Abs. 2 GastG LSA',
  deadline: ownTarget(10),
  weight: 6,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Der Anlass', 'The occasion'],
        text('occasion', ['Besonderer Anlass', 'Special occasion'], 200),
        text('organiser', ['Veranstalter (Verein, Firma)', 'Organiser (club, company)'], 150, { optional: true }),
        text('eventPlace', ['Genauer Ort', 'Exact place'], 200),
        locality('eventLocality', ['Ortschaft', 'Locality']),
        date('cateringFrom', ['Erster Tag', 'First day'], { help: ['Anzeige spätestens zwei Wochen vorher', 'Give notice two weeks before at the latest'] }),
        date('cateringTo', ['Letzter Tag', 'Last day']),
        timeOfDay('cateringStart', ['Beginn (Uhrzeit)', 'Start (time)']),
        timeOfDay('cateringEnd', ['Ende (Uhrzeit)', 'End (time)']),
      ),
      section(
        ['Speisen und Getränke', 'Food and drink'],
        yesNo('servesAlcohol', ['Alkoholische Getränke', 'Alcoholic drinks']),
        text('drinks', ['Getränke', 'Drinks'], 500),
        text('dishes', ['Speisen', 'Dishes'], 500, { optional: true }),
        wholeNumber('guests', ['Erwartete Gäste', 'Expected guests'], 1, 5_000),
      ),
      truthfulness,
    ],
  ],
})

export const posters = demoService({
  id: 'posters',
  title: ['Plakatierung im Stadtgebiet', 'Posters in town'],
  department: 'ordnung',
  legalBasis: '§ 18 StrG LSA, Sondernutzungssatzung',
  deadline: ownTarget(10),
  weight: 4,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Plakate', 'The posters'],
        text('occasion', ['Beworbene Veranstaltung', 'Advertised event'], 200),
        choice('posterPurpose', ['Zweck', 'Purpose'], {
          culture: ['Kultur und Vereine', 'Culture and clubs'], commerce: ['Gewerbliche Werbung', 'Commercial advertising'],
          election: ['Wahlwerbung', 'Election campaign'],
        }),
        date('postersFrom', ['Aufhängen ab', 'Put up from']),
        date('postersTo', ['Abnehmen bis', 'Taken down by']),
        wholeNumber('posterCount', ['Anzahl der Plakate', 'Number of posters'], 1, 200),
        choice('posterSize', ['Größe', 'Size'], { a1: ['DIN A1', 'A1'], a2: ['DIN A2', 'A2'], large: ['Großfläche', 'Billboard'] }),
        text('posterPlaces', ['Straßen oder Ortschaften', 'Streets or localities'], 1_000),
      ),
      truthfulness,
    ],
  ],
})
