import * as z from 'zod'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Citizen } from './citizen.ts'
import { BREEDS, BUSINESSES, DOG_NAMES, FIRST_NAMES, LAST_NAMES, STREETS, TREES } from './names.ts'
import type { Random } from './random.ts'

const Property = z.looseObject({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  const: z.boolean().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
})
type Property = z.infer<typeof Property>

const FormSchema = z.looseObject({ properties: z.record(z.string(), Property), required: z.array(z.string()) })

type Answer = (random: Random, citizen: Citizen) => string | number

/** What a person would write where the schema alone does not tell. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  dogName: random => random.pick(DOG_NAMES),
  breed: random => random.pick(BREEDS),
  chipNumber: random => `276${String(random.between(100_000, 999_999))}${String(random.between(100_000, 999_999))}`,
  insurer: random => random.pick(['ÖSA', 'Allianz', 'HUK-Coburg', 'DEVK']),
  insuranceNumber: random => `VS-${random.between(100_000, 999_999)}`,
  otherDogs: random => random.between(0, 2),
  taxNumber: random => `5-0${random.between(10_000, 99_999)}`,
  newOwner: random => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
  businessName: (random, citizen) => `${random.pick(BUSINESSES)} ${citizen.lastName}`,
  activity: random => `${random.pick(BUSINESSES)}: Ausführung aller üblichen Arbeiten, Beratung und Verkauf von Zubehör`,
  businessStreet: random => `${random.pick(STREETS)} ${random.between(1, 90)}`,
  fullTimeStaff: random => random.between(0, 12),
  partTimeStaff: random => random.between(0, 8),
  changeDetails: random => `Die Werkstatt zieht in die ${random.pick(STREETS)}, Öffnungszeiten bleiben gleich.`,
  childFirstName: random => random.pick(FIRST_NAMES),
  childLastName: (_, citizen) => citizen.lastName,
  specialNeeds: random => random.pick(['Nussallergie', 'keine', 'Laktoseintoleranz', 'Brille']),
  refundAmount: random => random.between(2_000, 60_000) / 100,
  accountHolder: (_, citizen) => `${citizen.firstName} ${citizen.lastName}`,
  iban: random => `DE${random.between(10, 99)}81050555${String(random.between(1_000_000_000, 9_999_999_999))}`,
  cadastralDistrict: (_, citizen) => citizen.locality,
  cadastralSection: random => random.between(1, 14).toString(),
  parcel: random => `${random.between(1, 400)}/${random.between(1, 20)}`,
  propertyStreet: random => random.pick(STREETS),
  treeSpecies: random => random.pick(TREES),
  trunkGirth: random => random.between(60, 320),
  fellingReason: random => `Der Baum ist ${random.pick(['morsch', 'von Pilz befallen', 'schief'])} und gefährdet das Dach und den Gehweg.`,
  usePlace: random => `${random.pick(STREETS)}, vor Haus ${random.between(1, 90)}`,
  useArea: random => random.between(6, 60),
  fireStart: random => `${random.between(17, 20)}:00`,
  firePlace: random => random.pick(['Festwiese am Sportplatz', 'Dorfplatz', 'Wiese hinter der Feuerwehr']),
  responsible: random => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
  responsibleTelephone: random => `0171 ${random.between(1_000_000, 9_999_999)}`,
  guests: random => random.between(10, 300),
}

/** A believable, valid answer to a form by a citizen at a moment (ms since 1970); about half of the optional questions are left out. */
export function fillForm(schema: JsonObject, citizen: Citizen, random: Random, atMs: number): JsonObject {
  const { properties, required } = FormSchema.parse(schema)
  const asked = Object.entries(properties).filter(([key]) => required.includes(key) || random.chance(0.5))
  return Object.fromEntries(asked.map(([key, property]) => [key, answer(key, property, citizen, random, atMs)]))
}

function answer(key: string, property: Property, citizen: Citizen, random: Random, atMs: number): string | number | boolean {
  if (key in citizen) return citizen[key as keyof Citizen]
  const own = ANSWERS[key]
  if (own) return own(random, citizen)
  if (property.enum) return property.enum.includes(citizen.locality) ? citizen.locality : random.pick(property.enum)
  if (property.type === 'boolean') return property.const ?? random.chance(0.3)
  if (property.type === 'string') return property.format === 'date' ? dayNear(key, atMs, random) : 'Keine Angabe'
  return random.between(property.minimum ?? 0, Math.min(property.maximum ?? 10, 10))
}

/** A day that makes sense for the question: births of children and dogs lie back, beginnings lie ahead. */
function dayNear(key: string, atMs: number, random: Random): string {
  const isPast = /Birth|Since|left/.test(key)
  const days = /child.*Birth/.test(key) ? -random.between(300, 2_500) : isPast ? -random.between(20, 900) : random.between(3, 90)
  return instantFromMs(atMs + days * 86_400_000).slice(0, 10)
}
