export const captureEn = {
  title: 'Take an application down',
}
