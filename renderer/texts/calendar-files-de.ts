/** Calendars of other programs; `calendar-files-en.ts` has the same keys. */
export const calendarFilesDe = {
  subscribe: 'Kalender abonnieren …', subscribeTitle: 'Kalender abonnieren: {{place}}',
  subscribeIntro: 'Mit dieser Adresse zeigt Ihr eigenes Kalenderprogramm die Termine hier: vier Wochen zurück und zwölf Wochen voraus.',
  contains: 'Darin stehen Zeit, Schalter, Anliegen und Wartenummer oder Anfangsbuchstaben, keine Namen und keine Kontaktdaten.',
  address: 'Adresse', addressHint: 'Sie gilt nur für Sie. Wer sie kennt, sieht den Kalender: Geben Sie sie nicht weiter.', copy: 'Adresse kopieren',
  how: 'So wird sie eingetragen',
  outlook: 'Outlook: Kalender hinzufügen, dann „Aus dem Internet“.', thunderbird: 'Thunderbird: Neuer Kalender, dann „Im Netzwerk“.', phone: 'Telefon: Kalenderabonnement hinzufügen.',
  renew: 'Andere Adresse …', renewAsk: 'Die bisherige Adresse zeigt danach nichts mehr. Wo sie eingetragen ist, muss die neue eingetragen werden.', renewNow: 'Adresse zurücknehmen',
  renewed: 'Die bisherige Adresse gilt nicht mehr. Hier steht die neue.',
}
