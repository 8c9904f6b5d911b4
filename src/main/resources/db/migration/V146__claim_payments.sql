-- Every transfer to a payee by itself: whose account it goes to and what the bank says of that account's holder, the
-- transfers that came back, and what was paid too much. Names and accounts are here, never with the engine.
alter table claim_claim drop constraint if exists claim_claim_state;
alter table claim_decision drop constraint if exists claim_decision_step;
alter table claim_decision drop constraint if exists claim_decision_outcome;
alter table claim_letter drop constraint if exists claim_letter_kind;

-- where a payee's account was corrected after filing: the newest row counts, the file keeps what was filed
create table claim_account_change (
    entry_number bigint      generated always as identity constraint claim_account_change_pk primary key,
    claim_id     uuid        not null constraint claim_account_change_claim_fk references claim_claim,
    payee        integer     not null,
    account      text        not null,
    reason       text        not null,
    document_id  uuid        not null constraint claim_account_change_document_fk references document_file,
    changed_by   text        not null,
    changed_at   timestamptz not null
);
create index claim_account_change_by_claim on claim_account_change (claim_id, payee);

-- what the bank answered to "who holds this account": the newest answer for the account counts
create table claim_account_check (
    id           uuid        constraint claim_account_check_pk primary key,
    entry_number bigint      generated always as identity,
    claim_id     uuid        not null constraint claim_account_check_claim_fk references claim_claim,
    payee        integer     not null,
    account      text        not null,
    expected     text        not null,
    holder       text        not null,
    state        text        not null constraint claim_account_check_state
                             check (state in ('MATCHED', 'DIFFERENT', 'ACCEPTED', 'REPLACED')),
    answered_by  text        not null,
    answered_at  timestamptz not null,
    -- what the officer proposes where the name differs: another account, or to accept this one
    proposed_account text,
    proposed_by  text,
    reason       text,
    document_id  uuid        constraint claim_account_check_document_fk references document_file,
    constraint claim_account_check_accepted check (state <> 'ACCEPTED' or reason is not null and document_id is not null)
);
create index claim_account_check_by_claim on claim_account_check (claim_id, payee, entry_number);

-- the transfers by the bank, one for each payee; one that came back is followed by another attempt
create table claim_payout (
    id         uuid        constraint claim_payout_pk primary key,
    claim_id   uuid        not null constraint claim_payout_claim_fk references claim_claim,
    payee      integer     not null,
    attempt    integer     not null constraint claim_payout_attempt check (attempt > 0),
    rupiah     bigint      not null constraint claim_payout_rupiah check (rupiah > 0),
    receiver   text        not null,
    account    text        not null,
    reference  text        not null constraint claim_payout_reference unique,
    state      text        not null constraint claim_payout_state check (state in ('ORDERED', 'PAID', 'RETURNED')),
    ordered_at timestamptz not null,
    paid_at    timestamptz,
    constraint claim_payout_once unique (claim_id, payee, attempt)
);

-- the references that finance typed for single payees, until the payment is ordered
create table claim_planned_reference (
    claim_id  uuid    not null constraint claim_planned_reference_claim_fk references claim_claim,
    payee     integer not null,
    reference text    not null,
    constraint claim_planned_reference_pk primary key (claim_id, payee)
);

create table claim_correction (
    id          uuid        constraint claim_correction_pk primary key,
    number      text        not null constraint claim_correction_number unique,
    claim_id    uuid        not null constraint claim_correction_claim_fk references claim_claim,
    payee       integer     not null,
    kind        text        not null constraint claim_correction_kind check (kind in ('RETURNED', 'OVERPAID')),
    payout_id   uuid        constraint claim_correction_payout_fk references claim_payout
                            constraint claim_correction_one_per_payout unique,
    rupiah      bigint      not null constraint claim_correction_rupiah check (rupiah > 0),
    reason      text        not null,
    basis       text        not null,
    value_date  date,
    prepared    text,
    state       text        not null constraint claim_correction_state
                check (state in ('OPEN', 'BOOKED', 'CORRECTED', 'APPROVED', 'ORDERED', 'PAID_AGAIN', 'DEMANDED', 'REPAID',
                                 'WAIVED', 'DISMISSED')),
    opened_by   text        not null,
    opened_at   timestamptz not null,
    constraint claim_correction_returns_a_payout check ((kind = 'RETURNED') = (payout_id is not null))
);
create index claim_correction_by_claim on claim_correction (claim_id, payee);

create table claim_repayment (
    correction_id uuid        not null constraint claim_repayment_correction_fk references claim_correction,
    reference     text        not null constraint claim_repayment_pk primary key,
    rupiah        bigint      not null constraint claim_repayment_rupiah check (rupiah > 0),
    value_date    date        not null,
    reported_by   text        not null,
    reported_at   timestamptz not null
);
create index claim_repayment_by_correction on claim_repayment (correction_id);

-- what the bank told us about a payment to a payee and we could not accept
create table claim_bank_mismatch (
    id              uuid        constraint claim_bank_mismatch_pk primary key,
    report          text        not null constraint claim_bank_mismatch_report check (report in ('RETURN', 'REPAYMENT')),
    reference       text        not null,
    rupiah          bigint      not null,
    value_date      date        not null,
    code            text        not null,
    expected_rupiah bigint,
    reported_by     text        not null,
    reported_at     timestamptz not null,
    constraint claim_bank_mismatch_once unique (report, reference, rupiah, value_date, code)
);
