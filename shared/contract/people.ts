import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Application } from '../domains/applications/tables.ts'
import { reveal } from '../domains/people/reveal-command.ts'
import { PersonId } from '../ids.ts'
import {
  ApartInput, AssignInput, ChoiceInput, CONTACT_WAYS, DuplicatePair, FileQuery, MergeInput, PersonFile, PersonRecord, PersonSearchInput, PersonSummary, SecrecyInput, TimelineEntry, UndoInput,
} from '../wire/people.ts'
import { Purpose } from '../wire/vaccinations.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

/** A case of a person as far as this desk holds it. */
export const HeldCase = Application.pick({ id: true, personId: true, reference: true, subject: true, applicantName: true, status: true, receivedAt: true })
export type HeldCase = z.infer<typeof HeldCase>

const Done = refusable(z.object({}))

/** Files of citizens: asked of the service, which alone knows whose every record is. Who stands under secrecy is known here too. */
export const peopleDeskContract = {
  search: oc.input(PersonSearchInput).output(refusable(z.object({ people: z.array(PersonSummary), hasMore: z.boolean() }))),
  file: oc.input(FileQuery).output(refusable(PersonFile)),
  of: oc.input(PersonRecord).output(refusable(z.object({ personId: PersonId.nullable(), preferredWay: z.enum(CONTACT_WAYS).nullable() }))),
  vaccinations: oc.input(z.object({ id: PersonId, purpose: Purpose })).output(refusable(z.object({ entries: z.array(TimelineEntry) }))),
  duplicates: oc.output(refusable(z.object({ pairs: z.array(DuplicatePair), hasMore: z.boolean() }))),
  merge: oc.input(MergeInput).output(Done),
  undo: oc.input(UndoInput).output(Done),
  apart: oc.input(ApartInput).output(Done),
  choose: oc.input(ChoiceInput).output(Done),
  secrecy: oc.input(SecrecyInput).output(Done),
  assign: oc.input(AssignInput).output(Done),
  /** What this desk's own cases say of a person, by id or by a name: for work without a connection. */
  held: oc.input(z.object({ personId: PersonId.nullable(), name: z.string().max(120) })).output(z.object({ cases: z.array(HeldCase) })),
  /** The records of people who stand under secrecy today, of whatever kind. */
  secrets: oc.output(z.object({ recordIds: z.array(z.string()) })),
  reveal: entryFor(reveal),
}
