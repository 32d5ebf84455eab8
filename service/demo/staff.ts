import type { Grant, Role } from '../../shared/actor.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import { AccountId, DepartmentId, PersonId, derivedUuid } from '../../shared/ids.ts'
import { plusDays, type Instant } from '../../shared/time.ts'
import { DEPARTMENTS, TOWN, type DepartmentKey } from './town.ts'

/** The password of every demo account; the demo says so on its sign-in page. */
export const DEMO_PASSWORD = 'rathaus-demo'

interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly grants: readonly (readonly [Role, DepartmentKey | null])[]
  /** A second account belongs to the person of another login. */
  readonly samePersonAs?: string
  /** Stands in for the person of another login, from a week before today until three weeks after. */
  readonly deputyFor?: string
}

const person = (
  login: string,
  name: string,
  grants: DemoPerson['grants'],
  more: Pick<DemoPerson, 'samePersonAs' | 'deputyFor'> = {},
): DemoPerson => ({ login, name, grants, ...more })

const team = (department: DepartmentKey, lead: DemoPerson, ...clerks: readonly (readonly [login: string, name: string])[]): readonly DemoPerson[] => [
  lead,
  ...clerks.map(([login, name]) => person(login, name, [['clerk', department]])),
]

const PEOPLE: readonly DemoPerson[] = [
  ...team(
    'steuern',
    person('petra.lindner', 'Petra Lindner', [['lead', 'steuern']]),
    ['katrin.sommer', 'Katrin Sommer'], ['jana.thiele', 'Jana Thiele'], ['olaf.hesse', 'Olaf Hesse'], ['mandy.kunze', 'Mandy Kunze'],
  ),
  ...team(
    'ordnung',
    person('joerg.wernicke', 'Jörg Wernicke', [['lead', 'ordnung'], ['officer', null]]),
    ['silke.bartels', 'Silke Bartels'], ['ronny.voss', 'Ronny Voß'], ['doreen.gericke', 'Doreen Gericke'],
    ['sven.rohr', 'Sven Rohr'], ['birgit.pahl', 'Birgit Pahl'], ['marko.zabel', 'Marko Zabel'],
  ),
  ...team(
    'bildung',
    person('heike.koeppe', 'Heike Köppe', [['lead', 'bildung']]),
    ['nicole.arndt', 'Nicole Arndt'], ['sandra.ehrlich', 'Sandra Ehrlich'], ['ines.mahlke', 'Ines Mahlke'],
    ['franziska.otte', 'Franziska Otte'], ['yvonne.sass', 'Yvonne Saß'],
  ),
  ...team(
    'bau',
    person('rene.schernikau', 'René Schernikau', [['lead', 'bau']]),
    ['torsten.wegener', 'Torsten Wegener'], ['claudia.neumann', 'Claudia Neumann'], ['dirk.lahmann', 'Dirk Lahmann'],
    ['ulrike.giese', 'Ulrike Giese'], ['matthias.ploetz', 'Matthias Plötz'],
  ),
  ...team(
    'buergerservice',
    person('sabine.roessler', 'Sabine Rößler', [['lead', 'buergerservice']]),
    ['kerstin.wulf', 'Kerstin Wulf'], ['anja.steffens', 'Anja Steffens'], ['elke.haberland', 'Elke Haberland'],
    ['daniel.kaehlitz', 'Daniel Kählitz'], ['marie.uchtmann', 'Marie Uchtmann'], ['frank.niemann', 'Frank Niemann'],
  ),
  person('eva.arndt', 'Dr. med. Eva Arndt', [['physician', 'impfstelle'], ['lead', 'impfstelle']]),
  ...team(
    'impfstelle',
    person('tanja.helm', 'Tanja Helm', [['lead', 'impfstelle']]),
    ['mirko.beyer', 'Mirko Beyer'], ['lisa.ohm', 'Lisa Ohm'],
  ),
  person('annett.falke', 'Annett Falke', [['lead', null]]),
  person('gabriele.hoppe', 'Gabriele Hoppe', [['lead', 'leitung']]),
  person('steffen.albrecht', 'Steffen Albrecht', [['officer', null]]),
  person('thomas.giese', 'Thomas Giese', [['officer', null], ['clerk', 'ordnung']]),
  person('lars.behrends', 'Lars Behrends', [['administrator', null]]),
  person('ruth.seehausen', 'Ruth Seehausen', [['data-protection-officer', null]]),
  person('katrin.sommer2', 'Katrin Sommer (Vertretung)', [['lead', 'steuern']], { samePersonAs: 'katrin.sommer' }),
  person('uwe.brandt', 'Uwe Brandt', [['clerk', 'steuern']], { deputyFor: 'petra.lindner' }),
]

export const personId = (login: string): PersonId => PersonId.parse(derivedUuid(TOWN.id, `person/${login}`))

/** About 40 members of staff with departments, roles and deputies, as rows; `today` dates the deputyships. */
export function demoStaff(today: Instant): readonly Omit<Staff, 'version' | 'scope'>[] {
  return PEOPLE.map(({ login, name, grants, samePersonAs, deputyFor }) => ({
    id: AccountId.parse(derivedUuid(TOWN.id, `account/${login}`)),
    personId: personId(samePersonAs ?? login),
    login,
    name,
    grants: grants.map(([role, department]): Grant => ({ role, departmentId: department && DepartmentId.parse(department) })),
    deputyships: deputyFor
      ? [{ forPersonId: personId(deputyFor), from: plusDays(today, -7), until: plusDays(today, 21) }]
      : [],
    active: true,
    leavesAt: null,
  }))
}

/** What a start script tells of the accounts one may sign in with. */
export const demoUsers = (): readonly { login: string; password: string; roles: readonly Role[]; department: string | null }[] =>
  PEOPLE.map(({ login, grants }) => ({
    login,
    password: DEMO_PASSWORD,
    roles: grants.map(([role]) => role),
    department: DEPARTMENTS.find(({ id }) => id === grants[0]?.[1])?.id ?? null,
  }))
