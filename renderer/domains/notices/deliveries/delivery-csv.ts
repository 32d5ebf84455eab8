import type { DeliveryLine } from '../../../../shared/contract/notice-deliveries.ts'
import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../../../shared/formats/csv.ts'

/** Words for what a line holds as names. */
interface Words {
  readonly way: (line: DeliveryLine) => string
  readonly state: (line: DeliveryLine) => string
}

/** The record by which a secrecy is known: the notice, or for the letter of a decision its case. */
export const recordOf = ({ id, applicationId }: DeliveryLine): string => applicationId ?? id

/** Deliveries as a CSV file that German spreadsheets open. */
export const csvOf = (heads: readonly string[], lines: readonly DeliveryLine[], { way, state }: Words): string =>
  BYTE_ORDER_MARK + [heads, ...lines.map((line): readonly TableCell[] => [line.day && { day: line.day }, line.name, line.reference, line.kindTitle, way(line), state(line), line.letterId])].map(csvLine).join('')
