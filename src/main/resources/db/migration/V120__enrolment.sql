-- The vulnerable workers of the villages: who they are, and which list of which village names them. A person is one row,
-- whatever village lists him: the unique NIK is what keeps two villages from paying for the same worker.

create table enrolment_worker (
    id             uuid        constraint enrolment_worker_pk primary key,
    -- a short number of our own, by which cover is kept apart: ranges want a number, and the NIK must not travel
    worker_no      bigint      generated always as identity constraint enrolment_worker_no_once unique,
    nik            text        not null constraint enrolment_worker_nik_once unique
                               constraint enrolment_worker_nik_form check (nik ~ '^\d{16}$'),
    name           text        not null constraint enrolment_worker_name check (name <> '' and name !~ '^[=+@-]'),
    gender         text        not null constraint enrolment_worker_gender check (gender in ('L', 'P')),
    birth_date     date        not null,
    occupation     text        not null,
    monthly_income bigint      constraint enrolment_worker_income check (monthly_income >= 0),
    phone          text        not null default '',
    village_code   text        not null constraint enrolment_worker_village check (village_code ~ '^\d\d\.\d\d\.\d\d\.\d{4}$'),
    listed_at      timestamptz not null,
    -- when the insurer took him on for the first time; absent while a village only proposes him
    registered_at  timestamptz
);
create index enrolment_worker_by_village on enrolment_worker (village_code);

-- A village proposes its workers on lists, one after the other; a new one begins with the people of the one before. The
-- list that is being made (or decided) is one at a time.
create table enrolment_list (
    id           uuid        constraint enrolment_list_pk primary key,
    village_code text        not null constraint enrolment_list_village check (village_code ~ '^\d\d\.\d\d\.\d\d\.\d{4}$'),
    number       integer     not null constraint enrolment_list_number check (number > 0),
    -- the decree whose money pays for it; a list may be ready before the money
    decree_id    uuid,
    state        text        not null constraint enrolment_list_state
                             check (state in ('DRAFT', 'PREPARED', 'ADOPTED', 'CHECKED', 'COVERED')),
    created_at   timestamptz not null,
    constraint enrolment_list_counted unique (village_code, number),
    constraint enrolment_list_decided_for_a_decree check (state = 'DRAFT' or decree_id is not null)
);
create unique index enrolment_list_one_open on enrolment_list (village_code)
    where state in ('DRAFT', 'PREPARED', 'ADOPTED');

create table enrolment_entry (
    list_id    uuid        not null constraint enrolment_entry_list_fk references enrolment_list,
    worker_id  uuid        not null constraint enrolment_entry_worker_fk references enrolment_worker,
    state      text        not null constraint enrolment_entry_state check (state in ('LISTED', 'REJECTED')),
    reason     text        constraint enrolment_entry_reason
                           check (reason in ('NOT_WORKING', 'ILL', 'DECEASED', 'MOVED', 'IDENTITY', 'WITHDRAWN')),
    note       text,
    decided_by text,
    decided_at timestamptz,
    constraint enrolment_entry_pk primary key (list_id, worker_id),
    constraint enrolment_entry_rejected_with_reason
        check ((state = 'REJECTED') = (reason is not null and decided_by is not null and decided_at is not null))
);
create index enrolment_entry_by_worker on enrolment_entry (worker_id);

-- Another village proposed the same person: both are told, no name is.
create table enrolment_duplicate (
    worker_id    uuid        not null constraint enrolment_duplicate_worker_fk references enrolment_worker,
    village_code text        not null,
    reported_at  timestamptz not null,
    constraint enrolment_duplicate_pk primary key (worker_id, village_code)
);
