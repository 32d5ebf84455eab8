/** `appointments-de.ts` has the same keys. */
export const appointmentsEn = {
  place: 'Place',
  noPlace: 'No place with appointments has been set up for your departments yet.',
  noPlaceHint: 'Your team lead sets up places, counters and opening hours.',
  status: {
    held: 'Being booked', booked: 'Booked', waiting: 'Waiting', called: 'Called', serving: 'At the counter', parked: 'Coming back', finished: 'Done', missed: 'Did not come', cancelled: 'Cancelled',
  },
  channel: { portal: 'booked online', telephone: 'booked by telephone', counter: 'booked at the counter', 'walk-in': 'without appointment' },
  persons_one: '1 person', persons_other: '{{count}} persons',
}
