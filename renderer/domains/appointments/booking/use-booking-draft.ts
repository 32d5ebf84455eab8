import { useTypedDraft, type TypedDraft, type TypedDraftParts } from '../../../ui/editing/use-typed-draft.ts'
import { BOOKING_DRAFT, bookingDraftFrom, EMPTY_BOOKING, isBegun, type BookingDraft } from './booking-draft.ts'

const PARTS: TypedDraftParts<BookingDraft> = {
  key: BOOKING_DRAFT, empty: EMPTY_BOOKING, read: bookingDraftFrom, toStore: draft => ({ ...draft, serviceIds: [...draft.serviceIds] }), isBegun,
}

/** What the person has typed of a booking and not booked yet. */
export const useBookingDraft = (): TypedDraft<BookingDraft> => useTypedDraft(PARTS)
