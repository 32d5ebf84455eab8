import { choice, confirmed, date, email, pattern, section, text, type Section } from '../form-builder.ts'
import { LOCALITY_NAMES } from '../town.ts'

const localities = Object.fromEntries(LOCALITY_NAMES.map(name => [name, [name, name] as const]))

/** Who applies: the same questions in every form, so that a citizen learns them once. */
export const applicant: Section = section(
  ['Ihre Angaben', 'About you'],
  text('firstName', ['Vorname', 'First name'], 80),
  text('lastName', ['Nachname', 'Last name'], 80),
  date('birthDate', ['Geburtsdatum', 'Date of birth']),
  text('street', ['Straße', 'Street'], 80),
  text('houseNumber', ['Hausnummer', 'House number'], 10),
  pattern('postalCode', ['Postleitzahl', 'Postal code'], '^[0-9]{5}$', 5),
  choice('locality', ['Ortschaft', 'Locality'], localities),
  email('email', ['E-Mail-Adresse', 'E-mail address'], {
    help: ['Wir schreiben nur, dass etwas im Postfach liegt.', 'We only write that something is in your mailbox.'],
  }),
  text('telephone', ['Telefon', 'Telephone'], 40, { optional: true }),
)

export const truthfulness: Section = section(
  ['Erklärung', 'Declaration'],
  confirmed('isTruthful', ['Meine Angaben sind vollständig und wahr.', 'My statements are complete and true.']),
)

export const bankAccount: Section = section(
  ['Bankverbindung', 'Bank account'],
  text('accountHolder', ['Kontoinhaberin oder Kontoinhaber', 'Account holder'], 120),
  pattern('iban', ['IBAN', 'IBAN'], '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$', 34),
)

export const locality = (key: string, label: readonly [string, string]) => choice(key, label, localities)

/** A piece of land as the land register names it. */
export const parcel = [
  text('cadastralDistrict', ['Gemarkung', 'Cadastral district'], 60),
  text('cadastralSection', ['Flur', 'Section'], 10),
  text('parcel', ['Flurstück', 'Parcel'], 30),
]
