-- A look on the spot where a claim shows signs of risk; its outcome decides nothing by itself.
create table claim_field_check (
    id        uuid        constraint claim_field_check_pk primary key,
    claim_id  uuid        not null constraint claim_field_check_claim_fk references claim_claim,
    signs     text[]      not null,
    opened_at timestamptz not null,
    confirmed boolean,
    done_at   timestamptz,
    constraint claim_field_check_once unique (claim_id),
    constraint claim_field_check_done check ((confirmed is null) = (done_at is null))
);

-- Money for the time a worker cannot work, month by month while he is treated, before the claim itself is decided.
create table claim_interim (
    id             uuid        constraint claim_interim_pk primary key,
    claim_id       uuid        not null constraint claim_interim_claim_fk references claim_claim,
    through_month  integer     not null constraint claim_interim_month check (through_month > 0),
    rupiah         bigint      not null constraint claim_interim_rupiah check (rupiah > 0),
    legal_basis    text        not null constraint claim_interim_legal_basis check (legal_basis <> ''),
    rule_version   text        not null,
    state          text        not null constraint claim_interim_state
                               check (state in ('OPEN', 'PROPOSED', 'ENDORSED', 'APPROVED', 'PAYMENT_ORDERED', 'PAID', 'REFUSED')),
    opened_at      timestamptz not null,
    bank_reference text,
    transfer_id    uuid        constraint claim_interim_transfer unique,
    paid_at        timestamptz,
    constraint claim_interim_paid check ((state = 'PAID') = (transfer_id is not null))
);
create unique index claim_interim_one_open on claim_interim (claim_id) where state not in ('PAID', 'REFUSED');
create unique index claim_interim_month_once on claim_interim (claim_id, through_month) where state <> 'REFUSED';
