import { CompiledQuery, type Kysely } from 'kysely'

const BASICS = `
  create collation if not exists de_sort (provider = icu, locale = 'de-DE');

  create table dataset (
    id integer primary key default 1 check (id = 1),
    epoch text not null,
    server_id text not null
  );
  insert into dataset (epoch, server_id) values (gen_random_uuid()::text, gen_random_uuid()::text);

  create table towns (
    id text collate "C" primary key,
    name text collate de_sort not null,
    reference_prefix text not null,
    recovery_key text not null,
    demo boolean not null
  );

  create table town_heads (
    town_id text collate "C" primary key references towns (id),
    position bigint not null default 0,
    feed_pruned_to bigint not null default 0,
    audit_position bigint not null default 0,
    audit_hash text not null default '',
    check (feed_pruned_to <= position)
  ) with (fillfactor = 50);

  create table people (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null,
    name text collate de_sort not null,
    email text,
    merged_into text collate "C",
    primary key (town_id, id),
    foreign key (town_id, merged_into) references people (town_id, id),
    constraint people_not_merged_into_self check (merged_into <> id)
  );
  create index people_email on people (town_id, email);

  create table scope_epochs (
    town_id text collate "C" not null references towns (id),
    account_id text collate "C" not null,
    scope text collate "C" not null,
    epoch bigint not null,
    primary key (town_id, account_id, scope)
  );
`

const TOWN_RECORDS = `
  create table departments (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    name text collate de_sort not null,
    position bigint not null,
    letterhead jsonb,
    primary key (town_id, id)
  );

  create table staff (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    person_id text collate "C" not null,
    login text not null,
    name text collate de_sort not null,
    grants jsonb not null,
    deputyships jsonb not null,
    active boolean not null,
    primary key (town_id, id)
  );
  create unique index staff_login on staff (town_id, lower(login));
  create index staff_person on staff (town_id, person_id);

  create table services (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    title jsonb not null,
    description jsonb,
    department_id text collate "C" not null,
    form_version bigint not null,
    release_mode text not null check (release_mode in ('four-eyes', 'single-by-service')),
    single_up_to_cents bigint,
    legal_basis text not null,
    deadline jsonb,
    steps jsonb not null,
    automatic jsonb not null,
    documents jsonb not null,
    fees jsonb not null,
    contact jsonb,
    retention jsonb,
    active boolean not null,
    primary key (town_id, id)
  );

  create table forms (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    service_id text collate "C" not null,
    form_version bigint not null,
    schema json not null,
    sections json not null,
    value_labels json not null,
    name_keys json not null,
    locality_key text,
    email_key text,
    sortable jsonb not null,
    primary key (town_id, id),
    unique (town_id, service_id, form_version)
  );
`

// `form` is json, not jsonb: snapshots hand its text out as it came in.
const CASES = `
  create table applications (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    number bigint not null,
    reference text collate "C" not null,
    service_id text collate "C" not null,
    form_id text collate "C" not null,
    department_id text collate "C" not null,
    person_id text collate "C" not null,
    applicant_name text collate de_sort not null,
    locality text collate de_sort not null,
    subject text not null,
    status text not null check (status in ('received', 'in-progress', 'proposed', 'decided', 'closed')),
    outcome text check (outcome in ('granted', 'refused')),
    assignee_id text collate "C",
    assignee_name text,
    channel text not null,
    received_at timestamptz(3) not null,
    due_at timestamptz(3),
    suspended_at timestamptz(3),
    held_due_at timestamptz(3),
    extended_at timestamptz(3),
    decided_at timestamptz(3),
    decision_id text collate "C",
    closed_at timestamptz(3),
    follow_up_at timestamptz(3),
    follow_up_on_answer boolean not null,
    follow_up_note text,
    tags jsonb not null,
    parent_id text collate "C",
    merged_into text collate "C",
    unread_messages bigint not null,
    attachment_count bigint not null,
    form json not null,
    search_text text not null,
    primary key (town_id, id),
    constraint applications_number unique (town_id, number),
    constraint applications_reference unique (town_id, reference),
    foreign key (town_id, parent_id) references applications (town_id, id),
    foreign key (town_id, merged_into) references applications (town_id, id),
    constraint applications_own_parent check (parent_id <> id and merged_into <> id)
  );
  create index applications_person on applications (town_id, person_id);

  create table decisions (
    town_id text collate "C" not null,
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    application_id text collate "C" not null,
    outcome text not null check (outcome in ('granted', 'refused')),
    reason text not null,
    conditions text not null,
    amount_cents bigint,
    fee_cents bigint,
    letter json,
    content_hash text not null,
    release_mode text not null check (release_mode in ('four-eyes', 'single-by-service')),
    state text not null check (state in ('proposed', 'approved', 'returned', 'rejected')),
    authors jsonb not null,
    proposed_by text collate "C" not null,
    proposed_by_name text not null,
    proposed_at timestamptz(3) not null,
    settled_by text collate "C",
    settled_by_name text,
    settled_for text collate "C",
    settled_for_name text,
    settled_at timestamptz(3),
    settle_reason text,
    primary key (town_id, id),
    foreign key (town_id, application_id) references applications (town_id, id),
    constraint decisions_authors_named check (jsonb_typeof(authors) = 'array' and authors ? proposed_by),
    constraint decisions_settled_by_somebody
      check ((state = 'proposed') = (settled_by is null) and (settled_by is null) = (settled_at is null)),
    constraint decisions_four_eyes check (
      release_mode <> 'four-eyes' or state <> 'approved' or settled_by is null
      or not (authors ? settled_by or authors ? coalesce(settled_for, ''))
    )
  );
  create index decisions_application on decisions (town_id, application_id);

  create table application_events (
    town_id text collate "C" not null,
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    application_id text collate "C" not null,
    kind text not null,
    at timestamptz(3) not null,
    actor_id text collate "C",
    actor_name text,
    acting_for text collate "C",
    acting_for_name text,
    text text,
    command_id text collate "C",
    primary key (town_id, id),
    foreign key (town_id, application_id) references applications (town_id, id)
  );
  create index application_events_application on application_events (town_id, application_id);

  create table attachments (
    town_id text collate "C" not null,
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    application_id text collate "C" not null,
    filename text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    added_at timestamptz(3) not null,
    kind text not null,
    scan text not null check (scan in ('not-scanned', 'clean', 'infected')),
    derived_from text collate "C",
    added_by_name text,
    rotation bigint not null check (rotation in (0, 90, 180, 270)),
    notes jsonb not null,
    is_withheld boolean not null,
    primary key (town_id, id),
    foreign key (town_id, application_id) references applications (town_id, id)
  );
  create index attachments_application on attachments (town_id, application_id);

  create table messages (
    town_id text collate "C" not null,
    id text collate "C" not null, scope text collate "C" not null, version bigint not null,
    application_id text collate "C" not null,
    person_id text collate "C" not null,
    direction text not null check (direction in ('to-citizen', 'from-citizen')),
    subject text not null,
    text text not null,
    attachment_ids jsonb not null,
    author_id text collate "C",
    author_name text,
    sent_at timestamptz(3) not null,
    provided_at timestamptz(3),
    retrieved_at timestamptz(3),
    primary key (town_id, id),
    foreign key (town_id, application_id) references applications (town_id, id)
  );
  create index messages_application on messages (town_id, application_id);
`

const SCOPE_INDEXES = [
  'departments', 'staff', 'services', 'forms', 'applications', 'decisions', 'application_events', 'attachments', 'messages',
]
  .map(table => `create index ${table}_scope on ${table} (town_id, scope, id);`)
  .join('\n')

const LOGS = `
  create table feed (
    town_id text collate "C" not null references towns (id),
    position bigint not null,
    ordinal integer not null,
    scope text collate "C" not null,
    op text not null check (op in ('put', 'left', 'deleted')),
    table_name text collate "C" not null,
    record_id text collate "C" not null,
    row text,
    at timestamptz(3) not null,
    primary key (town_id, position, ordinal),
    check ((op = 'put') = (row is not null))
  );
  create index feed_scope on feed (town_id, scope, position, ordinal);

  create table commands (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null,
    person_id text collate "C" not null,
    name text not null,
    fingerprint text not null,
    answer json not null,
    touched json not null,
    at timestamptz(3) not null,
    constraint commands_once primary key (town_id, id)
  );
  create index commands_at on commands (at);

  create table audit_log (
    town_id text collate "C" not null references towns (id),
    audit_position bigint not null,
    position bigint not null,
    entry text not null,
    hash text not null,
    primary key (town_id, audit_position)
  );
`

const FROZEN = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end $$;

  create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
  create trigger audit_log_never_emptied before truncate on audit_log for each statement execute function refuse_change();
  create trigger feed_append_only before update on feed for each row execute function refuse_change();
  create trigger feed_never_emptied before truncate on feed for each statement execute function refuse_change();
  create trigger feed_pruned_on_purpose before delete on feed for each row
    when (current_setting('rathaus.pruning_feed', true) is distinct from 'on') execute function refuse_change();

  create function refuse_decision_change() returns trigger language plpgsql as $$
  begin
    raise exception 'what a decision says, its authors and its release mode are final, but that an approval may become stricter'
      using errcode = 'check_violation', constraint = 'decisions_content_final';
  end $$;

  create trigger decisions_content_final before update on decisions for each row
    when (old.authors <> new.authors or old.content_hash <> new.content_hash
      or (old.release_mode <> new.release_mode and not (new.release_mode = 'four-eyes' and old.state = 'proposed' and new.state = 'approved'))
      or old.outcome <> new.outcome or old.reason <> new.reason or old.conditions <> new.conditions
      or old.amount_cents is distinct from new.amount_cents or old.fee_cents is distinct from new.fee_cents
      or old.letter::text is distinct from new.letter::text or old.application_id <> new.application_id
      or old.proposed_by <> new.proposed_by)
    execute function refuse_decision_change();
`

export const recordsMigration = {
  name: '0001-records',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [BASICS, TOWN_RECORDS, CASES, SCOPE_INDEXES, LOGS, FROZEN])
      for (const statement of statementsOf(part)) await db.executeQuery(CompiledQuery.raw(statement))
  },
}

/** Both drivers prepare one statement at a time; function bodies between `$$` stay whole. */
function statementsOf(script: string): readonly string[] {
  return script
    .split('$$')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(';', '\u0000') : part))
    .join('$$')
    .split('\u0000')
    .map(statement => statement.trim())
    .filter(statement => statement.length > 0)
}
