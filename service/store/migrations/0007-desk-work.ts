import { sql, type Kysely } from 'kysely'

/** What staff add to the town's rows beside cases: tasks, comments, views, settings, suggestions, drafts, templates. */
export const deskWork = {
  name: '0007-desk-work',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)
const OF_A_CASE = sql.raw(`application_id text collate "C" not null,
  foreign key (town_id, application_id) references applications (town_id, id)`)

const TABLES = [
  sql`create table tasks (${KEY}, ${OF_A_CASE}, step_key text, title text not null, is_required boolean not null,
    assignee_id text, assignee_name text, due_at timestamptz(3), created_at timestamptz(3) not null, done_at timestamptz(3),
    done_by text, done_by_name text)`,
  sql`create table comments (${KEY}, ${OF_A_CASE}, text text not null, mentions jsonb not null, seen_by jsonb not null,
    author_id text not null, author_name text not null, at timestamptz(3) not null)`,
  sql`create table saved_views (${KEY}, account_id text not null, owner_id text not null, owner_name text not null, name text not null,
    query jsonb not null, tells_when_filled boolean not null, is_deleted boolean not null)`,
  // A setting may be put back to nothing, and JSON's null comes in as SQL's.
  sql`create table preferences (${KEY}, account_id text not null, key text not null, value jsonb)`,
  sql`create table suggestions (${KEY}, about jsonb not null, text text not null, account_id text not null, author_id text not null,
    author_name text not null, at timestamptz(3) not null, state text not null, answer text, answered_by text,
    answered_by_name text, answered_at timestamptz(3), answer_seen_at timestamptz(3))`,
  sql`create table service_drafts (${KEY}, content json not null, based_on text, authors jsonb not null, changed_by text not null,
    changed_by_name text not null, changed_at timestamptz(3) not null, settled_at timestamptz(3))`,
  sql`create table letter_templates (${KEY}, title text not null, service_id text, outcome text not null,
    position bigint not null, template_version bigint not null, subject text not null, paragraphs jsonb not null, asked jsonb not null,
    remedies text not null, active boolean not null, published_at timestamptz(3), published_by text, published_by_name text)`,
  sql`create table letter_drafts (${KEY}, content json not null, based_on bigint, changed_by text not null,
    changed_by_name text not null, changed_at timestamptz(3) not null, settled_at timestamptz(3))`,
] as const

const NAMES = ['tasks', 'comments', 'saved_views', 'preferences', 'suggestions', 'service_drafts', 'letter_templates', 'letter_drafts'] as const

const INDEXES = [
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
  ...(['tasks', 'comments'] as const).map(name =>
    sql`create index ${sql.raw(`${name}_application`)} on ${sql.raw(name)} (town_id, application_id)`),
]
