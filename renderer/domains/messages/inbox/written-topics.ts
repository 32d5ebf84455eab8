import type { Topic } from '../../../../shared/domains/messages/conversation-tables.ts'

/** Topics as lines, `Straßen und Wege | Streets and paths`. */
export const topicLines = (topics: readonly Topic[]): string => topics.map(({ de, en }) => `${de} | ${en}`).join('\n')

/** The topics of these lines; undefined where one of them is not in both languages. */
export function readTopics(lines: string): Topic[] | undefined {
  const topics = lines.split('\n').filter(line => line.trim()).map(line => line.split('|').map(part => part.trim()))
  if (topics.some(parts => parts.length !== 2 || parts.some(part => part === '' || part.length > 120))) return undefined
  return topics.map(([de = '', en = '']) => ({ de, en }))
}
