export const filesEn = {
  title: 'Files',
}
