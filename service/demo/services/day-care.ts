import { amount, choice, date, demoService, ownTarget, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, bankAccount, truthfulness } from './common.ts'

const facility = choice('facility', ['Einrichtung', 'Day-care centre'], {
  'kita-anne-frank': ['Kita „Anne Frank“ Tangerhütte', 'Day care “Anne Frank”, Tangerhütte'],
  'kita-friedrich-froebel': ['Kita „Friedrich Fröbel“ Tangerhütte', 'Day care “Friedrich Fröbel”, Tangerhütte'],
  'kita-luederitz': ['Kita „Waldwichtel“ Lüderitz', 'Day care “Waldwichtel”, Lüderitz'],
  'kita-grieben': ['Kita „Elbspatzen“ Grieben', 'Day care “Elbspatzen”, Grieben'],
  'kita-cobbel': ['Kita „Rehkitz“ Cobbel', 'Day care “Rehkitz”, Cobbel'],
  'hort-tangerhuette': ['Hort Tangerhütte', 'After-school care Tangerhütte'],
})

const child = [
  text('childFirstName', ['Vorname des Kindes', 'First name of the child'], 80),
  text('childLastName', ['Nachname des Kindes', 'Last name of the child'], 80),
  date('childBirthDate', ['Geburtsdatum des Kindes', 'Date of birth of the child']),
  facility,
]

export const dayCareRegistration = demoService({
  id: 'day-care-registration',
  title: ['Kita-Anmeldung', 'Day-care registration'],
  department: 'bildung',
  legalBasis: '§ 3 KiFöG',
  deadline: ownTarget(30),
  weight: 9,
  versions: [
    [
      applicant,
      section(
        ['Das Kind', 'The child'],
        ...child,
        date('wantedFrom', ['Betreuung ab', 'Care from']),
        wholeNumber('hoursPerDay', ['Stunden am Tag', 'Hours a day'], 3, 11),
        text('specialNeeds', ['Besonderheiten (Allergien, Förderbedarf)', 'Special needs (allergies, support)'], 1_000, { optional: true }),
      ),
      truthfulness,
    ],
  ],
})

export const dayCareDeregistration = demoService({
  id: 'day-care-deregistration',
  title: ['Kita-Abmeldung', 'Day-care deregistration'],
  department: 'bildung',
  legalBasis: 'Benutzungssatzung der Kindertageseinrichtungen',
  deadline: ownTarget(14),
  weight: 5,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Das Kind', 'The child'],
        ...child,
        date('endsOn', ['Abmeldung zum', 'Deregistered as of']),
        choice('endReason', ['Grund', 'Reason'], {
          school: ['Schuleintritt', 'Starts school'],
          moved: ['Umzug', 'Move'],
          other: ['Anderer Grund', 'Other reason'],
        }),
      ),
      truthfulness,
    ],
  ],
})

export const dayCareRefund = demoService({
  id: 'day-care-refund',
  title: ['Erstattung von Kita-Beiträgen', 'Refund of day-care fees'],
  department: 'bildung',
  legalBasis: 'Kostenbeitragssatzung der Kindertageseinrichtungen',
  deadline: ownTarget(30),
  weight: 8,
  versions: [
    [
      applicant,
      section(
        ['Die Erstattung', 'The refund'],
        ...child,
        date('refundFrom', ['Erstattung von', 'Refund from']),
        date('refundTo', ['Erstattung bis', 'Refund until']),
        amount('refundAmount', ['Betrag in Euro', 'Amount in euros'], 20_000),
        choice('refundReason', ['Anlass', 'Occasion'], {
          illness: ['Längere Krankheit des Kindes', 'Longer illness of the child'],
          closure: ['Schließung der Einrichtung', 'Closure of the centre'],
          overpaid: ['Zu viel gezahlt', 'Overpaid'],
        }),
        yesNo('hasProof', ['Nachweis liegt bei', 'Proof is attached']),
      ),
      bankAccount,
      truthfulness,
    ],
  ],
})
