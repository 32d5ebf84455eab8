import type { JsonObject } from '../../shared/json.ts'
import { twoDigits, type Citizen } from './citizen.ts'
import { BREEDS, BUSINESSES, DOG_NAMES, EVENTS, FIRST_NAMES, LAST_NAMES, STREETS, TREES, WARES } from './names.ts'
import type { Random } from './random.ts'

/** An answer of a citizen, who knows what they have answered before in the same form. */
type Answer = (random: Random, citizen: Citizen, given: JsonObject) => string | number

const textIn = (given: JsonObject, key: string): string => {
  const value = given[key]
  return typeof value === 'string' ? value : ''
}

const somebody: Answer = random => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`
const yearIn = (given: JsonObject, key: string): number => Number(/^\d{4}/.exec(textIn(given, key))?.[0])
const isAboutSelf = (given: JsonObject): boolean => given['relation'] === 'self'

/** What a person would write where the schema alone does not tell. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  dogName: random => random.pick(DOG_NAMES),
  breed: random => random.pick(BREEDS),
  chipNumber: random => `276${String(random.between(100_000, 999_999))}${String(random.between(100_000, 999_999))}`,
  insurer: random => random.pick(['ÖSA', 'Allianz', 'HUK-Coburg', 'DEVK']),
  insuranceNumber: random => `VS-${random.between(100_000, 999_999)}`,
  otherDogs: random => random.between(0, 2),
  taxNumber: random => `5-0${random.between(10_000, 99_999)}`,
  newOwner: somebody,
  businessName: (random, citizen) => `${random.pick(BUSINESSES)} ${citizen.lastName}`,
  activity: random => `${random.pick(BUSINESSES)}: Ausführung aller üblichen Arbeiten, Beratung und Verkauf von Zubehör`,
  businessStreet: random => `${random.pick(STREETS)} ${random.between(1, 90)}`,
  fullTimeStaff: random => random.between(0, 12),
  partTimeStaff: random => random.between(0, 8),
  changeDetails: random => `Die Werkstatt zieht in die ${random.pick(STREETS)}, Öffnungszeiten bleiben gleich.`,
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
  responsible: somebody,
  responsibleTelephone: random => `0171 ${random.between(1_000_000, 9_999_999)}`,
  guests: random => random.between(10, 300),
  certificateKind: random => random.weighted([['simple', 4], ['extended', 1]]),
  copies: random => random.weighted([[1, 6], [2, 3], [3, 1]]),
  soughtAddress: random => `${random.pick(STREETS)} ${random.between(1, 90)}, 39517 Tangerhütte`,
  commercialPurpose: random => random.pick(['Durchsetzung einer Forderung', 'Zustellung einer Mahnung', 'Abgleich der Kundenkartei']),
  relation: (random, _, given) => random.pick(given['recordKind'] === 'death' ? ['spouse', 'line', 'interest'] : ['self', 'line', 'interest']),
  recordFirstName: (random, citizen, given) => (isAboutSelf(given) ? citizen.firstName : random.pick(FIRST_NAMES)),
  recordLastName: (_, citizen) => citizen.lastName,
  registerNumber: random => `G ${random.between(1, 240)}/${random.between(1960, 2024)}`,
  weddingGuests: random => random.between(2, 60),
  examPlace: random => random.pick(['Stendal', 'Tangerhütte', 'Magdeburg', 'Gardelegen']),
  formerLicence: random => `FS-${random.between(10_000, 99_999)}`,
  licencePlate: random => `SDL-${random.pick(['A', 'BK', 'HM', 'JS', 'K', 'RT', 'WE'])} ${random.between(1, 9_999)}`,
  keeper: random => random.weighted([['self', 8], ['employer', 1], ['relative', 1]]),
  vehicleKind: random => random.weighted([['car', 12], ['camper', 1], ['van', 2]]),
  travellingGoods: random => random.pick(WARES),
  cardCopies: random => random.between(0, 3),
  placeOfBirth: random => random.pick(['Stendal', 'Tangerhütte', 'Magdeburg', 'Halle (Saale)', 'Genthin', 'Berlin']),
  nationality: random => random.weighted([['deutsch', 9], ['polnisch', 1], ['vietnamesisch', 1]]),
  occasion: random => random.pick(EVENTS),
  organiser: (random, citizen) => `${random.pick(['Heimatverein', 'Freiwillige Feuerwehr', 'Sportverein', 'Kulturverein'])} ${citizen.locality}`,
  eventPlace: random => random.pick(['Festplatz', 'Sportplatz', 'Kirchplatz', 'Dorfplatz', 'Stadtpark, Wiese am Pavillon']),
  drinks: (random, _, given) => random.pick(given['servesAlcohol'] === true
    ? ['Bier, Wein, Wasser, Limonade', 'Glühwein, Kinderpunsch, Kaffee', 'Bier vom Fass, Cola, Wasser']
    : ['Kaffee, Tee, Saft, Wasser', 'Limonade, Cola, Wasser', 'Kinderpunsch, Kakao, Tee']),
  dishes: random => random.pick(['Bratwurst und Steak vom Grill', 'Kuchen und Waffeln', 'Erbsensuppe, Fischbrötchen', 'Schmalzbrote, Gurken']),
  posterCount: random => random.between(5, 60),
  posterSize: random => random.weighted([['a1', 6], ['a2', 3], ['large', 1]]),
  posterPlaces: random => `Laternen in der ${random.pick(STREETS)} und der ${random.pick(STREETS)}, dazu Lüderitz und Grieben`,
  marketGoods: random => random.pick(WARES),
  marketName: (random, citizen) => `${random.pick(['Bauernmarkt', 'Töpfermarkt', 'Weihnachtsmarkt', 'Flohmarkt', 'Pflanzenmarkt'])} ${citizen.locality}`,
  stallCount: random => random.between(8, 60),
  stallLength: random => random.between(2, 9),
  stallDepth: random => random.between(2, 4),
  debtAmount: random => random.between(8_000, 420_000) / 100,
  instalments: random => random.pick([3, 6, 10, 12]),
  deferralReason: random => random.pick([
    'Ich war drei Monate in Kurzarbeit und kann den Betrag nur in Raten zahlen.',
    'Ein großer Kunde hat nicht bezahlt, im nächsten Quartal ist das Geld da.',
    'Die Heizung musste plötzlich erneuert werden, das Konto ist leer.',
  ]),
  meterNumber: random => `${random.between(10_000_000, 99_999_999)}`,
  meterReading: random => random.between(0, 900),
  calibratedUntil: (random, _, given) => yearIn(given, 'meterReadSince') + random.between(1, 5),
  pupilLastName: (_, citizen) => citizen.lastName,
  collectedBy: (random, citizen) => `Großeltern ${citizen.lastName}, ${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
  clubName: (random, citizen) => `${random.pick(['Heimatverein', 'Sportverein', 'Schützenverein', 'Kulturverein', 'Förderverein Feuerwehr'])} ${citizen.locality} e. V.`,
  clubRegister: random => `VR ${random.between(100, 9_999)}`,
  clubMembers: random => random.between(12, 240),
  clubYoungMembers: (random, _, given) => random.between(0, Math.floor(Number(given['clubMembers']) / 2)),
  projectTitle: random => random.pick(['Neue Bänke für das Vereinsheim', 'Trikots für die Jugend', 'Dorffest mit Umzug', 'Chronik der Ortschaft', 'Erneuerung der Flutlichtanlage']),
  projectDescription: random => `Das Vorhaben kommt ${random.pick(['den Jugendlichen', 'allen im Ort', 'den Mitgliedern und Gästen'])} zugute, die Arbeiten leisten wir überwiegend selbst.`,
  projectCosts: random => random.between(5, 180) * 100,
  fundingAmount: (random, _, given) => Math.floor(Number(given['projectCosts']) * random.pick([0.3, 0.5, 0.8])),
  hallGuests: random => random.between(15, 120),
  parcelArea: random => random.between(180, 4_500),
  notary: somebody,
  deedNumber: random => `${random.between(100, 2_400)}/${random.between(2024, 2026)}`,
  purchasePrice: random => random.between(12, 380) * 1_000,
  redevelopmentDetails: (random, _, given) => random.pick(given['redevelopmentKind'] === 'building'
    ? ['Die Fenster zur Straße werden durch Holzfenster in alter Teilung ersetzt.', 'Das Dach wird neu gedeckt, die Form bleibt.']
    : ['Am Haus selbst ändert sich nichts, der Entwurf des Vertrages liegt bei.', 'Das Grundstück bleibt in der Familie, die Nutzung bleibt gleich.']),
  worksCosts: random => random.between(4, 160) * 1_000,
  graveField: random => `Feld ${random.pick(['A', 'B', 'C', 'D'])}, Nr. ${random.between(1, 180)}`,
  deceasedName: (random, citizen) => `${random.pick(FIRST_NAMES)} ${citizen.lastName}`,
  extensionYears: random => random.pick([5, 10, 15, 20]),
}

/** Answers told by how a question's key ends. */
export const ANSWERS_BY_ENDING: readonly (readonly [ending: RegExp, answer: Answer])[] = [
  [/FirstName$/, random => random.pick(FIRST_NAMES)],
  [/LastName$/, random => random.pick(LAST_NAMES)],
  [/Start$/, random => `${twoDigits(random.between(8, 16))}:${random.pick(['00', '30'])}`],
  [/End$/, random => `${random.between(18, 22)}:${random.pick(['00', '30'])}`],
]
