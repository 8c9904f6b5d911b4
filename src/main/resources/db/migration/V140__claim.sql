-- Claims: who died and when, who is left, the papers, what was decided by whom on which rule, what was paid to whom and
-- by which transfer, and the letters. Names, NIKs, accounts, causes of death and notes of a claim are here and nowhere
-- else. The worker is known by id; his own data stay with the enrolment.
create table claim_counter (
    programme text    not null,
    year      integer not null,
    last      integer not null constraint claim_counter_counted check (last > 0),
    constraint claim_counter_pk primary key (programme, year)
);

create table claim_claim (
    id             uuid        constraint claim_claim_pk primary key,
    number         text        not null constraint claim_claim_number unique,
    programme      text        not null constraint claim_claim_programme check (programme in ('JKM')),
    worker_id      uuid        not null,
    village_code   text        not null,
    branch         text        not null,
    event_date     date        not null,
    cause          text        not null constraint claim_claim_cause
                               check (cause in ('ILLNESS', 'WORK_ACCIDENT', 'OCCUPATIONAL_DISEASE', 'SUICIDE', 'OTHER')),
    state          text        not null constraint claim_claim_state
                               check (state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'COMPLETE', 'ASSESSED', 'PROPOSED',
                                                'ENDORSED', 'APPROVED', 'PAYMENT_ORDERED', 'PAID', 'REJECTED')),
    filed_by       text        not null,
    filed_at       timestamptz not null,
    received_at    timestamptz,
    complete_at    timestamptz,
    pay_by         date,
    proposal       text        constraint claim_claim_proposal check (proposal in ('GRANT', 'REJECTION')),
    bank_reference text,
    -- what the rules said, kept with the versions that said it
    decision       text        constraint claim_claim_decision check (decision in ('GRANTED', 'REDUCED', 'REFER', 'REJECTED')),
    reasons        text[]      not null default '{}',
    legal_basis    text,
    rule_versions  text,
    cover_standing text        constraint claim_claim_cover_standing
                               check (cover_standing in ('ACTIVE', 'GRACE', 'LAPSED', 'REGISTERED_AFTER_EVENT', 'NOT_COVERED')),
    member_since   date,
    member_months  integer,
    unpaid_months  integer,
    arrears        bigint      constraint claim_claim_arrears check (arrears >= 0),
    cover_bill_id  uuid,
    cover_transfer_id uuid,
    constraint claim_claim_clock check ((complete_at is null) = (pay_by is null)),
    constraint claim_claim_paid_needs_reference check (state not in ('PAYMENT_ORDERED', 'PAID') or bank_reference is not null)
);
-- a worker dies once: whatever was submitted counts, a draft does not
create unique index claim_one_per_death on claim_claim (worker_id) where programme = 'JKM' and state <> 'DRAFT';
create index claim_by_village on claim_claim (village_code, filed_at);
create index claim_by_branch on claim_claim (branch, state);
create index claim_by_worker on claim_claim (worker_id);

create table claim_heir (
    claim_id uuid    not null constraint claim_heir_claim_fk references claim_claim,
    place    integer not null constraint claim_heir_place check (place > 0),
    name     text    not null,
    nik      text    not null constraint claim_heir_nik check (nik ~ '^\d{16}$'),
    relation text    not null constraint claim_heir_relation
             check (relation in ('SPOUSE', 'CHILD', 'PARENT', 'GRANDPARENT', 'GRANDCHILD', 'SIBLING', 'PARENT_IN_LAW',
                                 'WILL', 'FUNERAL_ORGANISER', 'EX_SPOUSE')),
    account  text    not null,
    constraint claim_heir_pk primary key (claim_id, place)
);

create table claim_reporter (
    claim_id uuid constraint claim_reporter_pk primary key constraint claim_reporter_claim_fk references claim_claim,
    name     text not null,
    phone    text,
    relation text
);

create table claim_document (
    claim_id    uuid        not null constraint claim_document_claim_fk references claim_claim,
    document_id uuid        not null constraint claim_document_document_fk references document_file,
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint claim_document_pk primary key (claim_id, document_id)
);
create index claim_document_by_document on claim_document (document_id);

-- one row for each component and payee; payee 0 is the Social Security Fund, otherwise the heir's place
create table claim_component (
    claim_id     uuid    not null constraint claim_component_claim_fk references claim_claim,
    code         text    not null,
    payee        integer not null constraint claim_component_payee check (payee >= 0),
    rupiah       bigint  not null constraint claim_component_rupiah check (rupiah > 0),
    legal_basis  text    not null constraint claim_component_legal_basis check (legal_basis <> ''),
    rule_version text    not null,
    place        integer not null,
    constraint claim_component_pk primary key (claim_id, code, payee)
);

create table claim_decision (
    entry_number bigint   generated always as identity constraint claim_decision_pk primary key,
    claim_id  uuid        not null constraint claim_decision_claim_fk references claim_claim,
    step      text        not null constraint claim_decision_step
              check (step in ('FILE', 'SUBMIT', 'CHECK', 'SUPPLY', 'ASSESS', 'PROPOSE', 'APPROVE', 'APPROVE_ABOVE_LIMIT',
                              'ORDER_PAYMENT', 'PAY')),
    outcome   text        not null constraint claim_decision_outcome
              check (outcome in ('FILED', 'SUBMITTED', 'COMPLETE', 'INCOMPLETE', 'SUPPLIED', 'GRANTED', 'REDUCED',
                                 'REFER', 'REJECTED', 'GRANT_PROPOSED', 'REJECTION_PROPOSED', 'APPROVED', 'RETURNED',
                                 'ORDERED', 'PAID')),
    note      text,
    user_id   text        not null,
    user_name text        not null,
    at        timestamptz not null
);
create index claim_decision_by_claim on claim_decision (claim_id, entry_number);

create table claim_payment (
    claim_id       uuid        not null,
    code           text        not null,
    payee          integer     not null,
    rupiah         bigint      not null constraint claim_payment_rupiah check (rupiah > 0),
    transfer_id    uuid        not null constraint claim_payment_transfer unique,
    bank_reference text        not null,
    paid_at        timestamptz not null,
    constraint claim_payment_pk primary key (claim_id, code, payee),
    constraint claim_payment_component_fk foreign key (claim_id, code, payee) references claim_component
);

create table claim_letter (
    claim_id   uuid        not null constraint claim_letter_claim_fk references claim_claim,
    place      integer     not null,
    number     text        not null constraint claim_letter_number unique,
    kind       text        not null constraint claim_letter_kind check (kind in ('MISSING_DOCUMENTS', 'PAYMENT', 'REJECTION')),
    text       text        not null,
    created_at timestamptz not null,
    constraint claim_letter_pk primary key (claim_id, place)
);
