import { choice, confirmed, date, demoService, ownTarget, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, truthfulness } from './common.ts'

export const residenceCertificate = demoService({
  id: 'residence-certificate',
  title: ['Meldebescheinigung', 'Certificate of residence'],
  department: 'buergerservice',
  legalBasis: '§ 18 BMG',
  deadline: ownTarget(5),
  weight: 11,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Bescheinigung', 'The certificate'],
        choice('certificateKind', ['Umfang', 'Scope'], {
          simple: ['Einfache Meldebescheinigung', 'Simple certificate'],
          extended: ['Erweiterte Meldebescheinigung', 'Extended certificate'],
        }, { help: ['Die erweiterte nennt auch frühere Anschriften.', 'The extended one also names former addresses.'] }),
        choice('certificatePurpose', ['Wofür brauchen Sie sie?', 'What do you need it for?'], {
          vehicle: ['Zulassung eines Fahrzeugs', 'Registration of a vehicle'],
          bank: ['Bank oder Versicherung', 'Bank or insurance'],
          authority: ['Andere Behörde', 'Another authority'],
          other: ['Anderer Zweck', 'Another purpose'],
        }),
        wholeNumber('copies', ['Anzahl der Ausfertigungen', 'Number of copies'], 1, 5),
        yesNo('isForAbroad', ['Zur Vorlage im Ausland', 'For use abroad']),
        choice('delivery', ['Wie möchten Sie sie erhalten?', 'How would you like to receive it?'], {
          post: ['Mit der Post', 'By post'],
          pickup: ['Abholung im Bürgerservice', 'Picked up at the town hall'],
        }),
      ),
      truthfulness,
    ],
  ],
})

export const registerInformation = demoService({
  id: 'register-information',
  title: ['Einfache Melderegisterauskunft', 'Simple information from the register of residents'],
  department: 'buergerservice',
  legalBasis: '§ 44 BMG',
  deadline: ownTarget(7),
  weight: 7,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Gesuchte Person', 'Person looked for'],
        text('soughtLastName', ['Nachname', 'Last name'], 80),
        text('soughtFirstName', ['Vorname', 'First name'], 80),
        date('soughtBirthDate', ['Geburtsdatum', 'Date of birth'], {
          optional: true,
          help: ['Ohne Geburtsdatum ist die Person oft nicht eindeutig zu finden.', 'Without it the person often cannot be told from others.'],
        }),
        text('soughtAddress', ['Letzte bekannte Anschrift', 'Last known address'], 200, { optional: true }),
      ),
      section(
        ['Zweck der Auskunft', 'Purpose of the information'],
        text('commercialPurpose', ['Gewerblicher Zweck, falls einer besteht', 'Commercial purpose, if there is one'], 300, { optional: true }),
        confirmed('noAdvertising', ['Ich nutze die Daten nicht für Werbung oder Adresshandel.', 'I will not use the data for advertising or address trading.']),
      ),
      truthfulness,
    ],
  ],
})

export const civilStatusCertificate = demoService({
  id: 'civil-status-certificate',
  title: ['Geburts-, Ehe- oder Sterbeurkunde', 'Birth, marriage or death certificate'],
  department: 'buergerservice',
  legalBasis: '§§ 55 und 62 PStG',
  deadline: ownTarget(7),
  weight: 9,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Urkunde', 'The certificate'],
        choice('recordKind', ['Art der Urkunde', 'Kind of certificate'], {
          birth: ['Geburtsurkunde', 'Birth certificate'],
          marriage: ['Eheurkunde', 'Marriage certificate'],
          death: ['Sterbeurkunde', 'Death certificate'],
        }),
        choice('relation', ['Ihr Bezug zu dieser Person', 'Your relation to this person'], {
          self: ['Ich bin es selbst', 'It is me'],
          spouse: ['Ehe- oder Lebenspartner', 'Spouse or partner'],
          line: ['Eltern, Großeltern, Kinder oder Enkel', 'Parents, grandparents, children or grandchildren'],
          interest: ['Rechtliches Interesse', 'Legal interest'],
        }),
        text('recordFirstName', ['Vorname der Person in der Urkunde', 'First name of the person in the record'], 80),
        text('recordLastName', ['Nachname der Person in der Urkunde', 'Last name of the person in the record'], 80),
        date('recordedSince', ['Tag des Ereignisses', 'Day of the event']),
        text('registerNumber', ['Registernummer', 'Register number'], 30, { optional: true, help: ['Steht auf älteren Urkunden', 'Stands on older certificates'] }),
        wholeNumber('copies', ['Anzahl der Ausfertigungen', 'Number of copies'], 1, 10),
        yesNo('isMultilingual', ['Mehrsprachige Urkunde', 'Multilingual certificate']),
      ),
      truthfulness,
    ],
  ],
})

export const weddingDate = demoService({
  id: 'wedding-date',
  title: ['Wunschtermin für die Eheschließung', 'Wished date of a wedding'],
  department: 'buergerservice',
  legalBasis: '§§ 12 und 14 PStG',
  deadline: ownTarget(14),
  weight: 3,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Trauung', 'The wedding'],
        choice('weddingRoom', ['Trauzimmer', 'Wedding room'], {
          'town-hall': ['Rathaus Tangerhütte', 'Town hall Tangerhütte'],
          palace: ['Neues Schloss im Stadtpark', 'New palace in the town park'],
        }),
        date('weddingDate', ['Wunschtermin', 'Wished date']),
        date('weddingAlternative', ['Ausweichtermin', 'Alternative date'], { optional: true }),
        choice('weddingTime', ['Tageszeit', 'Time of day'], {
          morning: ['Vormittag', 'Morning'], noon: ['Mittag', 'Midday'], afternoon: ['Nachmittag', 'Afternoon'],
        }),
        wholeNumber('weddingGuests', ['Erwartete Gäste', 'Expected guests'], 0, 80),
      ),
      section(
        ['Die Partnerin oder der Partner', 'The partner'],
        text('partnerFirstName', ['Vorname', 'First name'], 80),
        text('partnerLastName', ['Nachname', 'Last name'], 80),
        date('partnerBirthDate', ['Geburtsdatum', 'Date of birth']),
        yesNo('hasForeignPapers', ['Urkunden aus dem Ausland', 'Certificates from abroad'], {
          help: ['Dann braucht das Standesamt mehr Zeit.', 'The registry office then needs more time.'],
        }),
      ),
      truthfulness,
    ],
  ],
})

export const fishingLicence = demoService({
  id: 'fishing-licence',
  title: ['Fischereischein', 'Fishing licence'],
  department: 'buergerservice',
  legalBasis: '§§ 28 und 29 FischG',
  deadline: ownTarget(14),
  weight: 5,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Der Fischereischein', 'The licence'],
        choice('licenceRequest', ['Was beantragen Sie?', 'What do you apply for?'], {
          first: ['Erstmalige Erteilung', 'First licence'],
          renewal: ['Verlängerung', 'Renewal'],
          replacement: ['Ersatz nach Verlust', 'Replacement after loss'],
        }),
        choice('licenceKind', ['Art', 'Kind'], {
          full: ['Fischereischein', 'Fishing licence'],
          youth: ['Jugendfischereischein', 'Youth fishing licence'],
        }),
        text('examPlace', ['Ort der Fischerprüfung', 'Place of the fishing examination'], 80, { optional: true }),
        date('examSince', ['Tag der Fischerprüfung', 'Day of the fishing examination'], { optional: true }),
        text('formerLicence', ['Nummer des bisherigen Fischereischeins', 'Number of the former licence'], 30, { optional: true }),
      ),
      truthfulness,
    ],
  ],
})
