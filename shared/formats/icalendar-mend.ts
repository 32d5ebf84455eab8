const CONTENT_LINE = /^[A-Za-z0-9-]+(?:[;:])/

/** Rules of zones as all programs write them: so many each year. Any other could keep the library busy for ever. */
const ZONE_RULE = /^RRULE:(?=[^]*FREQ=YEARLY)(?=[^]*BYMONTH=(?:[1-9]|1[0-2])(?:;|$))(?=[^]*BYDAY=-?[1-5](?:MO|TU|WE|TH|FR|SA|SU)(?:;|$))(?:(?:FREQ|BYMONTH|BYDAY|UNTIL|WKST)=[^;]*(?:;|$))+$/i

/**
 * The lines of a calendar as the standard has them: what is no property and no continuation belongs to the line before; what
 * never closes is closed. Rules of series get a name of their own, because one that makes no sense would make the library
 * refuse all of the calendar.
 */
export function mended(text: string): string {
  const lines: string[] = []
  const open: string[] = []
  for (const line of unfolded(text)) {
    const [, mark, name = ''] = /^(BEGIN|END):(\S+)\s*$/i.exec(line) ?? []
    if (mark?.toUpperCase() === 'BEGIN') open.push(name)
    if (mark?.toUpperCase() === 'END' && !closed(open, name, lines)) continue
    lines.push(isRuleOfSeries(line, open) ? `X-${line}` : line)
  }
  return [...lines, ...open.toReversed().map(name => `END:${name}`)].join('\r\n')
}

function unfolded(text: string): readonly string[] {
  const lines: string[] = []
  for (const line of text.replace(/^\u{FEFF}/u, '').replaceAll('\0', '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    const isOwn = !/^[ \t]/.test(line) && CONTENT_LINE.test(line)
    if (isOwn) lines.push(line)
    else if (lines.length > 0) lines.push(`${lines.pop() ?? ''}${line.replace(/^[ \t]/, '')}`)
  }
  return lines
}

/** Closes what is open within the component that ends here; whether that one was open at all. */
function closed(open: string[], name: string, lines: string[]): boolean {
  const isSame = (one: string): boolean => one.toUpperCase() === name.toUpperCase()
  if (!open.some(isSame)) return false
  for (let last = open.pop(); last !== undefined && !isSame(last); last = open.pop()) lines.push(`END:${last}`)
  return true
}

const isRuleOfSeries = (line: string, open: readonly string[]): boolean =>
  /^(?:RRULE|EXRULE)[;:]/i.test(line) && !(open.some(name => name.toUpperCase() === 'VTIMEZONE') && ZONE_RULE.test(line))
