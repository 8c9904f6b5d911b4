-- Complaints about claims: who complains of what, until when each stage is due and on which article, who decided what, and
-- the papers (minutes of a mediation, a court's decision). Names and words of the family are here and nowhere else.
create table complaint_counter (
    year integer constraint complaint_counter_pk primary key,
    last integer not null constraint complaint_counter_counted check (last > 0)
);

create table complaint_complaint (
    id              uuid        constraint complaint_complaint_pk primary key,
    number          text        not null constraint complaint_complaint_number unique,
    claim_id        uuid        not null,
    subject         text        not null constraint complaint_complaint_subject
                                check (subject in ('REJECTION', 'REDUCTION', 'DELAY', 'SERVICE')),
    village_code    text        not null,
    branch          text        not null,
    state           text        not null constraint complaint_complaint_state
                                check (state in ('DRAFT', 'OPEN', 'ESCALATED', 'ANSWERED', 'MEDIATION', 'COURT', 'UPHELD',
                                                 'SETTLED', 'REFUSED', 'CLOSED', 'WITHDRAWN')),
    filed_at        timestamptz not null,
    due_on          date,
    legal_basis     text,
    decision_number text,
    complainant     text        not null,
    phone           text,
    relation        text,
    story           text        not null,
    constraint complaint_due_says_why check ((due_on is null) = (legal_basis is null))
);
-- a claim has one complaint at a time
create unique index complaint_one_open on complaint_complaint (claim_id)
    where state not in ('DRAFT', 'SETTLED', 'CLOSED', 'WITHDRAWN');
create index complaint_by_village on complaint_complaint (village_code, filed_at);
create index complaint_by_branch on complaint_complaint (branch, state);

create table complaint_entry (
    entry_number bigint      generated always as identity constraint complaint_entry_pk primary key,
    complaint_id uuid        not null constraint complaint_entry_complaint_fk references complaint_complaint,
    step         text        not null,
    outcome      text        not null,
    note         text,
    user_id      text        not null,
    user_name    text        not null,
    at           timestamptz not null
);
create index complaint_entry_by_complaint on complaint_entry (complaint_id, entry_number);

create table complaint_document (
    complaint_id uuid        not null constraint complaint_document_complaint_fk references complaint_complaint,
    document_id  uuid        not null constraint complaint_document_document_fk references document_file,
    added_by     text        not null,
    added_at     timestamptz not null,
    constraint complaint_document_pk primary key (complaint_id, document_id)
);
create index complaint_document_by_document on complaint_document (document_id);
