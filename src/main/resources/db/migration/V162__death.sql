-- Deaths that somebody reported: of whom, by whom, and what became of it. Whoever is not on any list is kept without his NIK:
-- a digest tells the same report apart.
create table death_counter (
    year integer constraint death_counter_pk primary key,
    last integer not null constraint death_counter_counted check (last > 0)
);

create table death_report (
    id           uuid        constraint death_report_pk primary key,
    number       text        not null constraint death_report_number unique,
    nik_digest   text        not null,
    masked_nik   text        not null,
    worker_id    uuid,
    village_code text,
    branch       text,
    died_on      date        not null,
    source       text        not null constraint death_report_source check (source in ('VILLAGE', 'BRANCH', 'REGISTRY')),
    reported_at  timestamptz not null,
    state        text        not null constraint death_report_state
                             check (state in ('OPEN', 'CLAIMED', 'ALREADY_CLAIMED', 'NO_COVER', 'WORKER_UNKNOWN', 'DECLINED',
                                              'WRONG')),
    reasons      text[]      not null,
    explanation  text        not null,
    complete_by  date,
    claim_id     uuid,
    informant    text,
    phone        text,
    relation     text,
    certificate  text,
    constraint death_open_has_a_worker check (state <> 'OPEN' or (worker_id is not null and complete_by is not null))
);
-- a person dies once
create unique index death_one_per_person on death_report (nik_digest) where state <> 'WRONG';
create index death_report_by_village on death_report (village_code, reported_at);

create table death_entry (
    entry_number bigint      generated always as identity constraint death_entry_pk primary key,
    report_id    uuid        not null constraint death_entry_report_fk references death_report,
    step         text        not null,
    outcome      text        not null,
    note         text,
    user_id      text        not null,
    user_name    text        not null,
    at           timestamptz not null
);
create index death_entry_by_report on death_entry (report_id, entry_number);
