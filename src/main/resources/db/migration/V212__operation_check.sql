-- The last answer to the question whether everything is whole, by subject, for all nodes: how many faults, the first of them
-- by id, when it was asked, and since when the answer has been good or bad as it is.
create table operation_check (
    subject     text        constraint operation_check_pk primary key,
    faults      integer     not null constraint operation_check_counted check (faults >= 0),
    named       text[]      not null,
    millis      bigint      not null,
    measured_at timestamptz not null,
    so_since    timestamptz not null
);
