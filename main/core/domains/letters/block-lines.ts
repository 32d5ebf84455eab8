import type { BlockLine } from '../../../../shared/contract/letters.ts'
import { isUsing } from '../../../../shared/domains/letters/block-problems.ts'
import type { LetterTemplate, TextBlock } from '../../../../shared/domains/letters/tables.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'

/** Every text block of the town by its title. */
export const allBlocks = (db: Database): readonly TextBlock[] =>
  effectiveAll(db, 'text_blocks').toSorted((one, other) => (sortKey(one.title) < sortKey(other.title) ? -1 : 1))

/** The same as lines of a list, each with those of the templates that use it. */
export const blockLines = (db: Database, templates: readonly LetterTemplate[]): BlockLine[] =>
  allBlocks(db).map(({ id, title, blockVersion, publishedAt, publishedByName, active }) =>
    ({ id, title, blockVersion, publishedAt, publishedByName, active, usedBy: templates.filter(template => isUsing(template, id)).map(template => ({ id: template.id, title: template.title })) }))
