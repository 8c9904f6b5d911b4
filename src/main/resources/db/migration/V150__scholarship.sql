-- Scholarships: the children of a paid claim, a case for each child and school year with what the family proved, what the
-- rules said, who decided and by which transfer it was paid, and the letters. Names, NIKs, accounts and what a child does
-- are here and nowhere else.
create table scholarship_scholarship (
    id               uuid        constraint scholarship_scholarship_pk primary key,
    number           text        not null constraint scholarship_scholarship_number unique,
    claim_id         uuid        not null,
    place            integer     not null constraint scholarship_scholarship_place check (place > 0),
    programme        text        not null,
    village_code     text        not null,
    branch           text        not null,
    child_name       text        not null,
    child_nik        text        not null constraint scholarship_scholarship_child_nik check (child_nik ~ '^\d{16}$'),
    birth_date       date        not null,
    guardian_name    text        not null,
    guardian_nik     text        not null constraint scholarship_scholarship_guardian_nik check (guardian_nik ~ '^\d{16}$'),
    guardian_account text        not null,
    state            text        not null constraint scholarship_scholarship_state
                                 check (state in ('WAITING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    end_reason       text,
    end_basis        text,
    ended_on         date,
    registered_by    text        not null,
    registered_at    timestamptz not null,
    constraint scholarship_of_claim unique (claim_id, place),
    -- a child has one scholarship, whichever of its parents' claims it comes from
    constraint scholarship_one_per_child unique (child_nik),
    constraint scholarship_end_has_reason check ((state = 'ENDED') = (end_reason is not null)
                                                 and (end_reason is null) = (ended_on is null))
);

create table scholarship_year (
    id             uuid        constraint scholarship_year_pk primary key,
    scholarship_id uuid        not null constraint scholarship_year_scholarship_fk references scholarship_scholarship,
    school_year    integer     not null,
    number         text        not null,
    state          text        not null constraint scholarship_year_state
                               check (state in ('DRAFT', 'WAITING', 'OPEN', 'SUSPENDED', 'PROVED', 'CHECKED', 'APPROVED',
                                                'PAYMENT_ORDERED', 'PAID', 'REFUSED', 'LAPSED')),
    opened_by      text        not null,
    opened_at      timestamptz not null,
    begins_on      date        not null,
    remind_on      date        not null,
    due_on         date        not null,
    ends_on        date        not null,
    -- what the family proved
    level          text        constraint scholarship_year_level check (level in ('TK', 'SD', 'SMP', 'SMA', 'PT')),
    grade          integer,
    married        boolean,
    working        text        constraint scholarship_year_working check (working in ('NO', 'WAGE', 'BPU', 'INTERN')),
    wage_months    integer,
    claimed_on     date,
    -- what the rules said, kept with the versions that said it
    answer         text        constraint scholarship_year_answer check (answer in ('GRANTED', 'NOT_THIS_YEAR', 'ENDED')),
    rupiah         bigint      not null default 0 constraint scholarship_year_rupiah check (rupiah >= 0),
    reasons        text[]      not null default '{}',
    legal_basis    text,
    rule_versions  text,
    past_year      boolean     not null default false,
    bank_reference text,
    transfer_id    uuid        constraint scholarship_year_transfer unique,
    paid_at        timestamptz,
    constraint scholarship_year_paid check ((state = 'PAID') = (transfer_id is not null))
);
-- never twice for the same child and year; a draft is nothing yet
create unique index scholarship_year_once on scholarship_year (scholarship_id, school_year) where state <> 'DRAFT';

create table scholarship_document (
    year_id     uuid        not null constraint scholarship_document_year_fk references scholarship_year,
    document_id uuid        not null constraint scholarship_document_document_fk references document_file,
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint scholarship_document_pk primary key (year_id, document_id)
);
create index scholarship_document_by_document on scholarship_document (document_id);

create table scholarship_decision (
    entry_number bigint      generated always as identity constraint scholarship_decision_pk primary key,
    year_id      uuid        not null constraint scholarship_decision_year_fk references scholarship_year,
    step         text        not null,
    outcome      text        not null,
    note         text,
    user_id      text        not null,
    user_name    text        not null,
    at           timestamptz not null
);
create index scholarship_decision_by_year on scholarship_decision (year_id, entry_number);

create table scholarship_letter (
    year_id    uuid        not null constraint scholarship_letter_year_fk references scholarship_year,
    place      integer     not null,
    number     text        not null constraint scholarship_letter_number unique,
    kind       text        not null,
    text       text        not null,
    created_at timestamptz not null,
    constraint scholarship_letter_pk primary key (year_id, place)
);
