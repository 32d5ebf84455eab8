import type { Change } from '../../../shared/command.ts'
import type { Contact } from '../../../shared/domains/people/contact.ts'
import { isOrganisation } from '../../../shared/domains/people/names.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'

const NOTHING = { birthDay: null, email: null, phone: null, address: null, account: null } as const

/** Null for a firm, and for a row that names nobody (any more). */
const contact = (name: string, more: Partial<Contact>): Contact | null =>
  (name.trim() === '' || isOrganisation(name) ? null : { ...NOTHING, ...more, name: name.trim() })

const vaccinee = ({ person: { givenName, familyName, birthDay, email, phone, street, postalCode, place } }: Pick<RowOf<'vaccinations'>, 'person'>): Contact | null =>
  contact(`${givenName} ${familyName}`, { birthDay, email, phone, address: { street, postalCode, place } })

/** How each kind of record says whose it is. Applications and messages name their person by id and are not among them. */
const READERS: { readonly [Name in TableName]?: (row: RowOf<Name>) => Contact | null } = {
  conversations: ({ name, email, phone }) => contact(name, { email, phone }),
  appointments: ({ status, name, email, phone }) => (status === 'held' ? null : contact(name, { email, phone })),
  hall_bookings: ({ tenant: { name, email, phone, street, postalCode, place } }) => contact(name, { email, phone, address: { street, postalCode, place } }),
  vaccination_visits: vaccinee,
  vaccinations: vaccinee,
  notices: ({ content: { recipient: { name, street, houseNumber, postalCode, place }, email } }) =>
    contact(name, { email: email ?? null, address: { street: `${street} ${houseNumber}`.trim(), postalCode, place } }),
  mailbox_consents: ({ name, email }) => contact(name, { email }),
}

export const CONTACT_TABLES = Object.keys(READERS) as readonly TableName[]

export const namesSomebody = ({ table }: { readonly table: TableName }): boolean => CONTACT_TABLES.includes(table)

/** Who a record says its person is; null where it is about nobody. */
export const contactOf = (change: Change): Contact | null => (READERS[change.table] as ((row: Change['row']) => Contact | null) | undefined)?.(change.row) ?? null
