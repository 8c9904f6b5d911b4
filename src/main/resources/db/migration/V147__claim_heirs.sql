-- What the list of heirs leaves open: who receives for whom, who is too young, who has died, what a court has divided, and
-- what the heirs quarrel about.
create table claim_heir_circumstance (
    claim_id          uuid    not null constraint claim_heir_circumstance_claim_fk references claim_claim,
    place             integer not null,
    birth_date        date,
    guardian_name     text,
    guardian_relation text,
    guardian_account  text,
    -- the heir who receives for him by power of attorney
    received_by       integer,
    deed_number       text,
    -- he died before the payment; his part goes to those who succeed him, or to the others
    died_on           date,
    succeeds          integer,
    constraint claim_heir_circumstance_pk primary key (claim_id, place),
    constraint claim_heir_circumstance_guardian check ((guardian_name is null) = (guardian_account is null))
);

-- parts that a court or an agreement gave: of their sum
create table claim_heir_part (
    claim_id uuid    not null constraint claim_heir_part_claim_fk references claim_claim,
    place    integer not null,
    parts    integer not null constraint claim_heir_part_parts check (parts > 0),
    basis    text    not null,
    constraint claim_heir_part_pk primary key (claim_id, place)
);

create table claim_heir_correction (
    id          uuid        constraint claim_heir_correction_pk primary key,
    claim_id    uuid        not null constraint claim_heir_correction_claim_fk references claim_claim,
    reason      text        not null,
    document_id uuid        not null constraint claim_heir_correction_document_fk references document_file,
    state       text        not null constraint claim_heir_correction_state check (state in ('DRAFT', 'APPLIED')),
    drafted_by  text        not null,
    drafted_at  timestamptz not null
);
create index claim_heir_correction_by_claim on claim_heir_correction (claim_id);

-- the list of heirs as it shall be, and, once it is applied, as it was before
create table claim_heir_version (
    correction_id     uuid    not null constraint claim_heir_version_correction_fk references claim_heir_correction,
    replaced          boolean not null,
    place             integer not null,
    name              text    not null,
    nik               text    not null,
    relation          text    not null,
    account           text    not null,
    birth_date        date,
    guardian_name     text,
    guardian_relation text,
    guardian_account  text,
    received_by       integer,
    deed_number       text,
    died_on           date,
    succeeds          integer,
    constraint claim_heir_version_pk primary key (correction_id, replaced, place)
);

create table claim_dispute (
    id          uuid        constraint claim_dispute_pk primary key,
    claim_id    uuid        not null constraint claim_dispute_claim_fk references claim_claim,
    reason      text        not null,
    holder      text        not null constraint claim_dispute_holder check (holder in ('FAMILY', 'COURT')),
    state       text        not null constraint claim_dispute_state check (state in ('DRAFT', 'OPEN', 'SETTLED')),
    opened_by   text        not null,
    opened_at   timestamptz not null,
    settlement  text        constraint claim_dispute_settlement check (settlement in ('AGREEMENT', 'COURT_DECISION')),
    number      text,
    document_id uuid        constraint claim_dispute_document_fk references document_file,
    settled_at  timestamptz,
    constraint claim_dispute_settled check (state <> 'SETTLED' or settlement is not null and document_id is not null)
);
create unique index claim_dispute_one_open on claim_dispute (claim_id) where state = 'OPEN';

-- what becomes of premium that was paid for the months after a death
create table claim_premium_return (
    id           uuid        constraint claim_premium_return_pk primary key,
    claim_id     uuid        not null constraint claim_premium_return_claim_fk references claim_claim,
    successor_id uuid,
    reason       text        not null,
    legal_basis  text        not null,
    state        text        not null constraint claim_premium_return_state
                             check (state in ('DRAFT', 'OPEN', 'APPROVED', 'REFUSED', 'DONE')),
    drafted_by   text        not null,
    drafted_at   timestamptz not null
);
create unique index claim_premium_return_once on claim_premium_return (claim_id) where state in ('OPEN', 'APPROVED', 'DONE');
