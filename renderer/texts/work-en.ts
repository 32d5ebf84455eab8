export const workEn = {
  title: 'Work on the case',
}
