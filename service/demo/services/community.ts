import { amount, choice, confirmed, date, demoService, ownTarget, section, text, timeOfDay, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, bankAccount, truthfulness } from './common.ts'

export const holidayCare = demoService({
  id: 'holiday-care',
  title: ['Anmeldung zur Ferienbetreuung im Hort', 'Registration for holiday care'],
  department: 'bildung',
  legalBasis: '§ 3 KiFöG, Benutzungssatzung der Kindertageseinrichtungen',
  deadline: ownTarget(21),
  weight: 6,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Das Kind', 'The child'],
        text('pupilFirstName', ['Vorname des Kindes', 'First name of the child'], 80),
        text('pupilLastName', ['Nachname des Kindes', 'Last name of the child'], 80),
        date('pupilBirthDate', ['Geburtsdatum des Kindes', 'Date of birth of the child']),
        choice('schoolYear', ['Klasse', 'Year'], {
          one: ['1. Klasse', 'Year 1'], two: ['2. Klasse', 'Year 2'], three: ['3. Klasse', 'Year 3'], four: ['4. Klasse', 'Year 4'],
        }),
      ),
      section(
        ['Die Betreuung', 'The care'],
        choice('holidays', ['Ferien', 'Holidays'], {
          winter: ['Winterferien', 'Winter holidays'], easter: ['Osterferien', 'Easter holidays'],
          summer: ['Sommerferien', 'Summer holidays'], autumn: ['Herbstferien', 'Autumn holidays'],
        }),
        date('careFrom', ['Von', 'From']),
        date('careTo', ['Bis', 'Until']),
        wholeNumber('hoursPerDay', ['Stunden am Tag', 'Hours a day'], 3, 10),
        yesNo('wantsLunch', ['Mittagessen gewünscht', 'Wants lunch']),
        text('collectedBy', ['Wer darf das Kind abholen?', 'Who may collect the child?'], 200, { optional: true }),
      ),
      truthfulness,
    ],
  ],
})

export const clubFunding = demoService({
  id: 'club-funding',
  title: ['Förderung eines Vereins', 'Funding of a club'],
  department: 'bildung',
  legalBasis: 'Richtlinie zur Förderung der Vereine',
  deadline: ownTarget(60),
  weight: 4,
  versions: [
    [
      applicant,
      section(
        ['Der Verein', 'The club'],
        text('clubName', ['Name des Vereins', 'Name of the club'], 150),
        text('clubRegister', ['Vereinsregisternummer', 'Number in the register of clubs'], 20, { optional: true }),
        wholeNumber('clubMembers', ['Mitglieder', 'Members'], 7, 5_000),
        wholeNumber('clubYoungMembers', ['Davon unter 18 Jahren', 'Of these under 18'], 0, 5_000),
        yesNo('isCharitable', ['Als gemeinnützig anerkannt', 'Recognised as charitable']),
      ),
      section(
        ['Das Vorhaben', 'The project'],
        text('projectTitle', ['Bezeichnung des Vorhabens', 'Name of the project'], 200),
        text('projectDescription', ['Beschreibung', 'Description'], 3_000),
        date('projectFrom', ['Beginn', 'Start']),
        date('projectTo', ['Ende', 'End']),
        amount('projectCosts', ['Gesamtkosten in Euro', 'Total costs in euros'], 500_000),
        amount('fundingAmount', ['Beantragte Förderung in Euro', 'Funding applied for in euros'], 50_000),
      ),
      bankAccount,
      truthfulness,
    ],
  ],
})

export const villageHall = demoService({
  id: 'village-hall',
  title: ['Nutzung eines Dorfgemeinschaftshauses', 'Use of a village hall'],
  department: 'bau',
  legalBasis: 'Benutzungs- und Gebührensatzung der Dorfgemeinschaftshäuser',
  deadline: ownTarget(10),
  weight: 8,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Nutzung', 'The use'],
        choice('hall', ['Haus', 'Hall'], {
          bellingen: ['Bellingen', 'Bellingen'], bittkau: ['Bittkau', 'Bittkau'], demker: ['Demker', 'Demker'], grieben: ['Grieben', 'Grieben'],
          luederitz: ['Lüderitz', 'Lüderitz'], uchtdorf: ['Uchtdorf', 'Uchtdorf'],
        }),
        choice('hallOccasion', ['Anlass', 'Occasion'], {
          family: ['Familienfeier', 'Family celebration'], club: ['Vereinsveranstaltung', 'Club event'],
          meeting: ['Versammlung', 'Meeting'], course: ['Kurs oder Sport', 'Course or sport'],
        }),
        date('hallFrom', ['Von', 'From']),
        date('hallTo', ['Bis', 'Until']),
        timeOfDay('hallStart', ['Beginn (Uhrzeit)', 'Start (time)']),
        timeOfDay('hallEnd', ['Ende (Uhrzeit)', 'End (time)']),
        wholeNumber('hallGuests', ['Erwartete Gäste', 'Expected guests'], 1, 150),
        yesNo('usesKitchen', ['Küche wird genutzt', 'Uses the kitchen']),
        yesNo('hasMusic', ['Musik wird gespielt', 'Music is played']),
        confirmed('acceptsRules', ['Ich halte die Hausordnung ein.', 'I will keep the house rules.']),
      ),
      truthfulness,
    ],
  ],
})
