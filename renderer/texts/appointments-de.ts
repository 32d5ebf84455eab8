/** What calendar, counter and opening hours share; `appointments-en.ts` has the same keys. */
export const appointmentsDe = {
  place: 'Ort',
  noPlace: 'Für Ihre Ämter ist noch kein Ort mit Terminen eingerichtet.',
  noPlaceHint: 'Ihre Teamleitung legt Orte, Schalter und Öffnungszeiten fest.',
  status: {
    held: 'Wird gerade gebucht', booked: 'Gebucht', waiting: 'Wartet', called: 'Aufgerufen', serving: 'Am Schalter', parked: 'Kommt wieder', finished: 'Erledigt', missed: 'Nicht erschienen', cancelled: 'Abgesagt',
  },
  channel: { portal: 'online gebucht', telephone: 'am Telefon gebucht', counter: 'am Schalter gebucht', 'walk-in': 'ohne Termin' },
  persons_one: '1 Person', persons_other: '{{count}} Personen',
}
