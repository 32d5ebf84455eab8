/** What becomes due; `due-en.ts` has the same keys. */
export const dueDe = {
  intro: 'Was heute ansteht. Jede Zahl führt zu ihren Vorgängen.',
  own: 'Für Sie', standIn: 'In Vertretung für {{name}}', team: 'In Ihrem Team', person: 'Bearbeitung', nobody: 'niemandem zugewiesen', sum: 'Zusammen',
  release_one: 'Ein Vorschlag wartet auf Ihre Freigabe.', release_other: '{{count}} Vorschläge warten auf Ihre Freigabe.', showReleases: 'Zur Freigabe',
  nothing: 'Von Ihren Vorgängen ist heute nichts fällig. Neue Vorgänge finden Sie unter „Nicht zugewiesen“.',
  reasons: { overdue: 'Überfällig', today: 'Heute fällig', followUps: 'Wiedervorlagen', soon: 'Demnächst fällig', resting: 'Ruht seit langem' },
  hints: { overdue: 'Die Frist ist vorbei', today: 'Bis heute Abend', followUps: 'Für heute vorgemerkt', soon: 'In den nächsten {{count}} Tagen', resting: 'Seit {{count}} Tagen ohne Antwort' },
  show: '{{name}}, {{reason}}: {{count}} anzeigen',
}
