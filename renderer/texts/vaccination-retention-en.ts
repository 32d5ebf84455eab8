/** What is kept for longer than the law asks for, and its deletion; `vaccination-retention-de.ts` has the same keys. */
export const vaccinationRetentionEn = {
  title: 'Retention', rule: 'Records are kept for ten years and to the end of the year (s. 630f (3) BGB). What belongs to a suspicion of harm stays.',
  nothing: 'Nothing is older than that.', onTheWay: 'A deletion is released. The service carries it out within the hour.',
  due_one: '{{formatted}} record from before {{before}} is no longer needed.', due_other: '{{formatted}} records from before {{before}} are no longer needed.',
  days_one: 'From the vaccination day on {{first}}.', days_other: 'From {{count}} vaccination days between {{first}} and {{last}}.',
  propose: 'Propose deletion', proposeAnew: 'Propose anew',
  proposedByYou: 'On {{at}} you proposed to delete them. Another lead or a physician of the department releases it.',
  proposedBy: 'On {{at}} {{name}} proposed to delete them.', outdated: 'The list has changed since the proposal. Propose anew.',
  release: 'Release and delete', releaseTitle: 'Delete records for good?',
  releaseText_one: '{{formatted}} record is deleted with all its versions. This cannot be undone.',
  releaseText_other: '{{formatted}} records are deleted with all their versions. This cannot be undone.',
  typeNumber: 'Type the number to confirm', wrongNumber: 'There are {{formatted}}.', releaseNow: 'Delete for good',
  deletions: 'Deleted', when: 'Released', who: 'Proposed and released by', count: 'Records', state: 'State', done: 'deleted on {{at}}', running: 'deleted within an hour', both: '{{proposed}}, {{released}}',
} as const
