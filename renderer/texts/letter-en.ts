export const letterEn = {
  title: 'Decision letter',
}
