import { choice, date, demoService, ownTarget, pattern, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, truthfulness } from './common.ts'

const dog = [
  text('dogName', ['Rufname des Hundes', 'Name of the dog'], 40),
  text('breed', ['Rasse', 'Breed'], 60, {
    help: ['Bei Mischlingen beide Rassen, soweit bekannt', 'For mixed breeds both breeds as far as known'],
  }),
  choice('dogSex', ['Geschlecht', 'Sex'], { male: ['Rüde', 'Male'], female: ['Hündin', 'Female'] }),
  date('dogBirthDate', ['Geburtsdatum des Hundes', 'Date of birth of the dog']),
  date('keptSince', ['Gehalten seit', 'Kept since']),
]

const chip = pattern('chipNumber', ['Transpondernummer', 'Transponder number'], '^[0-9]{15}$', 15, {
  help: ['15 Ziffern, vom Tierarzt', '15 digits, from the vet'],
})

const insurance = [
  text('insurer', ['Haftpflichtversicherung', 'Liability insurance'], 80),
  text('insuranceNumber', ['Versicherungsnummer', 'Insurance number'], 40),
]

export const dogRegistration = demoService({
  id: 'dog-registration',
  title: ['Hundeanmeldung', 'Dog registration'],
  department: 'steuern',
  legalBasis: 'Hundesteuersatzung',
  deadline: ownTarget(14),
  weight: 14,
  versions: [
    [applicant, section(['Der Hund', 'The dog'], ...dog), truthfulness],
    [
      applicant,
      section(['Der Hund', 'The dog'], ...dog, chip),
      section(
        ['Haltung und Versicherung', 'Keeping and insurance'],
        ...insurance,
        wholeNumber('otherDogs', ['Weitere Hunde im Haushalt', 'Other dogs in the household'], 0, 20),
        yesNo('isAssistanceDog', ['Assistenz- oder Rettungshund', 'Assistance or rescue dog']),
      ),
      truthfulness,
    ],
  ],
})

export const dogDeregistration = demoService({
  id: 'dog-deregistration',
  title: ['Hundeabmeldung', 'Dog deregistration'],
  department: 'steuern',
  legalBasis: 'Hundesteuersatzung',
  deadline: ownTarget(14),
  weight: 8,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Die Abmeldung', 'The deregistration'],
        text('dogName', ['Rufname des Hundes', 'Name of the dog'], 40),
        text('taxNumber', ['Kassenzeichen', 'Cash reference'], 30, { optional: true }),
        choice('leavingReason', ['Grund', 'Reason'], {
          deceased: ['Verstorben', 'Deceased'],
          sold: ['Abgegeben oder verkauft', 'Given away or sold'],
          moved: ['Wegzug aus dem Stadtgebiet', 'Moved out of town'],
          lost: ['Entlaufen', 'Lost'],
        }),
        date('leftOn', ['Abmeldung zum', 'Deregistered as of']),
        text('newOwner', ['Neue Halterin oder neuer Halter', 'New owner'], 200, { optional: true }),
      ),
      truthfulness,
    ],
  ],
})
