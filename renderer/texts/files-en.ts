export const filesEn = {
  title: 'Files',
  document: 'Document', tools: 'Tools of the view', pageOf: 'Page {{page}} of {{count}}', percent: '{{percent}} %',
  previousPage: 'Previous page', nextPage: 'Next page', smaller: 'Smaller', larger: 'Larger', fitWidth: 'As wide as the window',
  pageBroken: 'This page is damaged and cannot be shown.',
}
