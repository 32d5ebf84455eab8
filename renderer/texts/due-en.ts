/** What becomes due; `due-de.ts` has the same keys. */
export const dueEn = {
  intro: 'What is up today. Each number leads to its cases.',
  own: 'For you', standIn: 'Standing in for {{name}}', team: 'In your team', person: 'Assignee', nobody: 'assigned to nobody', sum: 'Together',
  nothing: 'Nothing is open for today. You find new cases under “Unassigned”.',
  reasons: { overdue: 'Overdue', today: 'Due today', followUps: 'Follow-ups', soon: 'Due soon', resting: 'On hold for long' },
  hints: { overdue: 'The deadline has passed', today: 'By this evening', followUps: 'Noted for today', soon: 'Within the next {{count}} days', resting: 'No reply for {{count}} days' },
  show: 'Show {{name}}, {{reason}}: {{count}}',
}
