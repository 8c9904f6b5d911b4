-- A paid claim whose family was right about the amount: what was calculated anew from which facts, what of it had been paid,
-- and the difference, line by line. The facts that were corrected are health and membership data: here and nowhere else.
create table claim_supplement (
    id            uuid        constraint claim_supplement_pk primary key,
    number        text        not null constraint claim_supplement_number unique,
    claim_id      uuid        not null constraint claim_supplement_claim_fk references claim_claim,
    state         text        not null constraint claim_supplement_state
                  check (state in ('OPEN', 'PROPOSED', 'ENDORSED', 'APPROVED', 'ORDERED', 'PAID', 'NO_DIFFERENCE')),
    reason        text        not null,
    legal_basis   text        not null constraint claim_supplement_legal_basis check (legal_basis <> ''),
    opened_by     text        not null,
    opened_at     timestamptz not null,
    pay_by        date        not null,
    -- the facts as the officer corrected them, as they were sent; null until he has calculated
    facts         text,
    due_rupiah    bigint      constraint claim_supplement_due check (due_rupiah >= 0),
    paid_rupiah   bigint      constraint claim_supplement_paid check (paid_rupiah >= 0),
    rule_versions text,
    constraint claim_supplement_calculated check ((facts is null) = (due_rupiah is null) and (facts is null) = (paid_rupiah is null)
        and (facts is null) = (rule_versions is null)),
    constraint claim_supplement_goes_on_calculated check (state = 'OPEN' or facts is not null)
);
create index claim_supplement_by_claim on claim_supplement (claim_id, opened_at);
-- a claim has one at a time, so that no rupiah is a part of two
create unique index claim_supplement_one_open on claim_supplement (claim_id) where state not in ('PAID', 'NO_DIFFERENCE');

create table claim_supplement_line (
    supplement_id  uuid    not null constraint claim_supplement_line_supplement_fk references claim_supplement,
    code           text    not null,
    payee          integer not null constraint claim_supplement_line_payee check (payee >= -1),
    rupiah         bigint  not null constraint claim_supplement_line_rupiah check (rupiah > 0),
    legal_basis    text    not null constraint claim_supplement_line_legal_basis check (legal_basis <> ''),
    rule_version   text    not null,
    place          integer not null,
    transfer_id    uuid    constraint claim_supplement_line_transfer unique,
    bank_reference text,
    paid_at        timestamptz,
    constraint claim_supplement_line_pk primary key (supplement_id, code, payee),
    constraint claim_supplement_line_paid check ((transfer_id is null) = (paid_at is null) and (transfer_id is null) = (bank_reference is null))
);

-- a transfer to a payee is of the claim or of one of its supplements
alter table claim_payout add column supplement_id uuid constraint claim_payout_supplement_fk references claim_supplement;
