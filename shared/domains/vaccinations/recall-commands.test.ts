import { expect, test } from 'vitest'
import { derivedUuid, SideEffectId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { noteReported, REPORT_WITHIN_MS, suspect } from './recall-commands.ts'
import { aVaccination, SESSION_NOW } from './testing.ts'

const COMMAND_ID = '0192a000-0000-7000-8000-00000000c0de'

test('a suspicion runs for 24 hours from now on, cannot be older than the dose, and is reported once', () => {
  const { run, get } = rowsUnderCommands([{ table: 'vaccinations', row: aVaccination() }], anActor('clerk'), SESSION_NOW)
  const suspected = (onsetAt: typeof SESSION_NOW, description = 'Fieber') => run(suspect, { vaccinationId: aVaccination().id, description, onsetAt })
  expect([suspected(SESSION_NOW, ' '), suspected(instantFromMs(msOf(SESSION_NOW) - 1)), suspected(instantFromMs(msOf(SESSION_NOW) + 1)), suspected(SESSION_NOW)])
    .toMatchObject([{ code: 'vaccinations/reason-missing' }, { code: 'vaccinations/wrong-onset' }, { code: 'vaccinations/wrong-onset' }, 'ok'])
  const sideEffectId = SideEffectId.parse(derivedUuid(COMMAND_ID, 'side-effect'))
  expect(get('side_effects', sideEffectId)?.dueAt).toBe(instantFromMs(msOf(SESSION_NOW) + REPORT_WITHIN_MS))
  expect([run(noteReported, { sideEffectId, reportedTo: 'Gesundheitsamt Stendal' }), run(noteReported, { sideEffectId, reportedTo: 'Anderes Amt' })]).toEqual(['ok', 'ok'])
  expect(get('side_effects', sideEffectId)?.reportedTo).toBe('Gesundheitsamt Stendal')
})
