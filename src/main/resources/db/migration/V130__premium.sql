-- From a village's premium share to cover: the case of one tranche, the bill that the insurer issued for its list, what
-- the insurer confirmed, and the cover book. The book is written when the bill is issued and holds from the moment the
-- bill is COVERED: so no month of a worker can be billed twice, let alone paid.

create table premium_case (
    id              uuid        constraint premium_case_pk primary key,
    disbursement_id uuid        not null constraint premium_case_once unique,
    allocation_id   uuid        not null,
    decree_id       uuid        not null,
    village_code    text        not null,
    tranche         integer     not null constraint premium_case_tranche check (tranche > 0),
    share           bigint      not null constraint premium_case_share check (share > 0),
    state           text        not null constraint premium_case_state
                                check (state in ('PREPARING', 'ADOPTING', 'CHECKING', 'BILLED')),
    list_id         uuid,
    first_month     date        constraint premium_case_first_month check (extract(day from first_month) = 1),
    months          integer     constraint premium_case_months check (months between 1 and 24),
    received_at     timestamptz not null
);
create index premium_case_by_village on premium_case (village_code, decree_id);

create table premium_bill (
    id                uuid        constraint premium_bill_pk primary key,
    case_id           uuid        not null constraint premium_bill_case_fk references premium_case
                                  constraint premium_bill_one_per_case unique,
    billing_code      text        not null constraint premium_bill_code_once unique
                                  constraint premium_bill_code_form check (billing_code ~ '^\d{15}$'),
    list_id           uuid        not null,
    decree_id         uuid        not null,
    village_code      text        not null,
    workers           integer     not null constraint premium_bill_workers check (workers > 0),
    first_month       date        not null constraint premium_bill_first_month check (extract(day from first_month) = 1),
    months            integer     not null constraint premium_bill_months check (months between 1 and 24),
    rupiah            bigint      not null constraint premium_bill_rupiah check (rupiah > 0),
    legal_basis       text        not null,
    state             text        not null constraint premium_bill_state
                                  check (state in ('ISSUED', 'PAYMENT_ORDERED', 'PAYMENT_APPROVED', 'PAID', 'COVERED')),
    issued_at         timestamptz not null,
    payment_reference text,
    transfer_id       uuid,
    paid_at           timestamptz,
    covered_at        timestamptz,
    constraint premium_bill_paid check ((state in ('PAID', 'COVERED')) = (transfer_id is not null and paid_at is not null)),
    constraint premium_bill_covered check ((state = 'COVERED') = (covered_at is not null))
);
create index premium_bill_by_village on premium_bill (village_code);

-- What each month of a bill costs; its transfer once cover has begun.
create table premium_month (
    bill_id     uuid   not null constraint premium_month_bill_fk references premium_bill,
    month       date   not null constraint premium_month_first_day check (extract(day from month) = 1),
    rupiah      bigint not null constraint premium_month_rupiah check (rupiah > 0),
    transfer_id uuid,
    constraint premium_month_pk primary key (bill_id, month)
);

create table premium_cover (
    bill_id       uuid        not null constraint premium_cover_bill_fk references premium_bill,
    worker_id     uuid        not null,
    worker_no     bigint      not null,
    from_day      date        not null,
    through_day   date        not null,
    registered_at timestamptz not null,
    constraint premium_cover_pk primary key (bill_id, worker_id),
    constraint premium_cover_days check (from_day <= through_day),
    constraint premium_cover_no_double exclude using gist
        (int8range(worker_no, worker_no, '[]') with &&, daterange(from_day, through_day, '[]') with &&)
);
create index premium_cover_by_worker on premium_cover (worker_id, from_day);

create table premium_decision (
    id       uuid        constraint premium_decision_pk primary key,
    case_id  uuid        not null constraint premium_decision_case_fk references premium_case,
    decision text        not null constraint premium_decision_kind check (decision in ('LIST', 'BILL')),
    step     text        not null constraint premium_decision_step
                         check (step in ('PREPARE', 'ADOPT', 'CHECK', 'ISSUE', 'ORDER_PAYMENT', 'APPROVE_PAYMENT')),
    outcome  text        not null constraint premium_decision_outcome check (outcome in ('DONE', 'APPROVED', 'RETURNED')),
    by_user  text        not null,
    by_name  text        not null,
    note     text,
    at       timestamptz not null
);
create index premium_decision_by_case on premium_decision (case_id, at);

create table premium_document (
    case_id     uuid not null constraint premium_document_case_fk references premium_case,
    document_id uuid not null,
    step        text not null,
    constraint premium_document_pk primary key (case_id, document_id)
);
create index premium_document_by_document on premium_document (document_id);

-- Everything the insurer ever told us, what we could not accept included.
create table premium_confirmation (
    id           uuid        constraint premium_confirmation_pk primary key,
    bill_id      uuid        constraint premium_confirmation_bill_fk references premium_bill,
    billing_code text        not null,
    rupiah       bigint      not null,
    paid_at      timestamptz not null,
    cover_from   date        not null,
    months       integer     not null,
    outcome      text        not null constraint premium_confirmation_outcome
                             check (outcome in ('ACCEPTED', 'UNKNOWN_BILLING_CODE', 'NOT_PAID_YET', 'AMOUNT_MISMATCH',
                                                'COVER_FROM_MISMATCH', 'MONTHS_MISMATCH')),
    received_by  text        not null,
    received_at  timestamptz not null
);
create unique index premium_confirmation_once on premium_confirmation (bill_id) where outcome = 'ACCEPTED';
