export const privacyEn = {
  title: 'Data protection',
}
