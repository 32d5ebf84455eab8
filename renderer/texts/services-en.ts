export const servicesEn = {
  title: 'Services',
}
