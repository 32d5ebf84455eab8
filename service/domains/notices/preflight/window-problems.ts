import type { Box } from '../../../../shared/domains/letters/sheet.ts'
import type { ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { PostZones } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'
import { isWithin, touches } from './boxes.ts'
import { areSameLines, linesOf, withoutBlanks } from './find-text.ts'
import { problemIf } from './problem.ts'
import type { Glyph, ReadPage } from './sheets.ts'

/** What is wrong in the window of the envelope: only the sender's line and the recipient stand there, each in its zone. */
export function windowProblems({ glyphs, marks }: ReadPage, expected: ExpectedLetter, { returnLine, franking, recipient, mostRecipientLines }: PostZones): readonly LetterProblem[] {
  const window = around(returnLine, recipient)
  const inWindow = glyphs.filter(({ box }) => touches(box, window))
  const [ofReturn, ofRecipient] = [returnLine, recipient].map(zone => linesOf(inWindow.filter(({ box }) => isWithin(box, zone))))
  const sender = ofReturn ?? []
  const lines = ofRecipient ?? []
  const franked = inWindow.filter(({ box }) => touches(box, franking))
  const astray = inWindow.filter(({ box }) => !isWithin(box, returnLine) && !isWithin(box, recipient) && !touches(box, franking))
  const below = linesOf(inWindow.filter(({ box, baseline }) => baseline > recipient.y && !touches(box, franking))).length
  return [
    ...problemIf(franked.length > 0 || marks.some(box => touches(box, franking)), 'franking-not-empty', 1, wordsOf(franked)),
    ...problemIf(astray.length > 0 || marks.some(box => touches(box, window) && !touches(box, franking)), 'window-not-empty', 1, wordsOf(astray)),
    ...problemIf(sender.length !== 1 || withoutBlanks(sender.join('')) !== withoutBlanks(expected.returnLine), 'return-line', 1, sender.join(' / ')),
    ...problemIf(below > mostRecipientLines, 'recipient-lines', 1, String(below)),
    ...problemIf(!areSameLines(lines, expected.recipient), 'recipient-differs', 1, lines.join(' / ')),
  ]
}

const wordsOf = (glyphs: readonly Glyph[]): string => linesOf(glyphs).join(' / ')

const around = (upper: Box, lower: Box): Box => ({ x: upper.x, y: upper.y, width: upper.width, height: lower.y + lower.height - upper.y })
