export const deputiesEn = {
  intro: 'A deputy sees and works on the cases of the person they stand in for. History and decision letter then say so.',
  set: 'Name a deputy', setTitle: 'Name a deputy',
  setText: 'The rights hold from the first day to the end of the last. What the person stood in for has proposed, the deputy cannot release.',
  lender: 'Stood in for', deputy: 'Deputy', period: 'Period', standing: 'State', days: '{{from}} – {{until}}', you: '{{name}} (you)', gone: 'No longer in the house',
  standings: { running: 'running', planned: 'planned', over: 'over' },
  choose: 'Choose a person', chooseFirst: 'Please choose who stands in.', firstDay: 'First day', lastDay: 'Last day', lastDayHint: 'Holds until the end of this day.',
  nobodyFits: 'Nobody else has the same or a higher role in this person’s departments. The team lead or the administrator can name somebody else.',
  end: 'End', endNow: 'End now', takeBack: 'Take back', endOf: 'End: {{deputy}} stands in for {{lender}}',
  endTitle: 'End the deputyship', endText: '{{deputy}} loses the rights of {{lender}} at once. The cases vanish from that desk as far as there is no right of its own.',
  takeBackTitle: 'Take the deputyship back', takeBackText: '{{deputy}} will not stand in for {{lender}}. The deputyship has not begun yet.',
  empty: 'Nobody stands in for anybody at present. Before a leave, enter here who helps out for you.',
  offline: 'Rights change only while there is a connection to the central service.',
}
