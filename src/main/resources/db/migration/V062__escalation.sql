-- Work that stayed late and was brought before an overseer: one at a time for a task, until the task is done or its deadline
-- moves. What was done on the way is kept for the sheet of the late case; a note may name people.
create table reminder_escalation (
    id          uuid        constraint reminder_escalation_pk primary key,
    task_id     text        not null,
    process     text        not null,
    element     text        not null,
    case_id     uuid,
    title       text        not null,
    desk        text[]      not null,
    legal_basis text,
    due_at      timestamptz not null,
    overseers   text[]      not null,
    rung        integer     not null constraint reminder_escalation_rung check (rung >= 0),
    climbs      boolean     not null,
    act_by      date        not null,
    state       text        not null constraint reminder_escalation_state
                            check (state in ('OPEN', 'WATCHED', 'SETTLED', 'UNHEARD', 'ENDED')),
    opened_at   timestamptz not null,
    ended_at    timestamptz,
    constraint reminder_escalation_ended check ((state = 'ENDED') = (ended_at is not null)),
    constraint reminder_escalation_heard check ((state = 'UNHEARD') = (cardinality(overseers) = 0) or state = 'ENDED')
);
-- never two for the same task
create unique index reminder_escalation_one_per_task on reminder_escalation (task_id) where ended_at is null;
create index reminder_escalation_of_case on reminder_escalation (case_id);
create index reminder_escalation_due on reminder_escalation (act_by) where state in ('OPEN', 'WATCHED') and climbs;

create table reminder_escalation_entry (
    entry_number  bigint      generated always as identity constraint reminder_escalation_entry_pk primary key,
    escalation_id uuid        not null constraint reminder_escalation_entry_fk references reminder_escalation,
    step          text        not null,
    outcome       text        not null,
    note          text,
    user_id       text        not null,
    user_name     text        not null,
    at            timestamptz not null
);
create index reminder_escalation_entry_of on reminder_escalation_entry (escalation_id, entry_number);
