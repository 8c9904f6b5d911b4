-- Worker lists of many villages in one file: the job, the rows it has read and not yet decided (personal data, gone row by
-- row as they are decided), and what was rejected. A job that was killed goes on from these tables.

create table enrolment_import (
    id          uuid        constraint enrolment_import_pk primary key,
    state       text        not null constraint enrolment_import_state
                            check (state in ('RECEIVED', 'READING', 'ENTERING', 'DONE', 'FAILED')),
    sha256      text        not null,
    bytes       bigint      not null,
    started_by  text        not null,
    received_at timestamptz not null,
    total       bigint      not null default 0,
    done        bigint      not null default 0,
    accepted    bigint      not null default 0,
    rejected    bigint      not null default 0,
    failure     text,
    attempts    integer     not null default 0,
    finished_at timestamptz,
    constraint enrolment_import_counts check (done = accepted + rejected and (state <> 'DONE' or done = total)),
    constraint enrolment_import_finished check ((state in ('DONE', 'FAILED')) = (finished_at is not null))
);
create index enrolment_import_waiting on enrolment_import (received_at) where state in ('RECEIVED', 'READING', 'ENTERING');

create table enrolment_import_row (
    import_id      uuid   not null constraint enrolment_import_row_fk references enrolment_import,
    line           bigint not null,
    nik            text   not null,
    name           text   not null,
    gender         text   not null,
    birth_date     date   not null,
    occupation     text   not null,
    monthly_income bigint,
    phone          text   not null,
    village_code   text   not null
);
-- no constraint: filled by COPY, made for reading in order of NIK, so that two jobs never wait for each other in a circle
create index enrolment_import_row_in_order on enrolment_import_row (import_id, nik, line);

create table enrolment_import_rejection (
    import_id uuid    not null constraint enrolment_import_rejection_fk references enrolment_import,
    line      bigint,
    field     text,
    code      text    not null,
    message   text    not null
);
create index enrolment_import_rejection_in_order on enrolment_import_rejection (import_id, line);
