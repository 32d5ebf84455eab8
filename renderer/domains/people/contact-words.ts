import type { PostalAddress } from '../../../shared/domains/people/contact.ts'

/** `Bismarckstraße 5, 39517 Tangerhütte` */
export const addressLine = ({ street, postalCode, place }: PostalAddress): string => [street, `${postalCode} ${place}`.trim()].filter(Boolean).join(', ')
