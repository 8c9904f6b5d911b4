-- Claims for work accidents (JKK) besides deaths (JKM): what is told at stage I, what the doctor says at stage II.
-- States, steps and outcomes of a claim are listed in Java alone: several parts of the module add to them.
alter table claim_claim drop constraint if exists claim_claim_state;
alter table claim_decision drop constraint if exists claim_decision_step;
alter table claim_decision drop constraint if exists claim_decision_outcome;

-- what became of the worker: null while he is treated; a JKM claim is always about a death
alter table claim_claim add column consequence text constraint claim_claim_consequence
    check (consequence in ('DEATH', 'RECOVERED', 'PARTIAL_DISABILITY', 'TOTAL_PERMANENT_DISABILITY'));
update claim_claim set consequence = 'DEATH' where programme = 'JKM';
-- signs of risk, which call for a look and decide nothing
alter table claim_claim add column flags text[] not null default '{}';
-- the paid claim of the same accident that the worker died of later
alter table claim_claim add column follows_id uuid constraint claim_claim_follows_fk references claim_claim;

-- a worker dies once, under whichever programme; an accident is claimed once, and once more where he dies of it later
drop index claim_one_per_death;
create unique index claim_one_per_death on claim_claim (worker_id)
    where (programme = 'JKM' or consequence = 'DEATH') and state <> 'DRAFT';
create unique index claim_one_per_accident on claim_claim (worker_id, event_date)
    where programme = 'JKK' and follows_id is null and state <> 'DRAFT';

-- the worker himself is payee -1
alter table claim_component drop constraint claim_component_payee;
alter table claim_component add constraint claim_component_payee check (payee >= -1);

-- health data: shown to those who decide, never told to the engine
create table claim_injury (
    claim_id         uuid        constraint claim_injury_pk primary key constraint claim_injury_claim_fk references claim_claim,
    -- null for an occupational disease, whose day of diagnosis is the claim's event date
    accident_at      timestamptz,
    place            text        not null,
    chronology       text        not null,
    -- where money for the worker himself goes
    worker_account   text,
    income_rupiah    bigint      constraint claim_injury_income check (income_rupiah > 0),
    -- the doctor's word, stage II
    determined_on    date,
    died_on          date,
    dominant_hand    text        constraint claim_injury_dominant_hand check (dominant_hand in ('RIGHT', 'LEFT')),
    unable_months    integer     constraint claim_injury_unable_months check (unable_months >= 0),
    unable_days      integer     constraint claim_injury_unable_days check (unable_days >= 0),
    home_care_months integer     constraint claim_injury_home_care_months check (home_care_months >= 0),
    home_care_rupiah bigint      constraint claim_injury_home_care_rupiah check (home_care_rupiah >= 0)
);

create table claim_disability (
    claim_id     uuid    not null constraint claim_disability_claim_fk references claim_injury,
    place        integer not null,
    part         text    not null,
    side         text    constraint claim_disability_side check (side in ('RIGHT', 'LEFT')),
    loss         text    not null constraint claim_disability_loss check (loss in ('ANATOMICAL', 'FUNCTIONAL')),
    percent_lost integer constraint claim_disability_percent_lost check (percent_lost between 0 and 100),
    constraint claim_disability_pk primary key (claim_id, place)
);

create table claim_fare (
    claim_id uuid    not null constraint claim_fare_claim_fk references claim_injury,
    place    integer not null,
    mode     text    not null constraint claim_fare_mode check (mode in ('LAND', 'SEA', 'AIR')),
    rupiah   bigint  not null constraint claim_fare_rupiah check (rupiah >= 0),
    constraint claim_fare_pk primary key (claim_id, place)
);

-- numbers that a claim had before it was found to belong to the other programme
create table claim_former_number (
    number   text        constraint claim_former_number_pk primary key,
    claim_id uuid        not null constraint claim_former_number_claim_fk references claim_claim,
    until    timestamptz not null
);
create index claim_former_number_by_claim on claim_former_number (claim_id);
