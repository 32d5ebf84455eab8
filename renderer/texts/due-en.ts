/** What becomes due; `due-de.ts` has the same keys. */
export const dueEn = {
  intro: 'What is up today. Each number leads to its cases.',
  own: 'For you', standIn: 'Standing in for {{name}}', team: 'In your team', person: 'Assignee', nobody: 'assigned to nobody', sum: 'Together',
  release_one: 'One proposal awaits your release.', release_other: '{{count}} proposals await your release.', showReleases: 'To be released',
  nothing: 'None of your cases is due today. You find new ones under “Unassigned”.',
  reasons: { overdue: 'Overdue', today: 'Due today', followUps: 'Follow-ups', soon: 'Due soon', resting: 'On hold for long' },
  hints: { overdue: 'The deadline has passed', today: 'By this evening', followUps: 'Noted for today', soon: 'Within the next {{count}} days', resting: 'No reply for {{count}} days' },
  show: 'Show {{name}}, {{reason}}: {{count}}',
}
