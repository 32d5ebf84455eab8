export const savedViewsEn = {
  title: 'Own views',
}
