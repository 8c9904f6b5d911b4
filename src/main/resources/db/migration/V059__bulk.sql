-- Many tasks of one kind decided in one go: the order as it was given, and a line for each task, worked off one by one and
-- each in the transaction of its own step. A note stands here only until its line is done; then it lies where every note
-- lies, with the case.

create table bulk_decision (
    id          uuid        constraint bulk_decision_pk primary key,
    state       text        not null constraint bulk_decision_state check (state in ('RUNNING', 'DONE')),
    ordered_by  text        not null,
    process_key text        not null,
    element_id  text        not null,
    area        text        not null,               -- empty where none was asked for
    approved    boolean     not null,
    ordered_at  timestamptz not null,
    finished_at timestamptz,
    constraint bulk_decision_finished check ((state = 'DONE') = (finished_at is not null))
);
create index bulk_decision_of_whom on bulk_decision (ordered_by, ordered_at desc);
create index bulk_decision_running on bulk_decision (ordered_at) where state = 'RUNNING';

create table bulk_line (
    decision_id uuid        not null constraint bulk_line_decision_fk references bulk_decision on delete cascade,
    number      integer     not null,
    task_id     text        not null,
    case_id     uuid,                               -- null where the task was none of his
    place       text        not null,
    rupiah      bigint,
    quantity    bigint,
    due_on      date,
    state       text        not null constraint bulk_line_state check (state in ('WAITING', 'DECIDED', 'REFUSED', 'LEFT_OUT')),
    approved    boolean,                            -- null where the line was left out
    note        text,
    tries       integer     not null default 0,
    code        text,
    message     text,
    ended_at    timestamptz,
    constraint bulk_line_pk primary key (decision_id, number),
    constraint bulk_line_once unique (decision_id, task_id),
    constraint bulk_line_ended check ((state = 'WAITING') = (ended_at is null)),
    constraint bulk_line_left_out check ((state = 'LEFT_OUT') = (approved is null)),
    constraint bulk_line_explained check ((state = 'REFUSED') = (code is not null and message is not null)),
    constraint bulk_line_note_goes_to_the_case check (state in ('WAITING', 'LEFT_OUT') or note is null)
);
-- by number first: a small order does not wait behind a large one
create index bulk_line_waiting on bulk_line (number, decision_id) where state = 'WAITING';
create index bulk_line_left on bulk_line (decision_id) where state = 'WAITING';
