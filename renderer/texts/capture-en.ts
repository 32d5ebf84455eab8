export const captureEn = {
  title: 'Take an application down',
  intro: 'For applications on paper and by telephone. They become cases like any other, without a network too.',
  optional: '{{label}} (optional)', choose: 'Please choose',
  service: 'Service', findService: 'Find a service', noService: 'Your departments offer no service of this name.', otherService: 'Another service',
  receipt: 'Receipt', channel: 'Received', stampDay: 'Day of the stamp', callDay: 'Day of the call', receivedHint: 'The period begins on this day.',
  formChanged: 'The form has a new version by now ({{version}}). Please look through your answers again.',
  take: 'Take the application down', discard: 'Discard the draft', draftKept: 'Your draft stays saved on this desk.',
  problems_one: 'One answer is missing or does not fit.', problems_other: '{{count}} answers are missing or do not fit.',
  provisional: 'provisional', provisionalReference: 'Reference follows', provisionalMeaning: 'The central service gives the reference as soon as the application has been transferred.',
  noMailbox: 'No mailbox: the decision is printed.',
  noMailboxMeaning: 'The application came on paper or by telephone, and no e-mail address is known. Messages to this person go by letter.',
}
