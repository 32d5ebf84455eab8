import { choice, confirmation, date, demoService, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, locality, truthfulness } from './common.ts'

const legalForm = choice('legalForm', ['Rechtsform', 'Legal form'], {
  sole: ['Einzelunternehmen', 'Sole proprietorship'],
  gbr: ['Gesellschaft bürgerlichen Rechts', 'Civil-law partnership'],
  gmbh: ['GmbH', 'Limited company'],
  ug: ['UG (haftungsbeschränkt)', 'Entrepreneurial company'],
})

const premises = section(
  ['Betriebsstätte', 'Premises'],
  text('businessStreet', ['Straße und Hausnummer', 'Street and number'], 100),
  locality('businessLocality', ['Ortschaft der Betriebsstätte', 'Locality of the premises']),
)

export const businessRegistration = demoService({
  id: 'business-registration',
  title: ['Gewerbeanmeldung', 'Business registration'],
  department: 'ordnung',
  legalBasis: '§ 14 Abs. 1 Satz 1 GewO',
  deadline: confirmation(3),
  weight: 7,
  versions: [
    [
      applicant,
      section(
        ['Der Betrieb', 'The business'],
        text('businessName', ['Firma oder Geschäftsbezeichnung', 'Name of the business'], 150),
        legalForm,
        text('activity', ['Genaue Tätigkeit', 'Activity in detail'], 2_000, {
          help: ['Je genauer, desto weniger Rückfragen', 'The more precise, the fewer questions'],
        }),
        date('startsOn', ['Beginn der Tätigkeit', 'Start of the activity']),
        wholeNumber('fullTimeStaff', ['Beschäftigte in Vollzeit', 'Full-time employees'], 0, 5_000),
        wholeNumber('partTimeStaff', ['Beschäftigte in Teilzeit', 'Part-time employees'], 0, 5_000),
        yesNo('isSideline', ['Nebenerwerb', 'Sideline']),
        yesNo('needsPermit', ['Erlaubnispflichtige Tätigkeit', 'Activity that needs a permit']),
      ),
      premises,
      truthfulness,
    ],
  ],
})

export const businessChange = demoService({
  id: 'business-change',
  title: ['Gewerbeummeldung', 'Change of a business'],
  department: 'ordnung',
  legalBasis: '§ 14 Abs. 1 Satz 2 Nr. 1 und 2 GewO',
  deadline: confirmation(3),
  weight: 4,
  versions: [
    [
      applicant,
      section(
        ['Die Änderung', 'The change'],
        text('businessName', ['Firma oder Geschäftsbezeichnung', 'Name of the business'], 150),
        choice('changeKind', ['Was ändert sich?', 'What changes?'], {
          address: ['Verlegung der Betriebsstätte', 'Move of the premises'],
          activity: ['Erweiterung oder Wechsel der Tätigkeit', 'Extended or new activity'],
          name: ['Name oder Rechtsform', 'Name or legal form'],
        }),
        text('changeDetails', ['Beschreibung der Änderung', 'Description of the change'], 2_000),
        date('changesOn', ['Änderung zum', 'Change as of']),
      ),
      premises,
      truthfulness,
    ],
  ],
})

export const businessDeregistration = demoService({
  id: 'business-deregistration',
  title: ['Gewerbeabmeldung', 'Business deregistration'],
  department: 'ordnung',
  legalBasis: '§ 14 Abs. 1 Satz 2 Nr. 3 GewO',
  deadline: confirmation(3),
  weight: 4,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Abmeldung', 'The deregistration'],
        text('businessName', ['Firma oder Geschäftsbezeichnung', 'Name of the business'], 150),
        legalForm,
        date('endsOn', ['Aufgabe zum', 'Closed as of']),
        choice('endReason', ['Grund der Aufgabe', 'Reason'], {
          economic: ['Wirtschaftliche Gründe', 'Economic reasons'],
          age: ['Alter oder Gesundheit', 'Age or health'],
          handover: ['Übergabe oder Verkauf', 'Handed over or sold'],
          moved: ['Verlegung in eine andere Gemeinde', 'Moved to another town'],
        }),
      ),
      truthfulness,
    ],
  ],
})
