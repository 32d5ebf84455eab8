export const captureEn = {
  title: 'Take an application down',
  optional: '{{label}} (optional)',
  choose: 'Please choose',
}
