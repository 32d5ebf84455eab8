import type { JsonObject } from '../../../shared/json.ts'
import { inventCitizen } from '../citizen.ts'
import { createRandom } from '../random.ts'
import type { SentForm } from './sender.ts'

/** A form as the portal has it, and the town's service it is for. */
export const DOG_SCHEMA = 'https://schema.fitko.de/fim/s00000114_1.1.schema.json'
export const DOG_SERVICE_IDENTIFIER = 'urn:de:fim:leika:leistung:99123456760610'

const question = (title: string, type = 'string') => ({ title, type })

/** The questions of that form as a FIM schema writes them. */
export const DOG_FORM: JsonObject = {
  $id: DOG_SCHEMA, title: 'Anmeldung eines Hundes', type: 'object',
  properties: {
    G00000001: { title: 'Angaben zur Person', type: 'object', properties: {
      F00000001: question('Vorname'), F00000002: question('Nachname'), F00000003: question('Geburtsdatum'), F00000004: question('Straße'), F00000005: question('Hausnummer'),
      F00000006: question('Postleitzahl'), F00000007: question('Ort'), F00000008: question('E-Mail-Adresse'), F00000009: question('Familienstand'),
    } },
    G00000002: { title: 'Angaben zum Hund', type: 'object', properties: {
      F00000010: question('Rufname'), F00000011: question('Rasse'), F00000012: question('Geschlecht'), F00000013: question('Wurfdatum'), F00000014: question('Gehalten seit'),
      F00000015: question('Transpondernummer'), F00000016: question('Versicherer'), F00000017: question('Versicherungsnummer'), F00000018: question('Weitere Hunde'),
    } },
    F00000019: question('Meine Angaben sind wahr.', 'boolean'),
  },
}

/** To which field of the town's form each answer belongs. What is not here has none. */
export const DOG_FIELDS: Readonly<Record<string, string>> = {
  'G00000001/F00000001': 'firstName', 'G00000001/F00000002': 'lastName', 'G00000001/F00000003': 'birthDate', 'G00000001/F00000004': 'street', 'G00000001/F00000005': 'houseNumber',
  'G00000001/F00000006': 'postalCode', 'G00000001/F00000007': 'locality', 'G00000001/F00000008': 'email',
  'G00000002/F00000010': 'dogName', 'G00000002/F00000011': 'breed', 'G00000002/F00000012': 'dogSex', 'G00000002/F00000013': 'dogBirthDate', 'G00000002/F00000014': 'keptSince',
  'G00000002/F00000015': 'chipNumber', 'G00000002/F00000016': 'insurer', 'G00000002/F00000017': 'insuranceNumber', 'G00000002/F00000018': 'otherDogs', F00000019: 'isTruthful',
}

const DOGS = ['Bello', 'Luna', 'Balu', 'Emma', 'Rocky', 'Nala', 'Bruno', 'Lotte'] as const
const BREEDS = ['Labrador', 'Dackel', 'Schäferhund', 'Beagle', 'Mischling', 'Pudel'] as const

/** Somebody fills the portal's form; every number gives another one, the same one again. */
export function inventedForm(seed: number): Omit<SentForm, 'destinationId' | 'replyKey'> {
  const random = createRandom(seed)
  const citizen = inventCitizen(random)
  const data: JsonObject = {
    G00000001: {
      F00000001: citizen.firstName, F00000002: citizen.lastName, F00000003: citizen.birthDate, F00000004: citizen.street, F00000005: citizen.houseNumber, F00000006: citizen.postalCode,
      F00000007: citizen.locality, F00000008: citizen.email, F00000009: random.pick(['ledig', 'verheiratet', 'verwitwet']),
    },
    G00000002: {
      F00000010: random.pick(DOGS), F00000011: random.pick(BREEDS), F00000012: random.pick(['Rüde', 'Hündin']), F00000013: `202${random.between(0, 5)}-0${random.between(1, 9)}-1${random.between(0, 9)}`,
      F00000014: '01.10.2026', F00000015: `2760${String(random.between(0, 99_999_999_999)).padStart(11, '0')}`, F00000016: 'Beispiel-Versicherung', F00000017: `H-${random.between(10_000, 99_999)}`, F00000018: String(random.between(0, 2)),
    },
    F00000019: true,
  }
  return { schemaUri: DOG_SCHEMA, serviceIdentifier: DOG_SERVICE_IDENTIFIER, data, files: [{ filename: 'impfausweis.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }] }
}
