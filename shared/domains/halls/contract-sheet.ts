import { germanDay, germanTime } from '../../german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { writtenDay } from '../letters/letter-for.ts'
import type { Sheet } from '../letters/sheet.ts'
import type { Letterhead } from '../staff/tables.ts'
import { sumOfPrices, totalOf, type Times } from './prices.ts'
import type { Hall, HallBooking, Tenant } from './tables.ts'

interface Contracted {
  readonly hall: Hall
  /** One booking, or those of a series; all by the same tenant. */
  readonly bookings: readonly HallBooking[]
  readonly letterhead: Letterhead | null
  readonly clerkName: string
  /** The number of the contract; empty until the service has given one. */
  readonly reference: string
  /** The contract that this one takes the place of. */
  readonly replaces?: { readonly version: number; readonly madeAt: Instant }
}

const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
const inEuro = (cents: number): string => EURO.format(cents / 100)

const paragraph = (text: string): Sheet['blocks'][number] => ({ kind: 'paragraph', text })
const heading = (text: string): Sheet['blocks'][number] => ({ kind: 'heading', text })
const given = (title: string, text: string): readonly Sheet['blocks'][number][] => (text.trim() ? [heading(title), ...text.trim().split(/\n{2,}/).map(paragraph)] : [])

/** The contract about letting a hall. */
export function contractSheet(contracted: Contracted): Sheet {
  const { hall, bookings, letterhead, replaces } = contracted
  const tenant = tenantOf(bookings)
  return {
    ...addressed(contracted, tenant),
    subject: `Mietvertrag über „${hall.name}“`,
    blocks: [
      paragraph(`Zwischen der ${letterhead?.authority ?? 'Stadt'} (Vermieterin) und ${party(tenant)} (Mieter) wird dieser Vertrag geschlossen.`),
      ...(replaces ? [paragraph(`Dies ist die ${replaces.version + 1}. Fassung. Sie ersetzt die ${replaces.version}. Fassung vom ${writtenDay(germanDay(replaces.madeAt))}.`)] : []),
      heading('Gegenstand'),
      paragraph([`${hall.name}, ${hall.address || hall.locality}`, `Zweck: ${bookings[0]?.purpose ?? ''}, bis zu ${bookings[0]?.persons ?? 0} Personen`, ...equipped(hall)].join('\n')),
      heading(bookings.length > 1 ? `Mietzeiten (${bookings.length})` : 'Mietzeit'),
      bookings.length > 1 ? { kind: 'list', items: bookings.map(writtenTimes) } : paragraph(bookings.map(writtenTimes).join('\n')),
      heading('Miete und Kaution'),
      priceTable(bookings),
      paragraph(`Die Kaution von ${inEuro(depositOf(bookings))} ist bei der Übergabe des Schlüssels zu zahlen. Sie wird nach der Rückgabe erstattet, soweit nichts beschädigt, verloren oder nachzureinigen ist.`),
      ...given('Schlüssel', hall.keyPlace),
      ...given('Hausordnung', hall.houseRules),
      ...given('Rücktritt und Widerruf', hall.withdrawal),
    ],
    signatures: [`Ort, Datum, ${letterhead?.authority.split(',')[0] ?? 'Vermieterin'}`, `Ort, Datum, ${tenant.organisation || tenant.name} (Mieter)`],
  }
}

/** What was found when the key came back, to be signed by both. */
export function protocolSheet(contracted: Contracted): Sheet {
  const { hall, bookings } = contracted
  const tenant = tenantOf(bookings)
  const [booking] = bookings
  const { keyOut, keyBack } = booking ?? { keyOut: null, keyBack: null }
  const rows: readonly (readonly string[])[] = [
    ['Mietzeit', booking ? writtenTimes(booking) : ''],
    ...(keyOut ? [['Schlüssel übergeben', `${writtenMoment(keyOut.at)} an ${keyOut.to}`], ['Kaution', `${inEuro(booking?.depositCents ?? 0)}, ${keyOut.depositReceived ? 'erhalten' : 'nicht erhalten'}`]] : []),
    ...(keyBack
      ? [
          ['Schlüssel zurück', `${writtenMoment(keyBack.at)} an ${keyBack.byName}`], ['Zustand', keyBack.condition === 'good' ? 'ohne Mängel' : 'mit Mängeln'],
          ['Zählerstände', keyBack.meters || 'nicht abgelesen'], ['Einbehalten', inEuro(keyBack.keptCents)],
        ]
      : []),
  ]
  return {
    ...addressed(contracted, tenant),
    subject: `Protokoll der Rückgabe: ${hall.name}`,
    blocks: [{ kind: 'table', head: ['Angabe', 'Befund'], rows: rows.map(row => [...row]), total: null }, ...given('Mängel', keyBack?.defects ?? '')],
    signatures: [`Ort, Datum, ${keyBack?.byName ?? 'Vermieterin'}`, `Ort, Datum, ${tenant.name}`],
  }
}

function addressed({ letterhead, clerkName, reference }: Contracted, tenant: Tenant): Omit<Sheet, 'subject' | 'blocks' | 'signatures'> {
  const recipient = [tenant.organisation, tenant.name, tenant.street, [tenant.postalCode, tenant.place].filter(Boolean).join(' ')]
  return {
    letterhead, recipient: recipient.filter(Boolean), reference, remedies: '',
    contact: { name: clerkName, telephone: letterhead?.telephone ?? '', email: letterhead?.email ?? '', room: '' },
  }
}

function tenantOf([first]: readonly HallBooking[]): Tenant {
  if (!first) throw new Error('a contract is about one booking at least')
  return first.tenant
}

const party = ({ organisation, name, street, postalCode, place }: Tenant): string =>
  [organisation ? `${organisation}, vertreten durch ${name}` : name, street, [postalCode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ')

const equipped = ({ equipment }: Hall): readonly string[] => (equipment.length > 0 ? [`Ausstattung: ${equipment.join(', ')}`] : [])

const depositOf = (bookings: readonly HallBooking[]): number => Math.max(0, ...bookings.map(({ depositCents }) => depositCents))

function priceTable(bookings: readonly HallBooking[]): Sheet['blocks'][number] {
  const all = sumOfPrices(bookings)
  const rows = all.map(({ label, cents }) => [bookings.length > 1 ? `${label}, ${bookings.length} Mietzeiten` : label, inEuro(cents)])
  return { kind: 'table', head: ['Leistung', 'Betrag'], rows, total: ['Miete insgesamt', inEuro(totalOf(all))] }
}

const writtenMoment = (at: HallBooking['startsAt']): string => `${writtenDay(germanDay(at))}, ${germanTime(at)} Uhr`

/** `28. November 2026, 14:00 bis 22:00 Uhr`; with both days where it goes on. */
function writtenTimes({ startsAt, endsAt }: Times): string {
  const lastDay = germanDay(instantFromMs(msOf(endsAt) - 1))
  return germanDay(startsAt) === lastDay
    ? `${writtenDay(germanDay(startsAt))}, ${germanTime(startsAt)} bis ${germanTime(endsAt) === '00:00' ? '24:00' : germanTime(endsAt)} Uhr`
    : `${writtenMoment(startsAt)} bis ${writtenMoment(endsAt)}`
}
