/** `1.234,56`, `1234.5`, `12 €` as euro cents; null for nothing written, undefined for what is no amount. */
export function centsOf(text: string): number | null | undefined {
  const written = text.replace(/[\s\u00a0€]/g, '')
  if (written === '') return null
  const amount = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[,.](\d{1,2}))?$/.exec(written)
  if (!amount) return undefined
  return Number((amount[1] ?? '').replaceAll('.', '')) * 100 + Number((amount[2] ?? '').padEnd(2, '0'))
}

/** As it is written into a field: `12,50`. */
export const writtenCents = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',')
