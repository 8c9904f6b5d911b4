-- Time in a claim: when it reached which state, so that it is known who held it how long; when its clock stood still and
-- why; and what is owed where it was paid late.
create table claim_progress (
    entry_number bigint      generated always as identity constraint claim_progress_pk primary key,
    claim_id     uuid        not null constraint claim_progress_claim_fk references claim_claim,
    reached      text        not null,
    at           timestamptz not null
);
create index claim_progress_by_claim on claim_progress (claim_id, entry_number);
insert into claim_progress (claim_id, reached, at)
    select id, state, coalesce((select max(decision.at) from claim_decision decision where decision.claim_id = claim.id), filed_at)
      from claim_claim claim;

create table claim_pause (
    id          uuid        constraint claim_pause_pk primary key,
    claim_id    uuid        not null constraint claim_pause_claim_fk references claim_claim,
    pause_cause text        not null constraint claim_pause_cause
                            check (pause_cause in ('FAMILY', 'COURT', 'LABOUR_INSPECTOR', 'POLICE', 'BANK', 'OTHER')),
    note        text        not null,
    begun_by    text        not null,
    begun_at    timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    constraint claim_pause_ended check ((ended_at is null) = (ended_by is null) and ended_at >= begun_at)
);
create unique index claim_pause_one_at_a_time on claim_pause (claim_id) where ended_at is null;
create index claim_pause_by_claim on claim_pause (claim_id, begun_at);

create table claim_penalty (
    id             uuid    constraint claim_penalty_pk primary key,
    claim_id       uuid    not null constraint claim_penalty_claim_fk references claim_claim constraint claim_penalty_once unique,
    pay_by         date    not null,
    paid_on        date    not null,
    days_late      integer not null constraint claim_penalty_days_late check (days_late > 0),
    percent_per_day integer not null constraint claim_penalty_percent check (percent_per_day > 0),
    benefit_rupiah bigint  not null constraint claim_penalty_benefit check (benefit_rupiah > 0),
    rupiah         bigint  not null constraint claim_penalty_rupiah check (rupiah > 0),
    legal_basis    text    not null,
    rule_version   text    not null,
    state          text    not null constraint claim_penalty_state check (state in ('OPEN', 'OWED', 'NOT_OWED', 'ORDERED', 'PAID')),
    delayed_by     text    constraint claim_penalty_delayed_by check (delayed_by in ('FAMILY', 'BANK')),
    bank_reference text,
    constraint claim_penalty_late check (paid_on > pay_by),
    constraint claim_penalty_not_owed_why check ((state = 'NOT_OWED') = (delayed_by is not null)),
    constraint claim_penalty_paid_needs_reference check (state not in ('ORDERED', 'PAID') or bank_reference is not null)
);

-- accidents that the officer found to have happened in traffic: they need the police's report
create table claim_traffic (
    claim_id uuid        constraint claim_traffic_pk primary key constraint claim_traffic_claim_fk references claim_claim,
    found_by text        not null,
    found_at timestamptz not null
);

-- kinds of letters are named in Java: several parts of the module write them
alter table claim_letter drop constraint if exists claim_letter_kind;
