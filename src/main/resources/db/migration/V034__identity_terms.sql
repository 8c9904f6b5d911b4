-- Terms of office follow each other and none is overwritten: who held an office when, by which letter, can be read for
-- ever. A term that ends sooner than its letter said keeps what was planned; one that was ordered and never counted is
-- annulled. A deputy has a term of his own in the office of whom he stands in for.
alter table identity_office drop constraint identity_office_once;
alter table identity_office
    add column capacity       text    not null default 'HOLDER'
                              constraint identity_office_capacity check (capacity in ('HOLDER', 'DEPUTY')),
    add column stands_in_for  uuid    constraint identity_office_stands_in_for_fk references identity_office,
    add column reason         text,
    add column annulled       boolean not null default false,
    add column planned_until  date,
    add column ended_by       text,
    add column ended_at       timestamptz,
    add column end_reason     text,
    add column end_decree     text;
alter table identity_office
    add constraint identity_office_deputy check ((capacity = 'DEPUTY') = (stands_in_for is not null)),
    add constraint identity_office_ended check ((ended_at is null) = (ended_by is null));
create index identity_office_user on identity_office (user_id);
create index identity_office_place on identity_office (role, area);
create index identity_office_stands_in on identity_office (stands_in_for) where stands_in_for is not null;

-- A hand-over: from that day the successor holds the office. What it moved is written down when the day has come.
create table identity_handover (
    id              uuid        primary key,
    role            text        not null,
    area            text        not null,
    from_term       uuid        not null constraint identity_handover_from_fk references identity_office,
    to_term         uuid        not null constraint identity_handover_to_fk references identity_office,
    takes_effect_on date        not null,
    claimed_work    text        not null constraint identity_handover_claimed_work check (claimed_work in ('OFFICE', 'SUCCESSOR')),
    decree_number   text        not null,
    reason          text,
    ordered_by      text        not null,
    ordered_at      timestamptz not null,
    done_at         timestamptz,
    cancelled_by    text,
    cancelled_at    timestamptz,
    open_tasks      integer,
    moved_tasks     integer,
    constraint identity_handover_one_end check (done_at is null or cancelled_at is null)
);
create index identity_handover_open on identity_handover (takes_effect_on) where done_at is null and cancelled_at is null;

-- Work that somebody had taken and that went back to the office or on to another person: why, and by whose order.
create table identity_task_move (
    id          uuid        primary key,
    handover_id uuid        constraint identity_task_move_handover_fk references identity_handover,
    cause       text        not null constraint identity_task_move_cause
                            check (cause in ('HANDOVER', 'TERM_ENDED', 'ABSENCE', 'REASSIGNMENT')),
    task_id     text        not null,
    task_name   text        not null,
    process     text        not null,
    element     text        not null,
    case_id     uuid,
    from_user   text,
    to_user     text,
    reason      text,
    moved_by    text        not null,
    moved_at    timestamptz not null
);
create index identity_task_move_case on identity_task_move (case_id);
create index identity_task_move_handover on identity_task_move (handover_id) where handover_id is not null;
create index identity_task_move_at on identity_task_move (moved_at);
